import fc from 'fast-check';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { readContent } from '../../src/loader/load-record.ts';
import {
  articleShingles,
  compareArticles,
  containsQuotation,
  findVerbatimOverlap,
  markDeclaredQuotations,
} from '../../scripts/compare-articles.ts';
import { hashPassage, splitWords } from '../../scripts/article-texts.ts';
import { stringify } from 'yaml';
import { temporaryArchive, temporaryFolder, type Change } from '../support/archive.ts';
import { callScript } from '../support/run-script.ts';
import { disguised, sentences } from '../support/disguises.ts';

const articles = fileURLToPath(new URL('../fixtures/sources', import.meta.url));
/** An edit of the text of an article. */
type Edit = [article: string, replace: string, by: string];

/** Creates a changed archive and a folder with its articles, one of which may be edited. */
function createArchive(changes: Change[] = [], edit?: Edit) {
  const [root, folder] = [temporaryArchive(changes), temporaryFolder()];
  cpSync(articles, folder, { recursive: true });
  if (edit) {
    const [article, replace, by] = edit;
    const file = join(folder, article, 'paragraphs.tsv');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(replace);
    writeFileSync(file, text.replace(replace, by));
  }
  return { root, folder };
}

/** Returns the mismatches as `file:line: message`. */
function findMismatches(...given: Parameters<typeof createArchive>): string[] {
  const { root, folder } = createArchive(...given);
  const { content, diagnostics } = readContent(root);
  expect(diagnostics).toEqual([]);
  return compareArticles(root, content, folder).flatMap(({ compared }) =>
    compared!.mismatches.map(({ file, line, message, hint }) => {
      expect(hint).toMatch(/\S/);
      return `${file}:${line}: ${message}`;
    }),
  );
}

/** Runs `npm run verify-sources` in a folder. */
const verify = (cwd: string, ...args: string[]) => callScript('verify-sources', args, cwd);

