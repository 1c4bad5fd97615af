import { citationKey, type CitableItem } from '../../src/citations/citable.ts';
import type { CslItem } from '../../src/citations/csl.ts';
import { citableItems, toCitableItem } from '../../src/citations/to-csl.ts';
import { siteMetadata, type SiteMetadata } from '../../src/config/site.ts';
import { record } from './record.ts';

const { inPreparation: _, ...metadata } = siteMetadata(record);

/** The site under a base path, as tests cite it: the real Record as its first edition. */
export const site: SiteMetadata = {
  ...metadata,
  edition: '2026.1',
  issued: '2026-11-22',
  url: (path) => `https://example.org/record${path}`,
};

/** Every item of the Record that can be cited. */
export const citables = citableItems(record, site);

/** Returns a citable fixture with these fields of its CSL item. */
export const citationFixture = (item: Partial<CslItem>): CitableItem => {
  const id = citationKey('entry', 'fixture');
  return { ...citables[0]!, id, keywords: [], csl: { ...citables[0]!.csl, id, note: '', ...item } };
};

/** Returns a real entry as it is cited after a later revision. */
export function revised(id: string, date: string): CitableItem {
  const node = record.entries.find((candidate) => candidate.id === id)!;
  const revisions = [...node.data.revisions, { date, text: 'Corrected a statement.' }];
  return toCitableItem({ kind: 'entry', node: { ...node, data: { ...node.data, revisions } } }, site);
}
