import { keyOf, type Citable } from '../../src/citations/citable.ts';
import type { CslItem } from '../../src/citations/csl.ts';
import { allCitables } from '../../src/citations/all.ts';
import { site, theRecord } from './site.ts';

const [entry] = allCitables(theRecord(), site);

/** A citable thing whose item is made up for a test. */
export const madeUp = (item: Partial<CslItem>, rest: Partial<Citable> = {}): Citable => ({
  ...entry!,
  id: keyOf('entry', 'made-up'),
  keywords: [],
  ...rest,
  csl: { ...entry!.csl, id: 'jrr-entry-made-up', note: '', ...item } as CslItem,
});
