import { expect, it } from 'vitest';
import { notFound, getPageWords } from '../support/page-words.ts';
import { builtPages } from '../support/built-pages.ts';
import { queryWords } from '../support/search-words.ts';
import { site } from '../support/browser-site.ts';

/** What nobody searches for: the page of what is not there, and the search itself. */
const NOT_SOUGHT = new Set(['/404.html', '/search/']);

const built = site();

it('finds every page by every word of its main text', { timeout: 180_000 }, async () => {
  const pages = new Map(
    [...builtPages()].filter(([address]) => !NOT_SOUGHT.has(address)).map(([address, { document }]) => [address, getPageWords(document)]),
  );
  expect(pages.size).toBeGreaterThan(100);
  expect([...pages].filter(([, words]) => words.size < 20).map(([address]) => address)).toEqual([]);

  const words = [...new Set([...pages.values()].flatMap((each) => [...each]))].toSorted();
  expect(words.length).toBeGreaterThan(2000);
  const lists = await queryWords(built, words);
  expect(notFound(pages, new Map(words.map((word, index) => [word, lists[index]!])))).toEqual([]);
});
