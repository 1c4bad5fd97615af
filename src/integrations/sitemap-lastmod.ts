import type { SitemapItem } from '@astrojs/sitemap';
import { citableItems } from '../citations/to-csl.ts';
import { siteMetadata } from '../config/site.ts';
import { editionsPath, withBase } from '../paths/paths.ts';
import { loadRecord } from '../loader/load-record.ts';

/**
 * Returns a function that adds `lastmod` to the sitemap's item of a citable page: the day of its entry's last revision, else of the edition.
 * Items of other pages, such as lists and the search, get none. Redirects, tombstones and the articles of editions are removed from the sitemap.
 *
 * @param base base path of the site
 */
export function sitemapLastmod(base: string): (item: SitemapItem) => SitemapItem | undefined {
  let days: Map<string, string | null> | undefined;
  return (item) => {
    days ??= lastModifiedDays(base);
    const { pathname } = new URL(item.url);
    const day = days.get(pathname);
    const editions = withBase(base, editionsPath);
    if (day === null || (pathname.startsWith(editions) && pathname !== editions)) return undefined;
    return day ? { ...item, lastmod: day } : item;
  };
}

/** Days as `YYYY-MM-DD`, by path; null for redirects and tombstones. */
function lastModifiedDays(base: string): Map<string, string | null> {
  const url = (path: string) => withBase(base, path);
  const record = loadRecord();
  const citables = citableItems(record, siteMetadata(record));
  return new Map<string, string | null>([
    ...citables.map(({ address, withdrawn, modified }) => [url(address), withdrawn ? null : modified] as const),
    ...record.redirects.map(({ from }) => [url(from), null] as const),
  ]);
}
