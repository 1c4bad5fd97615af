import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROJECT_FILES } from '../../src/editions/history.ts';

/**
 * Copies what a site is built from into a folder that is there, with the packages linked.
 *
 * @param also other paths from the root, copied where they are there: content, caches
 */
export function copyProjectFiles(folder: string, root = process.cwd(), also: readonly string[] = []): void {
  for (const path of [...PROJECT_FILES, ...also])
    if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(resolve(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
}
