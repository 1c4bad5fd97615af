import type { SitemapItem } from '@astrojs/sitemap';
import { citableItems } from '../citations/citable-items.ts';
import { siteMetadata } from '../citations/create-site-metadata.ts';
import { withBase } from '../paths/paths.ts';
import { loadRecord } from '../loader/load-record.ts';

/**
 * For the sitemap, the day on which a citable page was last changed: by its entry's revisions, else by the edition.
 * Pages that gather others (lists, search) get none. What has moved or was withdrawn is left out.
 *
 * @param base the path under which the site is published
 */
export function sitemapLastmod(base: string): (item: SitemapItem) => SitemapItem | undefined {
  let days: Map<string, string | null> | undefined;
  return (item) => {
    days ??= readDays(base);
    const day = days.get(new URL(item.url).pathname);
    if (day === null) return undefined;
    return day ? { ...item, lastmod: day } : item;
  };
}

/** Days by path, null for what stands no longer: where the site is published has no part in them. */
function readDays(base: string): Map<string, string | null> {
  const url = (address: string) => withBase(base, address);
  const record = loadRecord();
  const { id: name, data } = record.editions.at(-1)!;
  return new Map<string, string | null>([
    ...citableItems(record, siteMetadata({ name, ...data }, url)).map(
      (citable) => [citable.url, citable.withdrawn ? null : citable.modified] as const,
    ),
    ...record.redirects.map(({ from }) => [url(from), null] as const),
  ]);
}
