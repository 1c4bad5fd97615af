import type { Page } from 'playwright-core';
import type { QueryResult } from './metrics.ts';
import type { QueryFilters, Query } from './query-set.ts';

/** A query with filters by the names of the search page. */
interface SiteQuery {
  text: string;
  filters: Record<string, string[]>;
}

/** The element of the search page. */
type SearchElement = HTMLElement & { find: (text: string, filters?: Record<string, string[]>) => Promise<{ url: string }[]> };

/** Base path of the site, without a slash at its end. */
const BASE_PATH = (process.env.BASE_PATH ?? '').replace(/\/+$/, '');

/**
 * Runs queries on an open search page.
 *
 * @returns for each query the paths of the pages found, best first, without the base path
 */
export async function querySite(page: Page, queries: readonly SiteQuery[]): Promise<string[][]> {
  await page.evaluate(() => customElements.whenDefined('record-search').then(() => undefined));
  const results = await page.evaluate(async (siteQueries) => {
    const search = document.querySelector<SearchElement>('record-search')!;
    const lists: string[][] = [];
    for (const { text, filters } of siteQueries) lists.push((await search.find(text, filters)).map(({ url }) => url));
    return lists;
  }, queries as SiteQuery[]);
  return results.map((urls) => [...new Set(urls.map(toPath))]);
}

/** Runs the queries of a set on an open search page. */
export async function queryAll(page: Page, queries: readonly Query[]): Promise<QueryResult[]> {
  const lists = await querySite(
    page,
    queries.map(({ text, filters }) => ({ text, filters: toSiteFilters(filters) })),
  );
  return queries.map((query, index) => ({ query, paths: lists[index]! }));
}

/** Renames the filters of the content to those of the search page. */
function toSiteFilters({ kind, type, year, ...others }: QueryFilters): Record<string, string[]> {
  return {
    ...others,
    ...(kind && { kind: kind.map((value) => (value === 'entry' ? 'article' : value)) }),
    ...(type && { statement: type }),
    ...(year && { year: year.map(String) }),
  };
}

function toPath(url: string): string {
  const { pathname, hash } = new URL(url, 'http://site');
  const path = decodeURIComponent(pathname + hash);
  return BASE_PATH && path.startsWith(`${BASE_PATH}/`) ? path.slice(BASE_PATH.length) : path;
}
