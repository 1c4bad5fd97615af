import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PagefindIndex } from 'pagefind';

/** Pagefind's own user interfaces, its highlighter and playground: the site has its own search page. */
const UNUSED = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\b|playground\/)/;

/**
 * Writes the files of an index into a folder. Pagefind's own `writeFiles` says that it is done while files are still being written,
 * and its end cuts them off (Pagefind 1.5, its issue 1271).
 */
export async function writeIndex(index: PagefindIndex, folder: string): Promise<void> {
  const { errors, files } = await index.getFiles();
  if (errors.length > 0) throw new Error(errors.join('\n'));
  for (const { path, content } of files) {
    if (UNUSED.test(path)) continue;
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
