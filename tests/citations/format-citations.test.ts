import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatCitations, type StyleName, styleNames } from '../../src/citations/format-citations.ts';
import { citables, citationFixture, revised } from '../support/citations.ts';

/** Citations checked by eye against the manuals, by key and style. Italics are `<i>`. */
const cases = parse(readFileSync(new URL('../cases/citations.yaml', import.meta.url), 'utf8')) as Record<
  string,
  Record<StyleName, { note: string; works: string[] }>
>;
const all = [...citables, { ...revised('tass-2026', '2027-03-01'), id: 'page updated' }];

describe.each(Object.entries(cases))('formatCitations of %s', (id, styles) => {
  test.each(styleNames)('follows the manual of %s', (style) => {
    const { note, works } = formatCitations(
      all.find((citable) => citable.id === id)!,
      style,
    );
    expect({ note: note.html, works: works.entries.map(({ html }) => html) }).toEqual(styles[style]);
  });
});

describe('formatCitations', () => {
  test('is tested with each kind of thing', () => {
    const kinds = new Set(all.filter(({ id }) => id in cases).map(({ subject }) => subject.kind));
    expect([...kinds].toSorted()).toEqual([...new Set(all.map(({ subject }) => subject.kind))].toSorted());
  });

  test('escapes HTML, and keeps the text as it is', () => {
    for (const style of styleNames) {
      const { html, text } = formatCitations(citationFixture({ title: 'Q&A: x < y > z' }), style).works.entries[0]!;
      expect(html).toMatch(/Q&amp;A: x &lt; y &gt; z/i);
      expect(text).toMatch(/Q&A: x < y > z/i);
    }
  });

  test('prints particles of names', () => {
    const author = [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van den' }];
    expect(formatCitations(citationFixture({ author }), 'apa').works.entries[0]!.text).toMatch(/^van den Berg, J\. \(2026\)/);
    expect(formatCitations(citationFixture({ author }), 'chicago').note.text).toMatch(/^Jan van den Berg,/);
  });

  test.each<[StyleName, string]>([
    ['chicago', '“A Page.” In The Japan–Russia Record, edited by Ada Byron, 2026.1 ed., 2026.'],
    ['mla', '“A Page.” The Japan–Russia Record, edited by Ada Byron, 2026.1 ed., 22 Nov. 2026,'],
    ['apa', 'A Page. (2026). In A. Byron (Ed.), The Japan–Russia Record (2026.1 ed.).'],
  ])('prints the editor after the title of a page in %s', (style, expected) => {
    const edited = citationFixture({ title: 'A Page', editor: [{ family: 'Byron', given: 'Ada' }] });
    expect(formatCitations(edited, style).works.entries[0]!.text).toContain(expected);
    expect(formatCitations(edited, style).note.text).toMatch(/^\(?“A Page/);
  });

  test('prints n.d. for a work without a date', () => {
    const undated = citationFixture({});
    delete undated.csl.issued;
    expect(formatCitations(undated, 'apa').note.text).toMatch(/^\(“.*,” n\.d\.\)$/);
  });

  test('formats a page from the template of its kind as it would format the page itself', () => {
    // Entries have no template. Sources and data are not named in the text.
    const { subject } = all.find(({ subject: { kind } }) => kind === 'entry')!;
    const sample = all.filter(({ subject: { kind }, id }) => kind !== 'source' && kind !== 'data' && (id.length + kind.length) % 7 === 0);
    expect(sample.length).toBeGreaterThan(20);
    for (const item of sample)
      for (const style of styleNames) expect(formatCitations(item, style)).toEqual(formatCitations({ ...item, subject }, style));
  });
});

const LANGUAGES = ['en', 'ja', 'ru', 'zh', 'ko', 'vi', 'hu', 'uk'];

/** Returns the entry in the list of works of an article in a language, in Chicago style. */
function work(language: string, family: string, given: string, style: 'chicago' | 'mla' | 'apa' = 'chicago') {
  return formatCitations(citationFixture({ type: 'article-newspaper', language, author: [{ family, given }] }), style).works.entries[0]!
    .text;
}

describe.each(LANGUAGES)('formatCitations of an article in the language “%s”', (language) => {
  test.each([
    ['Latin', 'Quill', 'Ada', 'Quill, Ada.', 'Quill, A. '],
    ['Cyrillic', 'Перов', 'Иван', 'Перов, Иван.', 'Перов, И. '],
    ['Japanese', '佐藤', '花子', '佐藤花子.', '佐藤花子'],
  ])('orders an author in %s script by the script', (_, family, given, chicago, apa) => {
    expect(work(language, family, given)).toContain(chicago);
    expect(work(language, family, given, 'mla')).toContain(chicago);
    expect(work(language, family, given, 'apa')).toContain(apa);
  });
});

test('formatCitations capitalizes the words of an English title only', () => {
  const cite = (language: string) =>
    formatCitations(citationFixture({ type: 'article-newspaper', language, title: 'A lamp for the harbour' }), 'chicago').note.text;
  expect(cite('en')).toContain('A Lamp for the Harbour');
  expect(cite('fr')).toContain('A lamp for the harbour');
});
