import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file, or replaces it in one step: a process that is killed and a disk that is full leave the previous file complete.
 * `writeFileSync` empties the file first.
 */
export function replaceFile(path: string, data: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, data, { flush: true });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
