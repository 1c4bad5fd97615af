import type { AstroIntegration } from 'astro';
import type { ExportFile } from '../../src/exports/export-file.ts';
import { exportFiles } from '../../src/exports/export-files.ts';
import { withBase } from '../../src/paths/paths.ts';
import { loadSiteMetadata } from '../../src/config/site-metadata.ts';
import { siteUrl } from '../../src/config/site-url.ts';
import { loadEditionDiffs } from '../../src/editions/diff.ts';
import { loadRecord } from '../../src/loader/load-record.ts';

/** While authors work: answers the addresses of the files that stand beside the pages. */
export function exportsOnRequest(): AstroIntegration {
  return {
    name: 'exports-on-request',
    hooks: {
      'astro:server:setup'({ server }) {
        server.middlewares.use((request, response, next) => {
          const file = fileAt(new URL(request.url ?? '/', 'http://localhost').pathname);
          if (!file) return next();
          response.setHeader('content-type', file.type);
          response.end(file.body);
        });
      },
    },
  };
}

function fileAt(path: string): ExportFile | undefined {
  if (!/\.(?:bib|ris|json|jsonld|csv|xml|txt)$|\/SHA256SUMS$/.test(path)) return undefined;
  const record = loadRecord();
  const files = exportFiles(record, loadSiteMetadata(record), loadEditionDiffs(process.cwd(), record));
  return Iterator.from(files).find((file) => withBase(siteUrl.base, file.path) === path);
}
