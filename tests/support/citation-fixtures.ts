import { keyOf, type Citable } from '../../src/citations/citable.ts';
import type { CslItem } from '../../src/citations/csl.ts';
import { allCitables } from '../../src/citations/citable-items.ts';
import { citeEntry } from '../../src/citations/entry-to-csl.ts';
import { site, theRecord } from './citation-site.ts';

const [entry] = allCitables(theRecord(), site);

/** A citable thing whose item is made up for a test. */
export const madeUp = (item: Partial<CslItem>, rest: Partial<Citable> = {}): Citable => ({
  ...entry!,
  id: keyOf('entry', 'made-up'),
  keywords: [],
  ...rest,
  csl: { ...entry!.csl, id: 'jrr-entry-made-up', note: '', ...item } as CslItem,
});

/** A real entry as it is cited after a later revision. */
export function revised(id: string, date: string): Citable {
  const entry = theRecord().entries.find((candidate) => candidate.id === id)!;
  const revisions = [...entry.data.revisions, { date, text: 'A statement was put right.' }];
  return citeEntry({ ...entry, data: { ...entry.data, revisions } }, site);
}
