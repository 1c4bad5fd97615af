import type { SitemapItem } from '@astrojs/sitemap';
import { allCitables } from '../../src/citations/all.ts';
import { edition } from '../../src/citations/edition.ts';
import { withBase } from '../../src/urls/addresses.ts';
import { currentRecord } from '../content/current.ts';

/**
 * For the sitemap, the day on which a citable page was last changed: by its entry's revisions, else by the edition.
 * Pages that gather others (lists, search) get none.
 *
 * @param base the path under which the site is published
 */
export function lastChanges(base: string): (item: SitemapItem) => SitemapItem {
  let days: Map<string, string> | undefined;
  return (item) => {
    days ??= readDays(base);
    const day = days.get(new URL(item.url).pathname);
    return day ? { ...item, lastmod: day } : item;
  };
}

/** Days by path: where the site is published has no part in them. */
function readDays(base: string): Map<string, string> {
  const url = (address: string) => withBase(base, address);
  const record = currentRecord();
  return new Map(allCitables(record, { ...edition, url }).map((citable) => [citable.url, citable.modified]));
}
