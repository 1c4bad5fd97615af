import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyProjectTo } from '../build/project-copy.ts';
import { archive } from './archive.ts';

/** A copy of the project with an invented archive in the place of the content. */
export interface Scratch {
  folder: string;
  /** Bytes of content, and statements. */
  bytes: number;
  statements: number;
}

/** Makes a copy of the project, with its packages linked, for an archive of so many entries. What stood there is removed. */
export function scratchProject(folder: string, entries: number, seed: number): Scratch {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyProjectTo(folder);
  let bytes = 0;
  let statements = 0;
  for (const [path, text] of archive(entries, seed)) {
    const file = join(folder, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
    if (path.endsWith('statements.yaml')) statements += text.match(/^ {2}- n: /gm)!.length;
  }
  return { folder, bytes, statements };
}

/** How many files lie below a folder, how many of them pages, and their bytes. */
export function sizeOf(folder: string): { files: number; pages: number; bytes: number } {
  const found = { files: 0, pages: 0, bytes: 0 };
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile()) continue;
    found.files++;
    if (item.name.endsWith('.html')) found.pages++;
    found.bytes += statSync(join(item.parentPath, item.name)).size;
  }
  return found;
}
