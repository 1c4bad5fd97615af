import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffEditions, type EditionDiff } from './diff-editions.ts';
import type { TheRecord } from '../record/model.ts';
import { editionFolder } from './edition-files.ts';

/** All editions of a Record, newest first, each with what changed in it, for what is made outside of Astro's pages. */
export function loadEditionDiffs(root: string, record: TheRecord): EditionDiff[] {
  const sealed = record.editions.flatMap(({ id }) => {
    const path = join(root, editionFolder(id), 'record.ndjson');
    return existsSync(path) ? [[id, readFileSync(path, 'utf8')] as const] : [];
  });
  return diffEditions(record, new Map(sealed));
}