describe('verify-sources', () => {
  const ledger = 'content/entries/alpha-2001/statements.yaml';
  const passages = 'content/entries/alpha-2001/passages.yaml';

  /** Changes a quotation of the article everywhere. */
  const quote = (words: string): Change[] => [
    { file: ledger, replace: 'words: a boat for every tide', with: `words: ${words}` },
    { file: ledger, replace: 'promises “a boat for every tide”', with: `promises “${words}”` },
    { file: 'content/entries/alpha-2001/index.mdx', replace: '“a boat for every tide”', with: 'a boat' },
  ];
  const countOf = (words: number): Change[] => [{ file: passages, replace: 'words: 4', with: `words: ${words}` }];
  const withoutLast: Edit = ['alpha-2001', 'p3\tLamp oil stays dear\n', ''];
  const copied: Change = {
    file: ledger,
    replace: 'Boats will cross the strait by night.',
    with: 'Boats will cross Home Water by night, one pilot says.',
  };
  const copiedOverLines: Change = {
    file: 'content/entries/beta-2002/index.mdx',
    replace: '\n## ',
    with: '\nSo boats will cross Home Water\nby night, one must say. <Cite s="1" />\n\n## ',
  };

  test.each<[string, Change[], Edit | undefined, string]>([
    ['a changed passage', [], ['alpha-2001', 'stays dear', 'is cheap'], `${passages}:14: p3 differs from the article`],
    ['a missing passage', [], withoutLast, `${passages}:14: the article has no passage p3`],
    ['an unknown locator', [], withoutLast, `${ledger}:44: s5: the article has no passage p3`],
    ['a new passage', [], ['beta-2002', 'c1\t', 'p3\tFares rise\nc1\t'], 'beta-2002/passages.yaml:1: p3 of the article is missing'],
    [
      'an opening that is not the first words',
      [{ file: passages, replace: 'opening: Norrow signs', with: 'opening: Norrow signed' }],
      undefined,
      'p1 does not open with "Norrow signed; board promises"',
    ],
    ['too high a count of words', countOf(5), undefined, `${passages}:16: p3 has 4 words, not 5`],
    ['too low a count of words', countOf(3), undefined, `${passages}:16: p3 has 4 words, not 3`],
    ['another word in a quotation', quote('a boat for each tide'), undefined, `${ledger}:19: s2: "a boat for each tide" is not in p1`],
    ['a quotation that ends inside a word', quote('a boat for every ti'), undefined, '"a boat for every ti" is not in p1'],
    [
      'a wrong count of a wording',
      [{ file: 'content/terms/home-water.mdx', replace: 'count: 1', with: 'count: 2' }],
      undefined,
      'content/terms/home-water.mdx:8: "Home Water" occurs 1 times in p2',
    ],
    [
      'eight words of an article in a statement',
      [copied],
      undefined,
      `${ledger}:28: "boats will cross home water by night one pilot says" is copied from alpha-2001`,
    ],
    [
      'eight words of another article across a line break',
      [copiedOverLines],
      ['alpha-2001', 'one pilot says', 'one must say'],
      'content/entries/beta-2002/index.mdx:',
    ],
  ])('reports %s with file and line', (_, changes, edit, mismatch) => {
    expect(findMismatches(changes, edit)).toContainEqual(expect.stringContaining(mismatch));
  });

  it('finds no difference in an article with a byte order mark, soft hyphens and Windows line breaks', async () => {
    const { root, folder } = createArchive();
    const file = join(folder, 'alpha-2001/paragraphs.tsv');
    const text = readFileSync(file, 'utf8').replaceAll('er', 'e\u00adr').replaceAll('\n', '\r\n');
    writeFileSync(file, `\ufeff${text}`);
    expect(await verify(root, folder)).toMatchObject({ status: 0, stderr: '' });
  });

  it('finds a sentence that is copied from an article with invisible characters', () => {
    const found = findMismatches([copied], ['alpha-2001', 'will cross Home Water', 'w\u00adill cr\u200boss Ho\u2060me Wa\ufeffter']);
    expect(found).toEqual([expect.stringContaining('"boats will cross home water by night one pilot says" is copied')]);
  });

  it('does not compare the quotations of a withdrawn statement', () => {
    const found = findMismatches([
      { file: ledger, replace: 'words: a boat for every tide', with: 'words: a lamp for every tide' },
      {
        file: ledger,
        replace: 'text: The board promises “a boat for every tide”.',
        with: 'text: The board promises “a lamp for every tide”.\n    withdrawn: { date: "2003-03-01", reason: Misquoted. }',
      },
      { file: 'content/entries/alpha-2001/index.mdx', replace: 'The board promised\n“a boat for every tide”. <Cite s="2" />', with: '' },
      { file: 'content/entries/alpha-2001/index.mdx', replace: 'rests: [alpha-2001.s2]', with: 'rests: [alpha-2001.s4]' },
      { file: 'content/actors/ferry-board.mdx', replace: 'alpha-2001.s2', with: 'beta-2002.s4' },
    ]);
    expect(found).toEqual([]);
  });

  it('prints counts and mismatches by article and fails if there is a mismatch', async () => {
    const good = createArchive();
    expect(await verify(good.root, good.folder)).toEqual({
      status: 0,
      stdout:
        'alpha-2001: 4 passages, 1 quotations, 1 wordings, all correct\nbeta-2002: 3 passages, 1 quotations, 0 wordings, all correct\n',
      stderr: '',
    });
    const bad = createArchive([], ['alpha-2001', 'stays dear', 'is cheap']);
    expect(await verify(bad.root, bad.folder)).toEqual({
      status: 1,
      stdout: 'beta-2002: 3 passages, 1 quotations, 0 wordings, all correct\n',
      stderr: `alpha-2001: 4 passages, 1 quotations, 1 wordings, 1 errors\n  ${passages}:14: p3 differs from the article\n      → compare the texts, then update the fingerprint\n`,
    });
  });

  it('names the articles whose texts are missing, and fails only for a fault or a folder without any text', async () => {
    const { root, folder } = createArchive();
    expect(existsSync(join(root, '../shared/sources'))).toBe(false);
    const missing = 'Not compared, without a text in';
    expect(await verify(root)).toEqual({ status: 0, stdout: `${missing} "../shared/sources": alpha-2001, beta-2002\n`, stderr: '' });
    expect(await verify(root, 'no/such/folder')).toEqual({
      status: 1,
      stdout: '',
      stderr: '"no/such/folder" contains the text of no article\n    → name a folder with files <entry>/paragraphs.tsv\n',
    });
    rmSync(join(folder, 'beta-2002'), { recursive: true });
    const partial = await verify(root, folder);
    expect(partial).toEqual({ status: 0, stdout: expect.stringMatching(/^alpha-2001: .*, all correct\n/), stderr: '' });
    expect(partial.stdout).toContain(`${missing} "${folder}": beta-2002\n`);
    const file = join(folder, 'alpha-2001/paragraphs.tsv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('stays dear', 'is cheap'));
    expect(await verify(root, folder)).toMatchObject({ status: 1, stdout: `${missing} "${folder}": beta-2002\n` });
  });
});

describe('findVerbatimOverlap', () => {
  const runs = articleShingles(
    ['one two three four five six seven eight nine ten', 'A title of eight words is not a copy'],
    'A title of eight words is not a copy',
  );

  test.each([
    ['seven words in a row', 'x one two three four five six seven x', []],
    [
      'eight words in a row',
      'x one two three four five six seven eight x',
      [{ line: 1, words: 'one two three four five six seven eight' }],
    ],
    [
      'ten words, as one run',
      'One two, three four: five six seven eight nine ten',
      [{ line: 1, words: 'one two three four five six seven eight nine ten' }],
    ],
    ['eight words inside quotation marks', 'x “one two three four five six seven eight” x', []],
    ['eight words with a quotation between them', 'one two three four “five” six seven eight', []],
    [
      'eight words after a quotation mark that is not closed',
      '“x one two three four five six seven eight',
      [{ line: 1, words: 'one two three four five six seven eight' }],
    ],
    [
      'eight words over three lines',
      'x\none two three\nfour five six\nseven eight',
      [{ line: 2, words: 'one two three four five six seven eight' }],
    ],
    ['the words of the title', 'A title of eight words is not a copy', []],
  ])('finds the runs in %s', (_, text, found) => {
    expect(findVerbatimOverlap(text, runs)).toEqual(found);
  });
});

describe.each(Object.entries(sentences))('a text in %s that is printed in another form', (_, sentence) => {
  it('contains the quotations that the text contains', () => {
    const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(sentence)].filter(({ isWordLike }) => isWordLike);
    fc.assert(
      fc.property(disguised(sentence), fc.nat(words.length - 3), fc.integer({ min: 1, max: 14 }), (text, from, length) => {
        const last = words[Math.min(from + length, words.length) - 1]!;
        const quotation = sentence.slice(words[from]!.index, last.index + last.segment.length);
        expect(containsQuotation(text, quotation)).toBe(true);
        expect(containsQuotation(text, `${quotation}q`)).toBe(false);
      }),
    );
  });

  it('is found as a copy', () => {
    const shingles = articleShingles([sentence], '');
    const [whole] = findVerbatimOverlap(sentence.replace(/[“”]/g, '"'), shingles);
    fc.assert(
      fc.property(disguised(sentence), (text) => {
        expect(findVerbatimOverlap(text.replace(/[“”]/g, '"'), shingles)).toEqual([{ words: whole!.words, line: expect.any(Number) }]);
      }),
    );
  });

  it('has the same fingerprint if only invisible characters differ', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(sentence.length)), (positions) => {
        const text = positions.reduce((given, at) => `${given.slice(0, at)}\u00ad${given.slice(at)}`, sentence);
        expect([hashPassage(text), splitWords(text).length]).toEqual([hashPassage(sentence), splitWords(sentence).length]);
      }),
    );
  });
});

