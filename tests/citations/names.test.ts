import { describe, expect, test } from 'vitest';
import { formatCitations } from '../../src/citations/format-citations.ts';
import { citationFixture } from '../support/citations.ts';

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
