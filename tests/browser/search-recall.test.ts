import { expect, it } from 'vitest';
import { site } from '../support/browser-site.ts';
import { builtPages } from '../support/built-pages.ts';
import { findMissingPages, getPageWords } from '../support/page-words.ts';
import { querySite } from '../support/search-quality/query-site.ts';

/** Pages that are not indexed, besides redirects and those that are marked as not searchable. */
const NOT_INDEXED = new Set(['/404.html', '/search/']);
const isIndexed = (path: string, document: Document) =>
  !NOT_INDEXED.has(path) && !document.querySelector('meta[name=robots][content=noindex], main[data-pagefind-ignore]');

const { open } = site();

it('search finds every page by every word of its main text', { timeout: 180_000 }, async () => {
  const pages = new Map(
    [...builtPages()]
      .filter(([path, { document }]) => isIndexed(path, document))
      .map(([path, { document }]) => [path, getPageWords(document)]),
  );
  expect([...pages].filter(([, words]) => words.size < 20).map(([path]) => path)).toEqual([]);

  const words = [...new Set([...pages.values()].flatMap((each) => [...each]))].toSorted();
  const page = await open('/search/');
  const results = await querySite(
    page,
    words.map((text) => ({ text, filters: {} })),
  );
  await page.context().close();
  expect(findMissingPages(pages, new Map(words.map((word, index) => [word, results[index]!])))).toEqual([]);
});
