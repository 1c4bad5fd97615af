import type { EditionNode, TheRecord } from '../record/model.ts';
import { difference, type Change } from './diff.ts';
import { freezeRecord, fromLines, type Frozen } from './snapshot.ts';

/** An edition with what changed in it; the first has nothing to be compared with. */
export interface ComparedEdition {
  edition: EditionNode;
  /** Undefined for the first edition. */
  changes?: readonly Change[];
}

/**
 * All editions, newest first, each compared with the one before it; the one in preparation as the Record is now.
 *
 * @param sealed text of `record.ndjson` by name of the edition
 * @throws {Error} where a published edition has none
 */
export function compareEditionsOf(record: TheRecord, sealed: ReadonlyMap<string, string>): ComparedEdition[] {
  const holds = ({ id, data }: EditionNode): Frozen[] => {
    if (data.status === 'in-preparation') return freezeRecord(record);
    const text = sealed.get(id);
    if (text === undefined) throw new Error(`edition ${id} has no record.ndjson: restore content/editions/${id}`);
    return fromLines(text);
  };
  const data = record.editions.length > 1 ? record.editions.map(holds) : [];
  return record.editions
    .map((edition, index) => (index === 0 ? { edition } : { edition, changes: difference(data[index - 1]!, data[index]!) }))
    .toReversed();
}
