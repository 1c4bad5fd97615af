import { withBase } from '../paths/paths.ts';
import { corpusSummary } from '../record/corpus-summary.ts';
import type { TheRecord } from '../record/model.ts';
import { memoize } from '../text/memoize.ts';
import { parseSiteUrl } from './site-url.ts';

/** Name under which the Record publishes. It is the author, container and publisher of what is cited. */
export const siteName = 'The Japan–Russia Record';

/** The name in ASCII, for packages and files. */
export const siteSlug = 'japan-russia-record';

/** Licence of the Record's own text: SPDX id, URL, short label and title. */
export const license = {
  id: 'CC-BY-4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  label: 'CC BY 4.0',
  title: 'Creative Commons Attribution 4.0',
} as const;

/** Origin and base path under which the site is published: `SITE_URL` and `BASE_PATH`. */
export const siteUrl = parseSiteUrl(process.env);

/** The site as citations and exports need it. They take it as an argument, since they read no environment. */
export interface SiteMetadata {
  name: string;
  /** Returns the absolute URL of a path of the site (`/entries/tass-2026/`), with its base path. */
  url: (path: string) => string;
  /** The edition that citations name, such as `2026.1`. */
  edition: string;
  /** Date of the edition, `YYYY-MM-DD`. */
  issued: string;
  /** Whether the edition is not published yet. */
  inPreparation?: true;
  /** URL of the licence of the Record's own text. */
  license: string;
  /** What the Record is, in a sentence. */
  description: string;
}

/** Returns the site in its last edition. */
export const siteMetadata = memoize((record: TheRecord): SiteMetadata => {
  const { id, data } = record.editions.at(-1)!;
  const { number, years } = corpusSummary(record);
  return {
    name: siteName,
    edition: id,
    issued: data.date,
    ...(data.status === 'in-preparation' && { inPreparation: true as const }),
    license: license.url,
    description: `A documentary edition of Japan–Russia relations, ${years}: ${number} articles taken apart into statements, each traced to its paragraph.`,
    url: (path) => new URL(withBase(siteUrl.base, path), siteUrl.site).href,
  };
});
