import type { AstroIntegration } from 'astro';
import type { ExportFile } from '../../src/exports/file.ts';
import { exportFiles } from '../../src/exports/files.ts';
import { withBase } from '../../src/urls/addresses.ts';
import { citedSite } from '../build/cited-site.ts';
import { siteAddress } from '../build/site-address.ts';
import { comparedEditions } from '../editions/compared.ts';
import { currentRecord } from '../content/current.ts';

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
  const record = currentRecord();
  const files = exportFiles(record, citedSite(record), comparedEditions(process.cwd(), record));
  return Iterator.from(files).find((file) => withBase(siteAddress.base, file.path) === path);
}
