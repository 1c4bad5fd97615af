import type { AstroIntegration } from 'astro';
import { allPagePaths, type Content } from '../record/content.ts';
import { reloadContent } from '../loader/load-record.ts';
import { formatDiagnostics } from '../loader/errors.ts';

/** Delay in milliseconds before changed files are read: one save can write several files. */
const DEBOUNCE_MS = 50;

/** On the development server, validates the content at the start and after each change, logs the result and reloads open pages. */
export function contentWatch(): AstroIntegration {
  return {
    name: 'content-watch',
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
      },
    },
  };
}

/** Serializes the paths of all pages with the redirects and tombstones, for comparison. */
const serializePaths = (content: Content) => JSON.stringify([[...allPagePaths(content)], content.retired]);
