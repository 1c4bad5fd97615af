import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../record/content.ts';
import { compareEditions } from '../record/sort.ts';
import type { Edition } from '../schema/edition.ts';
import { parseNdjson, type SnapshotItem } from './snapshot.ts';

/** The files in the folder of an edition. */
export interface EditionFiles {
  /** Such as 2026.1. */
  name: string;
  /** Data of `edition.yaml`. */
  data: Edition;
  /** Path of `edition.yaml` from the project's root. */
  file: string;
  /** Text of `addresses.txt`; undefined if it is missing. */
  addresses: string | undefined;
  /** Text of `record.ndjson`; undefined if it is missing. */
  snapshotText: string | undefined;
}

/** Returns the folder of an edition, from the project's root. */
export const editionFolder = (name: string) => `content/editions/${name}`;

/** Reads the files of all editions, oldest first. */
export function readEditionFiles(root: string, content: Content): EditionFiles[] {
  return content.editions
    .map(({ id: name, file, data }) => {
      const text = (each: string) => {
        const path = join(root, editionFolder(name), each);
        return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
      };
      return { name, data, file, addresses: text('addresses.txt'), snapshotText: text('record.ndjson') };
    })
    .toSorted((a, b) => compareEditions(a.name, b.name));
}

/** Reads the snapshot of an edition. @throws {Error} if the file is missing */
export function readSnapshot(root: string, name: string): SnapshotItem[] {
  const file = join(editionFolder(name), 'record.ndjson');
  if (!existsSync(join(root, file))) throw new Error(`${file} is missing: restore it from git`);
  return parseNdjson(readFileSync(join(root, file), 'utf8'));
}
