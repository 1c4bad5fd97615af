import type { AstroConfig, AstroIntegration } from 'astro';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { edition } from '../../src/citations/edition.ts';
import type { CitedSite } from '../../src/citations/site.ts';
import type { ExportFile } from '../../src/exports/file.ts';
import { exportFiles } from '../../src/exports/files.ts';
import { withBase } from '../../src/urls/addresses.ts';
import { currentRecord } from '../content/current.ts';

/**
 * Writes the files that stand beside the pages once these are built; while authors work, answers their addresses.
 * They are no routes of Astro's: it would hold all of them in memory at once, and has nothing to render in them.
 */
export function exportsBesidePages(): AstroIntegration {
  let config: AstroConfig;
  return {
    name: 'exports-beside-pages',
    hooks: {
      'astro:config:done'({ config: resolved }) {
        config = resolved;
      },
      'astro:build:done'({ dir, logger }) {
        logger.info('writing exports');
        const folder = fileURLToPath(dir);
        const made = new Set<string>();
        for (const { path, body } of exportFiles(currentRecord(), siteOf(config))) {
          const file = join(folder, path);
          if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
          made.add(dirname(file));
          writeFileSync(file, body);
        }
      },
      'astro:server:setup'({ server }) {
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname;
          const file = fileAt(path, config);
          if (!file) return next();
          response.setHeader('content-type', file.type);
          response.end(file.body);
        });
      },
    },
  };
}

/** The site as it is built, for what is made outside of Astro's pages. */
const siteOf = ({ site, base }: AstroConfig): CitedSite => ({
  ...edition,
  url: (address) => new URL(withBase(base, address), site).href,
});

function fileAt(path: string, config: AstroConfig): ExportFile | undefined {
  if (!/\.(?:bib|ris|json|jsonld|csv|xml|txt)$|\/SHA256SUMS$/.test(path)) return undefined;
  return Iterator.from(exportFiles(currentRecord(), siteOf(config))).find((file) => withBase(config.base, file.path) === path);
}
