import { expect, test } from 'vitest';
import { searchFullText } from '../../../src/search/engine/full-text.ts';
import { parseQuery } from '../../../src/search/engine/query.ts';

/** Runs a query with a stub of Pagefind that finds every page. Returns the pages that remain. */
async function findPages(text: string, pages: readonly string[]): Promise<string[]> {
  const results = pages.map((content, index) => ({ id: String(index), score: 1, data: async () => ({ excerpt: '', content }) }));
  const pagefind = {
    search: async () => ({ results }),
    init: async () => undefined,
    options: async () => undefined,
    preload: async () => undefined,
  };
  const found = await searchFullText(parseQuery(text), { pagefind, indexOf: Number });
  return found.map(({ index }) => pages[index]!);
}

test.each([
  ['10% of fares', ['10 fares', '10% of fares', 'fares: 10 per cent'], ['10% of fares', 'fares: 10 per cent']],
  ['10 fares', ['10 fares', '10% of fares'], ['10 fares', '10% of fares']],
  ['“ferry sails”', ['The ferry sails.', 'Ferries sail.', 'The last ferry. Sails are white.'], ['The ferry sails.']],
  [
    '“last, ferry” “by night”',
    ['the last ferry, by night', 'the last ferry', 'by night the last ferry'],
    ['the last ferry, by night', 'by night the last ferry'],
  ],
])('returns for %s only pages that have it', async (text, pages, found) => {
  expect(await findPages(text, pages)).toEqual(found);
});
