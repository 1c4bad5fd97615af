import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../text/sha256.ts';
import { listFiles, MANIFEST, readManifest, type Manifest } from './manifest.ts';

/** What was compared, and every file that is not as the manifest has it. */
export interface ManifestCheck {
  manifest: Manifest;
  compared: number;
  differences: string[];
}

/**
 * Compares a folder with a manifest.
 *
 * @param own the manifest to compare with; by default the one in the folder
 * @throws {Error} where there is no manifest
 */
export function verifyFolder(folder: string, own?: Manifest): ManifestCheck {
  if (!existsSync(join(folder, MANIFEST))) throw new Error(`${folder} has no ${MANIFEST}: it is no built site`);
  const theirs = readManifest(readFileSync(join(folder, MANIFEST), 'utf8'));
  const manifest = own ?? theirs;
  const differences = Object.entries(manifest.files).flatMap(([path, sum]) => {
    if (!existsSync(join(folder, path))) return [`${path}: is not there`];
    return sha256(readFileSync(join(folder, path))) === sum ? [] : [`${path}: differs`];
  });
  const more = listFiles(folder).filter((path) => !Object.hasOwn(manifest.files, path) && path !== MANIFEST);
  return {
    manifest,
    compared: Object.keys(manifest.files).length,
    differences: [...sameManifest(theirs, manifest), ...differences, ...more.map((path) => `${path}: is not in the manifest`)],
  };
}

const sameManifest = (a: Manifest, b: Manifest) => (JSON.stringify(a) === JSON.stringify(b) ? [] : [`${MANIFEST}: differs`]);

/** Files by which a host is set up: it does not serve them. */
const isHostConfig = (path: string) =>
  path.startsWith('_headers') || path.startsWith('_redirects') || path.split('/').some((part) => part.startsWith('.'));

/**
 * Compares what a host serves with a manifest: every page under its address, every file under its name, and the page for
 * addresses that are not there. Files by which the host is set up are left out.
 *
 * @param address of the site's root
 * @param own the manifest to compare with; by default the host's own, which then only proves that host and manifest agree
 * @param many requests at a time
 * @throws {Error} where the host gives no manifest
 */
export async function verifyHost(address: string, own?: Manifest, many = 8): Promise<ManifestCheck> {
  const root = address.endsWith('/') ? address : `${address}/`;
  const theirs = await get(new URL(MANIFEST, root).href);
  if (theirs.status !== 200) throw new Error(`${root}${MANIFEST} answers ${theirs.status}: it is no site with a manifest`);
  const served = readManifest(theirs.body.toString('utf8'));
  const manifest = own ?? served;
  const differences = sameManifest(served, manifest);

  const waiting = Object.entries(manifest.files)
    .filter(([path]) => !isHostConfig(path))
    .values();
  let compared = 0;
  const worker = async () => {
    for (const [path, sum] of waiting) {
      const { url, status: wanted } = asked(path, root);
      compared++;
      try {
        const { status, body } = await get(url);
        if (status !== wanted) differences.push(`${path}: ${url} answers ${status}`);
        else if (sha256(body) !== sum) differences.push(`${path}: ${url} differs`);
      } catch (error) {
        differences.push(`${path}: ${url} does not answer (${(error as Error).message})`);
      }
    }
  };
  await Promise.all(Array.from({ length: many }, worker));
  return { manifest, compared, differences: differences.toSorted() };
}

/** How a file is asked for: a page by its address, the page of no address by one that is not there. */
function asked(path: string, root: string): { url: string; status: number } {
  if (path === '404.html') return { url: new URL('no-such-page-of-the-record/', root).href, status: 404 };
  const address = path === 'index.html' ? '' : path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path;
  return { url: new URL(address.split('/').map(encodeURIComponent).join('/'), root).href, status: 200 };
}

async function get(url: string): Promise<{ status: number; body: Buffer }> {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(30_000) });
  return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
}
