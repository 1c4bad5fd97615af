import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareEditionsOf, type ComparedEdition } from './diff-editions.ts';
import type { TheRecord } from '../record/model.ts';
import { folderOf } from './edition-files.ts';

/** All editions of a Record, newest first, each with what changed in it, for what is made outside of Astro's pages. */
export function comparedEditions(root: string, record: TheRecord): ComparedEdition[] {
  const sealed = record.editions.flatMap(({ id }) => {
    const path = join(root, folderOf(id), 'record.ndjson');
    return existsSync(path) ? [[id, readFileSync(path, 'utf8')] as const] : [];
  });
  return compareEditionsOf(record, new Map(sealed));
}
