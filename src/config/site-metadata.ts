import { siteOf } from '../citations/create-site-metadata.ts';
import type { CitedSite } from '../citations/site-metadata.ts';
import type { TheRecord } from '../record/model.ts';
import { withBase } from '../paths/paths.ts';
import { siteAddress } from './site-url.ts';

/** The site as it is built, in the last edition, for what is made outside of Astro's pages. */
export function citedSite({ editions }: TheRecord): CitedSite {
  const { id: name, data } = editions.at(-1)!;
  return siteOf({ name, ...data }, (address) => new URL(withBase(siteAddress.base, address), siteAddress.site).href);
}
