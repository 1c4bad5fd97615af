import { siteMetadata } from '../citations/create-site-metadata.ts';
import type { SiteMetadata } from '../citations/site-metadata.ts';
import type { TheRecord } from '../record/model.ts';
import { withBase } from '../paths/paths.ts';
import { siteUrl } from './site-url.ts';

/** The site as it is built, in the last edition, for what is made outside of Astro's pages. */
export function loadSiteMetadata({ editions }: TheRecord): SiteMetadata {
  const { id: name, data } = editions.at(-1)!;
  return siteMetadata({ name, ...data }, (address) => new URL(withBase(siteUrl.base, address), siteUrl.site).href);
}
