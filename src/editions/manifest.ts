import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { createSnapshot, serializeNdjson } from './snapshot.ts';
import type { Content } from '../record/content.ts';
import { resolveReferences } from '../record/resolve-references.ts';
import { getCommit } from './history.ts';
import { sha256 } from '../text/sha256.ts';
import { readEditionFiles } from './edition-files.ts';

/** Where the manifest stands in a built site. */
export const MANIFEST = 'data/manifest.json';

const sum = z.string().regex(/^[0-9a-f]{64}$/);

/** What a build is: its edition, what it was made from, and the check sum of every file but the manifest itself. */
export const manifestSchema = z.strictObject({
  name: z.string(),
  edition: z.string(),
  date: z.iso.date(),
  status: z.enum(['in-preparation', 'published']),
  note: z.string(),
  /** Commit of the sources; null where there was no repository. */
  commit: z.string().nullable(),
  /** SHA-256 of the Record's data as an edition freezes it (`record.ndjson`): the same wherever the site is published. */
  record: sum,
  /** SHA-256 of every file, by its path from the root of the site, sorted by path. */
  files: z.record(z.string(), sum),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** Writes the manifest of a built site into it. */
export function writeManifest(root: string, folder: string, content: Content): Manifest {
  const { name: edition, data } = readEditionFiles(root, content).at(-1)!;
  const { date, status, note } = data;
  const record = sha256(serializeNdjson(createSnapshot(resolveReferences(content))));
  const manifest = {
    name: 'The Japan–Russia Record',
    edition,
    date,
    status,
    note,
    commit: getCommit(root),
    record,
    files: hashFiles(folder),
  };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}

/**
 * Reads a manifest.
 *
 * @throws {Error} where the text is none
 */
export function readManifest(text: string): Manifest {
  const result = manifestSchema.safeParse(JSON.parse(text));
  if (!result.success) throw new Error(`is no manifest: ${z.prettifyError(result.error)}`);
  return result.data;
}

/** The check sums of all files below a folder but the manifest, by path, sorted. */
export function hashFiles(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder)
      .filter((path) => path !== MANIFEST)
      .map((path) => [path, sha256(readFileSync(join(folder, path)))]),
  );
}

/** All files below a folder, with slashes, sorted by code unit. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).split(sep).join('/'))
    .toSorted((a, b) => (a < b ? -1 : 1));
}
