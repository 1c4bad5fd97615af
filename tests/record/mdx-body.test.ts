import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findDisallowedMarkup, getCitedSpans, parseBody, stripTags, type Block } from '../../src/record/mdx-body.ts';

/** Returns a paragraph with spans of text, citations and line. */
const paragraph = (line: number, ...spans: [text: string, cites?: string, line?: number][]): Block => ({
  kind: 'paragraph',
  prose: spans.map(([text, cites, at = line]) => ({ text, ...(cites !== undefined && { cites: cites.split(' ') }), line: at })),
  line,
});

describe('parseBody', () => {
  test.each<[string, string, Block[]]>([
    ['nothing', '', []],
    ['white space', ' \n\n\t\n', []],
    ['a heading', '## The pact', [{ kind: 'heading', text: 'The pact', line: 1 }]],
    ['a heading of the sixth level', '###### The pact', [{ kind: 'heading', text: 'The pact', line: 1 }]],
    ['a sentence', 'It rains. <Cite s="1" />', [paragraph(1, ['It rains.', '1'])]],
    ['a citation of two', 'It rains. <Cite s="1 2" />', [paragraph(1, ['It rains.', '1 2'])]],
    ['two citations in a row', 'It rains. <Cite s="1" /> <Cite s="2" />', [paragraph(1, ['It rains.', '1 2'])]],
    [
      'two sentences, each cited',
      'It rains. <Cite s="1" /> It pours. <Cite s="2" />',
      [paragraph(1, ['It rains.', '1'], ['It pours.', '2'])],
    ],
    ['a sentence without a citation', 'It rains. <Cite s="1" /> It pours.', [paragraph(1, ['It rains.', '1'], ['It pours.'])]],
    [
      'sentences on separate lines, the first on two lines',
      'It rains\nand rains. <Cite s="1" />\nIt pours. <Cite s="2" />\nIt stops.',
      [paragraph(1, ['It rains\nand rains.', '1'], ['It pours.', '2', 3], ['It stops.', undefined, 4])],
    ],
    [
      'blocks, each on its line',
      '\n## Rain\n\nIt rains. <Cite s="1" />\n \n\n\n<Note>It may.</Note>\n',
      [{ kind: 'heading', text: 'Rain', line: 2 }, paragraph(4, ['It rains.', '1']), { kind: 'note', text: 'It may.', line: 8 }],
    ],
    ['a note whose text begins on the next line', '<Note>\nIt may.\n</Note>', [{ kind: 'note', text: 'It may.', line: 2 }]],
    ['a citation that follows no sentence', '<Cite s="1" />', [paragraph(1, ['', '1'])]],
    ['an empty citation', 'It rains. <Cite s="" />', [paragraph(1, ['It rains.', ''])]],
  ])('parses %s', (_, body, blocks) => {
    expect(parseBody(body)).toEqual(blocks);
  });

  test.each([
    ['a title of the first level', '# Rain'],
    ['a note that is never closed', '<Note>It may.'],
    ['a note within a paragraph', 'It rains. <Note>It may.</Note>'],
    ['two notes with prose between them', '<Note>It may.</Note> It rains. <Note>It may not.</Note>'],
  ])('parses %s as a paragraph', (_, body) => {
    expect(parseBody(body).map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  it('ignores Windows line endings', () => {
    const body = '## Rain\n\nIt rains. <Cite s="1" />\nIt pours. <Cite s="2" />\n\n<Note>It may.</Note>\n';
    expect(parseBody(body.replaceAll('\n', '\r\n'))).toEqual(parseBody(body));
  });

  it('returns every block with its first line', () => {
    const block = fc.constantFrom('## Rain', 'It rains. <Cite s="1" />', '<Note>It may.</Note>');
    const space = fc.constantFrom('\n\n', '\n \n', '\n\n\n', '\n\t\n\n\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(block, space)), (parts) => {
        const body = parts.flat().join('');
        const lines = body.split('\n');
        const read = parseBody(body);
        expect(read.map(({ line }) => lines[line - 1])).toEqual(parts.map(([text]) => text));
      }),
    );
  });

  it('returns every citation', () => {
    const sentence = fc.tuple(
      fc.constantFrom('It rains.', 'It pours.\n', ''),
      fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(sentence), (sentences) => {
        const body = sentences.map(([text, cites]) => `${text} <Cite s="${cites.join(' ')}" />`).join(' ');
        const read = parseBody(body).flatMap(getCitedSpans);
        expect(read.flatMap(({ cites = [] }) => cites)).toEqual(sentences.flatMap(([, cites]) => cites.map(String)));
      }),
    );
  });
});

describe('getCitedSpans', () => {
  test.each([
    ['heading', '\n## Rain <Cite s="1" />', { text: 'Rain', cites: ['1'], line: 2 }],
    ['note', '\n<Note>\nIt may. <Cite s="2" /></Note>', { text: 'It may.', cites: ['2'], line: 3 }],
    ['paragraph', '\nIt rains. <Cite s="3" />', { text: 'It rains.', cites: ['3'], line: 2 }],
  ])('returns the citation in a %s', (kind, body, prose) => {
    const blocks = parseBody(body);
    expect(blocks.map((block) => block.kind)).toEqual([kind]);
    expect(blocks.flatMap(getCitedSpans)).toEqual([prose]);
  });
});

