import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROJECT_FILES } from '../src/editions/history.ts';

/**
 * Copies everything that a build needs except the content into an existing directory, and links the packages.
 *
 * @param also other paths from the root to copy if they exist: content, caches
 */
export function copyProjectFiles(to: string, root = process.cwd(), also: readonly string[] = []): void {
  for (const path of [...PROJECT_FILES, ...also])
    if (existsSync(join(root, path))) cpSync(join(root, path), join(to, path), { recursive: true });
  symlinkSync(resolve(root, 'node_modules'), join(to, 'node_modules'), 'dir');
}
