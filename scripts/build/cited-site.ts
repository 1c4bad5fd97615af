import { siteOf } from '../../src/citations/edition.ts';
import type { CitedSite } from '../../src/citations/site.ts';
import type { TheRecord } from '../../src/record/model.ts';
import { withBase } from '../../src/urls/addresses.ts';
import { siteAddress } from './site-address.ts';

/** The site as it is built, in the last edition, for what is made outside of Astro's pages. */
export function citedSite({ editions }: TheRecord): CitedSite {
  const { id: name, data } = editions.at(-1)!;
  return siteOf({ name, ...data }, (address) => new URL(withBase(siteAddress.base, address), siteAddress.site).href);
}
