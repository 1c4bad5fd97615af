import type { Page } from 'playwright-core';
import type { QueryResult } from './metrics.ts';
import type { Facets, Query } from './query-set.ts';

/** A query as the search of the site is asked. */
export interface Question {
  text: string;
  filters: Record<string, string[]>;
}

/** What the element of the search page offers to whoever asks it from a script. */
type Search = HTMLElement & { find: (text: string, filters?: Record<string, string[]>) => Promise<{ url: string }[]> };

/**
 * Asks the site's own search, in a page that stands at its search page.
 *
 * @returns for each question the addresses found, best first, from the site's root, each page once
 */
export async function querySite(page: Page, questions: readonly Question[], base = ''): Promise<string[][]> {
  await page.evaluate(() => customElements.whenDefined('record-search').then(() => undefined));
  const found = await page.evaluate(async (asked) => {
    const search = document.querySelector<Search>('record-search')!;
    const lists: string[][] = [];
    for (const { text, filters } of asked) lists.push((await search.find(text, filters)).map(({ url }) => url));
    return lists;
  }, questions as Question[]);
  return found.map((list) => [...new Set(list.map((url) => addressOf(url, base)))]);
}

/** Asks the site every query of a set. */
export async function queryAll(page: Page, queries: readonly Query[], base = ''): Promise<QueryResult[]> {
  const lists = await querySite(
    page,
    queries.map(({ text, filters }) => ({ text, filters: siteFilters(filters) })),
    base,
  );
  return queries.map((query, index) => ({ query, found: lists[index]! }));
}

/** Filters by the names that the search of the site has for them. */
function siteFilters({ kind, type, year, ...rest }: Facets): Record<string, string[]> {
  return {
    ...rest,
    ...(kind && { kind: kind.map((each) => (each === 'entry' ? 'article' : each)) }),
    ...(type && { statement: type }),
    ...(year && { year: year.map(String) }),
  };
}

function addressOf(url: string, base: string): string {
  const path = decodeURIComponent(new URL(url, 'http://site').pathname);
  return base && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
}
