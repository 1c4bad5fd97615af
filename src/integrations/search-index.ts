import type { AstroIntegration } from 'astro';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';

/** While authors work: answers what search asks for from the last build, so that search can be tried. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-of-last-build',
    hooks: {
      'astro:server:setup'({ server }) {
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          const path = /\/(pagefind\/[\w.-]+(?:\/[\w.-]+)*|search\/\w+\.json)$/.exec(pathname)?.[1];
          const file = path && !path.includes('..') ? join('dist', path) : undefined;
          if (!file || !existsSync(file)) return next();
          response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
          createReadStream(file).pipe(response);
        });
      },
    },
  };
}