describe('markDeclaredQuotations', () => {
  const article = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen';
  const shingles = articleShingles([article], '');

  it('hides declared quotations of every length and YAML style from the search for copies', () => {
    const style = fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), style, fc.constantFrom(10, 40, 1000), (length, defaultStringType, lineWidth) => {
        const words = article.split(' ').slice(0, length).join(' ');
        const text = `The board promises “${words}” and a lamp.`;
        const options = { lineWidth, defaultStringType, defaultKeyType: 'PLAIN' } as const;
        const yaml = stringify(
          {
            statements: [
              { n: 1, text, quotes: [{ words, at: 'p1' }] },
              { n: 2, uses: [{ wording: words }] },
            ],
          },
          options,
        );
        expect(findVerbatimOverlap(markDeclaredQuotations(yaml), shingles)).toEqual([]);
        expect(findVerbatimOverlap(markDeclaredQuotations(`---\n${yaml}---\n\nThey promise “${words}”.\n`), shingles)).toEqual([]);
      }),
    );
  });

  it('hides declared wordings in single marks, across lines', () => {
    const yaml = stringify({ statements: [{ text: `The board promises ‘${article}’ and a lamp.` }] }, { lineWidth: 30 });
    expect(yaml.split('\n').length).toBeGreaterThan(4);
    expect(findVerbatimOverlap(markDeclaredQuotations(yaml, [article]), shingles)).toEqual([]);
    expect(findVerbatimOverlap(markDeclaredQuotations(yaml), shingles)).toHaveLength(1);
  });

  it('does not hide the same words outside quotation marks', () => {
    const yaml = stringify({ statements: [{ text: `The board promises ${article}.`, quotes: [{ words: article }] }] }, { lineWidth: 0 });
    expect(findVerbatimOverlap(markDeclaredQuotations(yaml), shingles)).toEqual([{ line: 2, words: article }]);
    expect(findVerbatimOverlap(markDeclaredQuotations(`---\n${yaml}---\n${article}`), shingles)).toHaveLength(2);
  });
});

describe('splitWords', () => {
  test.each([
    ['It’s a well-kept 2.5 kg lamp.', 6],
    ['Паром придёт в 7 часов.', 5],
    ['新しい灯台が点灯した。', 5],
    ['G7の会議', 3],
    ['', 0],
  ])('splits “%s” into %i words', (text, count) => {
    expect(splitWords(text)).toHaveLength(count);
  });

  it('hashPassage ignores white space and Unicode composition', () => {
    expect(hashPassage(' a\n\u00a0b ')).toBe(hashPassage('a b'));
  });
});
