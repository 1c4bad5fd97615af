import type { AstroIntegration } from 'astro';
import type { Content } from '../record/content.ts';
import { allPagePaths } from '../record/page-paths.ts';
import { currentReading } from '../loader/current-record.ts';
import { formatDiagnostics } from '../loader/reporters/text.ts';

/** While authors work: says all that is wrong with the content, at the start and after every change, and has open pages shown anew. */
export function contentWatch(): AstroIntegration {
  return {
    name: 'content-checks',
    hooks: {
      'astro:server:setup'({ server, logger }) {
        let last = '';
        let pages = '';
        const check = () => {
          const { content, diagnostics } = currentReading(true).reading;
          const said = diagnostics.length > 0 ? formatDiagnostics(diagnostics) : 'The content keeps all rules.';
          if (said !== last) logger[diagnostics.length > 0 ? 'error' : 'info'](`\n${said}`);
          last = said;
          // To list all pages anew takes a large archive longer than to show one: Astro does it where one has come or gone.
          const now = pagesOf(content);
          if (pages && now !== pages) for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
          pages = now;
        };
        const show = () => {
          check();
          server.environments.client.hot.send({ type: 'full-reload' });
        };
        let timer: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_, path) => {
          if (!/[\\/]content[\\/]/.test(path)) return;
          clearTimeout(timer);
          timer = setTimeout(show, 50);
        });
        check();
      },
    },
  };
}

/** All pages that content makes, with what has retired: as a text, to be compared. */
const pagesOf = (content: Content) => JSON.stringify([[...allPagePaths(content)], content.retired]);
