import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Why a command would not do what it was asked, and what to do instead. Nothing was written. */
export class UsageError extends Error {
  override name = 'Refusal';

  constructor(what: string, remedy: string) {
    super(`${what}\n    → ${remedy}`);
  }
}

/**
 * Writes new files, all or none, and never over one that is there.
 *
 * @param files path → text
 * @param must paths (files or folders) that must not be there yet
 * @throws {UsageError} where one is there
 */
export function writeFiles(files: ReadonlyMap<string, string>, must: readonly string[] = [...files.keys()]): void {
  for (const path of must)
    if (existsSync(path)) throw new UsageError(`${path} is there already: nothing was written`, 'choose another id, or edit what is there');
  const written: string[] = [];
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: 'wx' });
      written.push(path);
    }
  } catch (error) {
    for (const path of written) rmSync(path);
    throw error;
  }
}
