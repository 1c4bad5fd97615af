import { siteMetadata } from '../citations/create-site-metadata.ts';
import type { SiteMetadata } from '../citations/site-metadata.ts';
import { currentEdition } from '../editions/load-editions.ts';
import { withBase } from '../paths/paths.ts';

/** The site as it is built: `SITE_URL` and `BASE_PATH` reach it through Astro's `site` and `base`. */
export const site: SiteMetadata = siteMetadata(
  currentEdition,
  (address) => new URL(withBase(import.meta.env.BASE_URL, address), import.meta.env.SITE).href,
);
