import { citationKey, type CitableItem } from '../../src/citations/citable.ts';
import type { CslItem } from '../../src/citations/csl.ts';
import { citableItems, toCitableItem } from '../../src/citations/to-csl.ts';
import { site, theRecord } from './citation-site.ts';

const [entry] = citableItems(theRecord(), site);

/** Returns a citable fixture with these fields of its CSL item. */
export const citationFixture = (item: Partial<CslItem>): CitableItem => {
  const id = citationKey('entry', 'fixture');
  return { ...entry!, id, keywords: [], csl: { ...entry!.csl, id, note: '', ...item } };
};

/** Returns a real entry as it is cited after a later revision. */
export function revised(id: string, date: string): CitableItem {
  const node = theRecord().entries.find((candidate) => candidate.id === id)!;
  const revisions = [...node.data.revisions, { date, text: 'Corrected a statement.' }];
  return toCitableItem({ kind: 'entry', node: { ...node, data: { ...node.data, revisions } } }, site);
}
