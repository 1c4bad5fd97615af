import type { AstroIntegration } from 'astro';
import { mkdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mediaType } from '../config/formats.ts';
import { siteMetadata, siteUrl } from '../config/site.ts';
import { listBooks } from '../editions/books.ts';
import { zipFiles } from '../editions/bundle.ts';
import { loadEditionDiffs } from '../editions/diff.ts';
import { DATA_ZIP, editionZip, type ExportFile } from '../exports/data-files.ts';
import { exportFiles } from '../exports/export-files.ts';
import { loadRecord } from '../loader/load-record.ts';
import { withBase } from '../paths/paths.ts';

/** Writes the export files of a build. On the development server, formats them on each request from the current content. */
export function exports(): AstroIntegration {
  return {
    name: 'exports',
    hooks: {
      async 'astro:build:done'({ dir, logger }) {
        logger.info('writing exports');
        const folder = fileURLToPath(dir);
        const writes: Promise<void>[] = [];
        const data: Record<string, Uint8Array> = {};
        for (const { path, body } of createExports()) {
          const file = join(folder, path);
          mkdirSync(dirname(file), { recursive: true });
          writes.push(writeFile(file, body));
          if (path.startsWith('/data/')) data[path.slice('/data/'.length)] = typeof body === 'string' ? Buffer.from(body) : body;
        }
        const [record, site] = [loadRecord(), siteMetadata(loadRecord())];
        for (const { name, file } of listBooks(process.cwd(), record, site)) data[`books/${name}`] = readFileSync(file);
        const { edition, issued } = site;
        const zip = zipFiles(data, issued);
        for (const path of [DATA_ZIP, editionZip(edition)]) writes.push(writeFile(join(folder, path), zip));
        await Promise.all(writes);
      },
      'astro:server:setup'({ server }) {
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          if (!/\.(?:bib|ris|json|jsonld|csv|xml|txt|sqlite|ndjson)$|\/SHA256SUMS$/.test(pathname)) return next();
          const file = createExports().find(({ path }) => withBase(siteUrl.base, path) === pathname);
          if (!file) return next();
          const type = mediaType(file.path) ?? 'text/plain';
          response.setHeader('content-type', typeof file.body === 'string' ? `${type}; charset=utf-8` : type);
          response.end(file.body);
        });
      },
    },
  };
}

function createExports(): IteratorObject<ExportFile> {
  const record = loadRecord();
  return Iterator.from(exportFiles(record, siteMetadata(record), loadEditionDiffs(record)));
}
