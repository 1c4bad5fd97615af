import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../../src/loader/errors.ts';

/**
 * Writes new files: all or none.
 *
 * @param files path → text
 * @param created paths of files or folders that must not exist yet
 * @throws {UserError} if one of them exists
 */
export function writeFiles(files: ReadonlyMap<string, string>, created: readonly string[] = [...files.keys()]): void {
  for (const path of created) assertAbsent(path);
  const written: string[] = [];
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(path), { recursive: true });
      const file = openSync(path, 'wx');
      written.push(path);
      try {
        writeFileSync(file, text);
      } finally {
        closeSync(file);
      }
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw error;
  }
}

/** @throws {UserError} if a file or folder exists */
export function assertAbsent(path: string, shown = path): void {
  if (existsSync(path)) throw new UserError(`"${shown}" exists already: nothing was written`, 'choose another id, or edit what exists');
}
