import type { CitedSite } from '../citations/site.ts';
import { withBase } from '../urls/addresses.ts';

/** The site as it is built: `SITE_URL` and `BASE_PATH` reach it through Astro's `site` and `base`. */
export const site: CitedSite = {
  name: 'The Japan–Russia Record',
  url: (address) => new URL(withBase(import.meta.env.BASE_URL, address), import.meta.env.SITE).href,
  edition: '2026.1',
  issued: '2026-11-22',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  description:
    'A documentary edition of Japan–Russia relations, 2015–2026: five articles taken apart into statements, each traced to its paragraph.',
};
