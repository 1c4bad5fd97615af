import type { EditionNode, TheRecord } from '../record/model.ts';
import { memoize } from '../text/memoize.ts';
import { loadSnapshots } from './diff.ts';
import type { SnapshotItem } from './snapshot.ts';

/** An edition with its data as they were: the fields of older editions may lack newer ones. */
export interface FrozenEdition extends EditionNode {
  items: readonly SnapshotItem[];
  /** Items by kind and id: `statement tass-2026.s11`. */
  byKey: ReadonlyMap<string, SnapshotItem>;
}

/**
 * Returns the editions with their data, newest first. That of an edition in preparation is the Record itself.
 *
 * @throws {Error} if the data of a published edition are missing
 */
export const loadFrozenEditions = memoize((record: TheRecord): FrozenEdition[] =>
  loadSnapshots(process.cwd(), record)
    .map((items, index) => ({
      ...record.editions[index]!,
      items,
      byKey: new Map(items.map((item) => [`${item.kind} ${item.id}`, item])),
    }))
    .toReversed(),
);
