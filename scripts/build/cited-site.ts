import { edition } from '../../src/citations/edition.ts';
import type { CitedSite } from '../../src/citations/site.ts';
import { withBase } from '../../src/urls/addresses.ts';
import { siteAddress } from './site-address.ts';

/** The site as it is built, for what is made outside of Astro's pages. */
export const citedSite: CitedSite = {
  ...edition,
  url: (address) => new URL(withBase(siteAddress.base, address), siteAddress.site).href,
};
