import type { AstroIntegration } from 'astro';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadRecord } from '../loader/load-record.ts';
import { indexPages, writeSearchIndex } from '../search/index/write-search-index.ts';

/**
 * Writes the search index of a build. Pagefind creates it in another process, during which the integrations in between do their work. On
 * the development server, serves the index of the last build.
 */
export function searchIndex(...between: AstroIntegration[]): AstroIntegration[] {
  let written: Promise<void>;
  const start: AstroIntegration = {
    name: 'search-index',
    hooks: {
      async 'astro:build:done'({ dir, logger }) {
        logger.info('writing the search index');
        freeMemory();
        const folder = fileURLToPath(dir);
        const pages = await indexPages(folder);
        written = writeSearchIndex(folder, loadRecord(), pages);
        written.catch(() => undefined); // reported when it is awaited
      },
      'astro:server:setup'({ server }) {
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          // `pagefind/` contains the text of pages, `search/` the names and statements.
          const path = /\/(pagefind\/[\w.-]+(?:\/[\w.-]+)*|search\/\w+\.json)$/.exec(pathname)?.[1];
          const file = path && !path.includes('..') ? join('dist', path) : undefined;
          if (!file || !existsSync(file)) return next();
          // Browsers require the type of a script. All other files are data, which the search decodes itself.
          response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
          createReadStream(file).pipe(response);
        });
      },
    },
  };
  const finish: AstroIntegration = { name: 'search-index-files', hooks: { 'astro:build:done': () => written } };
  return [start, ...between, finish];
}

/** Frees the memory of rendering before the other integrations of a build need theirs: lowers the peak by about 100 MB. */
function freeMemory(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
