import { currentRecord } from 'record:current';
import type { TheRecord } from './model.ts';

let record: TheRecord | undefined;

/** The Record of this build: loaded and linked once, shared by every page. While authors work: the Record as their files have it now. */
export async function loadRecord(): Promise<TheRecord> {
  if (import.meta.env.DEV) return currentRecord();
  return (record ??= currentRecord());
}
