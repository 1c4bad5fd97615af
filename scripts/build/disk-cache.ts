import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where build steps keep what they made, from the project's root: generated, safe to delete. */
const FOLDER = '.astro/made';

/**
 * What was made from the same things before, or what `make` gives now, kept for later builds.
 *
 * @param from everything that the result depends on, the code and packages that make it included
 */
export async function diskCache(from: readonly string[], make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const sum = createHash('sha256').update(JSON.stringify(from)).digest('hex');
  const path = join(FOLDER, sum.slice(0, 2), sum.slice(2));
  if (existsSync(path)) return readFileSync(path);
  const made = await make();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, made);
  renameSync(`${path}.${process.pid}`, path);
  return made;
}
