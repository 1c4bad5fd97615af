import { citationKey, type CitableItem } from '../../src/citations/citable.ts';
import type { CslItem } from '../../src/citations/csl.ts';
import { citableItems } from '../../src/citations/citable-items.ts';
import { entryToCsl } from '../../src/citations/entry-to-csl.ts';
import { site, theRecord } from './citation-site.ts';

const [entry] = citableItems(theRecord(), site);

/** A citable thing whose item is made up for a test. */
export const citationFixtures = (item: Partial<CslItem>, rest: Partial<CitableItem> = {}): CitableItem => ({
  ...entry!,
  id: citationKey('entry', 'made-up'),
  keywords: [],
  ...rest,
  csl: { ...entry!.csl, id: 'jrr-entry-made-up', note: '', ...item } as CslItem,
});

/** A real entry as it is cited after a later revision. */
export function revised(id: string, date: string): CitableItem {
  const entry = theRecord().entries.find((candidate) => candidate.id === id)!;
  const revisions = [...entry.data.revisions, { date, text: 'A statement was put right.' }];
  return entryToCsl({ ...entry, data: { ...entry.data, revisions } }, site);
}
