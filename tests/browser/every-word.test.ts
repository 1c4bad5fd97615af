import { expect, it } from 'vitest';
import { askSite } from '../../scripts/search/ask-site.ts';
import { notFound, wordsOfPage } from '../built/page-words.ts';
import { builtPages } from '../built/pages.ts';
import { site } from './site.ts';

/** What nobody searches for: the page of what is not there, and the search itself. */
const NOT_SOUGHT = new Set(['/404.html', '/search/']);

const { open } = site();
const base = (process.env.BASE_PATH ?? '').replace(/\/+$/, '');

it('finds every page by every word of its main text', { timeout: 180_000 }, async () => {
  const pages = new Map(
    [...builtPages()].filter(([address]) => !NOT_SOUGHT.has(address)).map(([address, { document }]) => [address, wordsOfPage(document)]),
  );
  expect(pages.size).toBeGreaterThan(100);
  expect([...pages].filter(([, words]) => words.size < 20).map(([address]) => address)).toEqual([]);

  const words = [...new Set([...pages.values()].flatMap((each) => [...each]))].toSorted();
  expect(words.length).toBeGreaterThan(2000);
  const page = await open('/search/');
  const lists = await askSite(
    page,
    words.map((text) => ({ text, filters: {} })),
    base,
  );
  await page.context().close();
  expect(notFound(pages, new Map(words.map((word, index) => [word, lists[index]!])))).toEqual([]);
});