describe('findDisallowedMarkup', () => {
  test.each([
    ['prose with citations', 'It rains. <Cite s="1 2" /> It pours. <Cite s="3" />'],
    ['a note', '<Note>It may.</Note>'],
    ['a note over lines', '<Note>\nIt may.\n</Note>'],
    ['Markdown', '## Rain\n\n- *It* **rains**. <Cite s="1" />\n- `It` pours.'],
    ['a sentence that begins with Import', 'Import duties fell.'],
    ['a word that begins with import', 'importers and exports'],
    ['a link to the web', '[rain](https://rain.example/?a=1&b=2)'],
    ['links into the site', '[a](/a/) [b](#b) [c](./c/) [d](  ../d/ )'],
    ['the definition of a link', '[1]: https://rain.example'],
    ['brackets', 'It rains [sic]: cats and dogs [and (more) cats].'],
    ['a comparison in words', 'more than 5 > 4 & counting'],
  ])('accepts %s', (_, body) => {
    expect(findDisallowedMarkup(body)).toEqual([]);
  });

  test.each([
    ['an expression', 'It {rains}.', '{rains}.'],
    ['template braces', 'It {{ rains }}.', '{{ rains }}.'],
    ['a closing brace', 'It rains}.', '}.'],
    ['HTML', 'It <b>rains</b>.', '<b>rains</b>.'],
    ['a comment', '<!-- rain -->', '<!-- rain -->'],
    ['a fragment', '<>rain</>', '<>rain</>'],
    ['a component', '<Rain />', '<Rain />'],
    ['an automatic link', '<https://rain.example>', '<https://rain.example>'],
    ['a less-than sign', '5 < 6', '< 6'],
    ['a citation with an expression', '<Cite s={1} />', '<Cite s={1} />'],
    ['a citation with two attributes', '<Cite s="1" onclick="rain()" />', '<Cite s="1" onclick="rain()" />'],
    ['a citation without its space', '<Cite s="1"/>', '<Cite s="1"/>'],
    ['a note with an attribute', '<Note id="a">It may.</Note>', '<Note id="a">It may.'],
    ['an import', "import Rain from './rain.astro'", "import Rain from './rain.astro'"],
    ['an export', 'export const rain = 1', 'export const rain = 1'],
    ['a javascript link', '[rain](javascript:rain())', '](javascript:rain())'],
    ['a javascript link in capitals', '[rain](JaVaScRiPt:rain())', '](JaVaScRiPt:rain())'],
    ['a javascript link after a space', '[rain]( javascript:rain())', ']( javascript:rain())'],
    ['a javascript link in entities', '[rain](&#106;avascript:rain())', '](&#106;avascript:rain())'],
    ['a javascript link with an escape', '[rain](java\\script:rain())', '](java\\script:rain())'],
    ['a data link', '[rain](data:text/html,rain)', '](data:text/html,rain)'],
    ['a link whose address is on the next line', '[rain](\njavascript:rain())', ']('],
    ['a definition of a javascript link', '[1]: javascript:rain()', '[1]: javascript:rain()'],
    ['a definition in a quotation', '> [1]: data:text/html,rain', '> [1]: data:text/html,rain'],
  ])('finds %s', (_, body, text) => {
    expect(findDisallowedMarkup(body)[0]).toEqual({ text, line: 1 });
  });

  test.each([
    ['a note that is never closed', 'It rains.\n\n<Note>It may.', [3]],
    ['a note that is never opened', 'It may.</Note>', [1]],
    ['a note within a paragraph', 'It rains.\n<Note>It may.</Note>', [2]],
    ['a note within a note', '<Note><Note>It may.</Note></Note>', [1]],
    ['a note over two paragraphs', '<Note>It may.\n\nIt may not.</Note>', [1, 3]],
  ])('finds %s', (_, body, lines) => {
    expect(findDisallowedMarkup(body).map(({ line }) => line)).toEqual(lines);
  });

  it('returns at most forty characters of each, with its line, in order', () => {
    const long = 'x'.repeat(100);
    expect(findDisallowedMarkup(`It rains.\n\n<Note>It may.\n\n{${long}}\n<${long}>`)).toEqual([
      { text: '<Note>It may.', line: 3 },
      { text: `{${long.slice(0, 39)}`, line: 5 },
      { text: `<${long.slice(0, 39)}`, line: 6 },
    ]);
  });

  it('finds tags, braces and scripts in any context', () => {
    const scrap = fc.constantFrom('It rains. ', '\n', '\n\n', '<Cite s="1" />', '<Note>', '</Note>', '"', '[', '](', ')', '/');
    const evil = fc.constantFrom('<b>', '{', '}', '<Cite s={1} />', '](javascript:', '<Note x>');
    const around = fc.array(scrap, { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(fc.property(around, evil, around, (before, bad, after) => findDisallowedMarkup(before + bad + after).length > 0));
  });
});

describe('stripTags', () => {
  it('returns the lines without citation and note tags', () => {
    expect(stripTags('## Rain\r\n\r\nIt “rains”. <Cite s="1" />\n<Note>It may.</Note>')).toEqual([
      '## Rain',
      '',
      'It “rains”. ',
      'It may.',
    ]);
  });
});
