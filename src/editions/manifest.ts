import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { siteName, siteUrl } from '../config/site.ts';
import { withBase } from '../paths/paths.ts';
import { UserError } from '../loader/user-error.ts';
import type { Content } from '../record/content.ts';
import { resolveReferences } from '../record/resolve-references.ts';
import { sha256 } from '../text/sha256.ts';
import { readEditionFiles } from './edition-files.ts';
import { getCommit } from './history.ts';
import { createSnapshot, serializeNdjson } from './snapshot.ts';

/** Path of the manifest in a built site. */
export const MANIFEST = 'data/manifest.json';

const checksum = z.string().regex(/^[0-9a-f]{64}$/);

/** A build: its edition, its sources, and the SHA-256 of every file except the manifest. */
const manifestSchema = z.strictObject({
  name: z.string(),
  edition: z.string(),
  date: z.iso.date(),
  status: z.enum(['in-preparation', 'published']),
  note: z.string(),
  /** Commit of the sources; null if there was no repository. */
  commit: z.string().nullable(),
  /** URL of the root of the site for which it was built; null for a local preview. Builds of edition 2026.1 lack it. */
  address: z.url().nullable().optional(),
  /** SHA-256 of the Record's snapshot (`record.ndjson`), which does not depend on where the site is published. */
  record: checksum,
  /** Path from the root of the site → SHA-256, sorted by path. */
  files: z.record(z.string(), checksum),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** Writes the manifest of a built site into it. */
export function writeManifest(root: string, folder: string, content: Content): void {
  const { name: edition, data } = readEditionFiles(root, content).at(-1)!;
  const { date, status, note } = data;
  const record = sha256(serializeNdjson(createSnapshot(resolveReferences(content))));
  const manifest: Manifest = {
    name: siteName,
    ...{ edition, date, status, note },
    commit: getCommit(root),
    address: siteUrl.isPreview ? null : siteUrl.site + withBase(siteUrl.base, '/'),
    record,
    files: hashFiles(folder),
  };
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
}

/**
 * Parses a manifest.
 *
 * @param source file or URL of the text, for the message
 * @throws {UserError} if the text is not a manifest
 */
export function parseManifest(text: string, source: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new UserError(`"${source}" is not a manifest: ${reason}`, 'use the manifest.json of a build');
  }
}

/** Returns path → SHA-256 of all files below a folder except the manifest, sorted by path. */
export function hashFiles(folder: string): Record<string, string> {
  const files = listFiles(folder).filter((path) => path !== MANIFEST);
  return Object.fromEntries(files.map((path) => [path, sha256(readFileSync(join(folder, path)))]));
}

/** Lists all files below a folder, with slashes, sorted by code unit. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).split(sep).join('/'))
    .toSorted((a, b) => (a < b ? -1 : 1));
}
