import type { AstroIntegration } from 'astro';
import { readContent } from '../content/read.ts';
import { sayProblems } from '../content/report.ts';

/** While authors work: says all that is wrong with the content, at the start and after every change. */
export function contentChecks(): AstroIntegration {
  return {
    name: 'content-checks',
    hooks: {
      'astro:server:setup'({ server, logger }) {
        let last = '';
        const check = () => {
          const { problems } = readContent(process.cwd());
          const said = problems.length > 0 ? sayProblems(problems) : 'The content keeps all rules.';
          if (said !== last) logger[problems.length > 0 ? 'error' : 'info'](`\n${said}`);
          last = said;
        };
        let timer: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_, path) => {
          if (!/[\\/]content[\\/]/.test(path)) return;
          clearTimeout(timer);
          timer = setTimeout(check, 100);
        });
        check();
      },
    },
  };
}
