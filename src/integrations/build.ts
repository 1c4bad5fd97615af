import type { AstroIntegration } from 'astro';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readEditionFiles } from '../editions/edition-files.ts';
import { writeManifest } from '../editions/manifest.ts';
import { formatBrokenPermalinks, readBuiltSite } from '../editions/permalinks.ts';
import { loadContent, loadRecord } from '../loader/load-record.ts';
import { UserError } from '../loader/errors.ts';
import { indexPages, writeSearchIndex } from '../search/index/write-search-index.ts';
import { drawCards, drawFigures } from './drawings.ts';
import { writeExports } from './exports.ts';
import { finishPages, prefixHeaderPaths } from './pages.ts';

/**
 * Adds to a build what is not rendered: search index, images, exports, books, manifest. Must be the last integration. Other processes
 * draw the images and create Pagefind's index meanwhile.
 */
export function siteFiles(): AstroIntegration {
  let base = '/';
  let cards: Promise<(folder: string) => void>;
  return {
    name: 'site-files',
    hooks: {
      'astro:config:done'({ config }) {
        base = config.base;
      },
      // Cards are drawn while pages are rendered.
      'astro:build:start'() {
        cards = drawCards(loadRecord());
        cards.catch(() => undefined); // reported when it is awaited
      },
      async 'astro:build:done'({ dir, logger }) {
        const folder = fileURLToPath(dir);
        freeMemory();
        const record = loadRecord();
        const headers = join(folder, '_headers');
        writeFileSync(headers, prefixHeaderPaths(base, readFileSync(headers, 'utf8')));
        const figures = drawFigures(folder, record, logger);
        figures.catch(() => undefined); // reported when it is awaited, as below
        const search = writeSearchIndex(folder, record, await indexPages(finishPages(folder)));
        search.catch(() => undefined);
        writeExports(folder, record, logger);
        (await cards)(folder);
        await Promise.all([figures, search]);
        checkSite(folder);
      },
    },
  };
}

/** Writes the manifest of a build. @throws {UserError} if a permalink of a published edition does not resolve */
function checkSite(folder: string): void {
  const root = process.cwd();
  const { content } = loadContent();
  writeManifest(root, folder, content);
  const broken = formatBrokenPermalinks(readEditionFiles(root, content), readBuiltSite(folder, content));
  if (broken) throw new UserError(broken);
}

/** Frees the memory of rendering before the other steps of a build need theirs: lowers the peak by about 100 MB. */
function freeMemory(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
