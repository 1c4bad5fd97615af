import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../record/content.ts';
import { compareEditions } from '../record/sort.ts';
import type { Edition } from '../schema/edition.ts';

/** An edition as its folder keeps it. */
export interface EditionFiles {
  /** Such as 2026.1. */
  name: string;
  data: Edition;
  /** Path of `edition.yaml` from the project's root. */
  file: string;
  /** Text of `addresses.txt` and of `record.ndjson`; undefined where they are not there. */
  addresses: string | undefined;
  record: string | undefined;
}

/** Folder of an edition, from the project's root. */
export const editionFolder = (name: string) => `content/editions/${name}`;

/** All editions with what they keep, oldest first. */
export function readEditionFiles(root: string, content: Content): EditionFiles[] {
  return content.editions
    .map(({ id: name, file, data }) => {
      const text = (each: string) => {
        const path = join(root, editionFolder(name), each);
        return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
      };
      return { name, data, file, addresses: text('addresses.txt'), record: text('record.ndjson') };
    })
    .toSorted((a, b) => compareEditions(a.name, b.name));
}
