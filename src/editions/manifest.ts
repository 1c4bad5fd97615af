import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { siteName, siteUrl } from '../config/site.ts';
import { UserError } from '../loader/errors.ts';
import { withBase } from '../paths/paths.ts';
import type { Content } from '../record/content.ts';
import { resolveReferences } from '../record/resolve-references.ts';
import { createSnapshot, readEditionFiles, serializeNdjson } from './edition-files.ts';
import { getCommit } from './history.ts';

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

/** The result of a comparison with a manifest. */
export interface ManifestCheck {
  manifest: Manifest;
  /** Number of files compared. */
  compared: number;
  /** Files that differ, each with the reason. */
  differences: string[];
}

/**
 * Compares a folder with a manifest.
 *
 * @param expected by default the manifest in the folder
 * @throws {UserError} if the folder has no manifest
 */
export function verifyFolder(folder: string, expected?: Manifest): ManifestCheck {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) throw new UserError(`"${folder}" has no ${MANIFEST}`, 'run npm run build, or name the folder of a built site');
  const found = parseManifest(readFileSync(path, 'utf8'), path);
  const manifest = expected ?? found;
  const differences = Object.entries(manifest.files).flatMap(([file, sum]) => {
    if (!existsSync(join(folder, file))) return [`${file}: is missing`];
    return sha256(readFileSync(join(folder, file))) === sum ? [] : [`${file}: differs`];
  });
  const unlisted = listFiles(folder).filter((file) => !Object.hasOwn(manifest.files, file) && file !== MANIFEST);
  return {
    manifest,
    compared: Object.keys(manifest.files).length,
    differences: [...diffManifests(found, manifest), ...differences, ...unlisted.map((file) => `${file}: is not in the manifest`)],
  };
}

/** Number of requests at a time: enough to be fast, few enough not to be taken for an attack. */
const CONCURRENCY = 8;

/**
 * Compares the pages and files that a host serves, including its 404 page, with a manifest. Skips files that configure the host.
 *
 * @param address URL of the site's root
 * @param expected by default the manifest on the host, which only proves that host and manifest agree
 * @throws {UserError} if the host cannot be reached or has no manifest
 */
export async function verifyHost(address: string, expected?: Manifest): Promise<ManifestCheck> {
  if (!URL.canParse(address)) throw new UserError(`"${address}" is not a URL`, 'write one such as https://example.org/record/');
  const root = address.endsWith('/') ? address : `${address}/`;
  const url = new URL(MANIFEST, root).href;
  const { status, body } = await get(url).catch((error: unknown) => {
    throw new UserError(`cannot reach "${url}": ${formatReason(error)}`, 'check the address, and that the host serves it');
  });
  if (status !== 200) throw new UserError(`"${url}" returned ${status}`, 'name the URL of the root of this site');
  const found = parseManifest(body.toString('utf8'), url);
  const manifest = expected ?? found;
  const files = Object.entries(manifest.files).filter(([path]) => !isHostConfig(path));
  const differences = [...diffManifests(found, manifest), ...diffAddress(manifest.address, new URL(root))];
  const queue = files.values();
  const worker = async () => {
    for (const [path, sum] of queue) differences.push(...(await verifyUrl(path, sum, root)));
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return { manifest, compared: files.length, differences: differences.toSorted() };
}

/** Time limit of a request. */
const TIMEOUT_SECONDS = 30;

/** Returns the SHA-256 of bytes, or of a text as UTF-8, in hexadecimal. */
export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

const diffManifests = (a: Manifest, b: Manifest) => (JSON.stringify(a) === JSON.stringify(b) ? [] : [`${MANIFEST}: differs`]);

/** Returns whether a file configures the host, which does not serve it. */
const isHostConfig = (path: string) =>
  path.startsWith('_headers') || path.startsWith('_redirects') || path.split('/').some((part) => part.startsWith('.'));

/** Compares the address for which a site was built with the one that serves it. On this machine, only the base path must be the same. */
function diffAddress(built: string | null | undefined, served: URL): string[] {
  const isThisMachine = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(served.hostname);
  if (built === undefined || (built === null && isThisMachine)) return [];
  if (built !== null && (isThisMachine ? new URL(built).pathname === served.pathname : built === served.href)) return [];
  const hint = `build it again with SITE_URL=${served.origin} BASE_PATH=${served.pathname.replace(/(?<=.)\/$/, '')}`;
  return [`${built === null ? 'the build is a local preview' : `the build was made for ${built}`}, not for ${served.href}: ${hint}`];
}

/** Formats the reason why a request failed. `fetch` only says "fetch failed"; its cause has the reason. */
function formatReason(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
  if (name === 'TimeoutError') return `no response within ${TIMEOUT_SECONDS} seconds`;
  return cause?.message || cause?.code || message;
}

async function verifyUrl(path: string, sum: string, root: string): Promise<string[]> {
  // A page is served without the name of its file, and the 404 page for a path that does not exist.
  const served = path === '404.html' ? 'no-such-page-of-the-record/' : path.replace(/(^|\/)index\.html$/, '$1');
  const url = new URL(served.split('/').map(encodeURIComponent).join('/'), root).href;
  try {
    const { status, body } = await get(url);
    if (status !== (path === '404.html' ? 404 : 200)) return [`${path}: ${url} returned ${status}`];
    return sha256(body) === sum ? [] : [`${path}: ${url} differs`];
  } catch (error) {
    return [`${path}: ${url} could not be fetched: ${formatReason(error)}`];
  }
}

/** Fetches a URL without following redirects. */
async function get(url: string): Promise<{ status: number; body: Buffer }> {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_SECONDS * 1000) });
  return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
}
