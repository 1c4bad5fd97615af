import type { AstroIntegration } from 'astro';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { mediaType, withBase } from '../paths/paths.ts';
import { siteUrl } from '../config/site.ts';
import { loadRecord, reloadContent } from '../loader/load-record.ts';
import { formatDiagnostics } from '../loader/errors.ts';
import { allPagePaths, type Content } from '../record/content.ts';
import { createExports } from './exports.ts';

/** Delay in milliseconds before changed files are read: one save can write several files. */
const DEBOUNCE_MS = 50;

/**
 * Validates the content when the development server starts and after each change, logs the result and reloads open pages. Serves the
 * search index of the last build, and formats export files on each request from the current content.
 */
export function devServer(): AstroIntegration {
  return {
    name: 'dev-server',
    hooks: {
      'astro:server:setup'({ server, logger }) {
        let lastReport = '';
        let lastPaths = '';
        const check = () => {
          const { content, diagnostics } = reloadContent();
          const report = diagnostics.length > 0 ? formatDiagnostics(diagnostics) : 'The content has no errors.';
          if (report !== lastReport) logger[diagnostics.length > 0 ? 'error' : 'info'](`\n${report}`);
          lastReport = report;
          // Astro lists the paths of all pages again, which takes long: only if a page was added or removed.
          const paths = serializePaths(content);
          if (lastPaths && paths !== lastPaths)
            for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
          lastPaths = paths;
        };
        let timer: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_, path) => {
          if (!/[\\/]content[\\/]/.test(path)) return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            check();
            server.environments.client.hot.send({ type: 'full-reload' });
          }, DEBOUNCE_MS);
        });
        check();
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          // `pagefind/` contains the text of pages, `search/` the names and statements.
          const path = /\/(pagefind\/[\w.-]+(?:\/[\w.-]+)*|search\/\w+\.json)$/.exec(pathname)?.[1];
          const index = path && !path.includes('..') ? join('dist', path) : undefined;
          if (index && existsSync(index)) {
            // Browsers require the type of a script. All other files are data, which the search decodes itself.
            response.setHeader('content-type', index.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
            createReadStream(index).pipe(response);
            return;
          }
          if (!/\.(?:bib|ris|json|jsonld|csv|xml|txt|sqlite|ndjson)$|\/SHA256SUMS$/.test(pathname)) return next();
          const file = createExports(loadRecord()).find(({ path: own }) => withBase(siteUrl.base, own) === pathname);
          if (!file) return next();
          const type = mediaType(file.path) ?? 'text/plain';
          response.setHeader('content-type', typeof file.body === 'string' ? `${type}; charset=utf-8` : type);
          response.end(file.body);
        });
      },
    },
  };
}

/** Serializes the paths of all pages with the redirects and tombstones, for comparison. */
const serializePaths = (content: Content) => JSON.stringify([[...allPagePaths(content)], content.retired]);
