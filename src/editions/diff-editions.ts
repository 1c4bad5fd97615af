import type { EditionNode, TheRecord } from '../record/model.ts';
import { diffSnapshots, type Change } from './diff.ts';
import { createSnapshot, parseNdjson, type SnapshotItem } from './snapshot.ts';

/** An edition with what changed in it; the first has nothing to be compared with. */
export interface EditionDiff {
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
export function diffEditions(record: TheRecord, sealed: ReadonlyMap<string, string>): EditionDiff[] {
  const holds = ({ id, data }: EditionNode): SnapshotItem[] => {
    if (data.status === 'in-preparation') return createSnapshot(record);
    const text = sealed.get(id);
    if (text === undefined) throw new Error(`edition ${id} has no record.ndjson: restore content/editions/${id}`);
    return parseNdjson(text);
  };
  const data = record.editions.length > 1 ? record.editions.map(holds) : [];
  return record.editions
    .map((edition, index) => (index === 0 ? { edition } : { edition, changes: diffSnapshots(data[index - 1]!, data[index]!) }))
    .toReversed();
}
