import type { AstroIntegration } from 'astro';
import { currentReading } from '../content/current.ts';
import { sayProblems } from '../content/report.ts';

/** While authors work: says all that is wrong with the content, at the start and after every change, and has open pages shown anew. */
export function contentChecks(): AstroIntegration {
  return {
    name: 'content-checks',
    hooks: {
      'astro:server:setup'({ server, logger }) {
        let last = '';
        const check = () => {
          const { problems } = currentReading().reading;
          const said = problems.length > 0 ? sayProblems(problems) : 'The content keeps all rules.';
          if (said !== last) logger[problems.length > 0 ? 'error' : 'info'](`\n${said}`);
          last = said;
        };
        const show = () => {
          // What getStaticPaths gave holds things of the Record as it was.
          for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
          server.environments.client.hot.send({ type: 'full-reload' });
          check();
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
