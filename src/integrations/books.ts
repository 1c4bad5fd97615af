import type { AstroIntegration } from 'astro';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { siteMetadata } from '../config/site.ts';
import { BOOKS_FOLDER, booksPath, listBooks } from '../editions/books.ts';
import { loadRecord } from '../loader/load-record.ts';

/** Copies the books that `npm run books` made into a build. A build without current books has none. */
export function books(): AstroIntegration {
  return {
    name: 'books',
    hooks: {
      'astro:build:done'({ dir, logger }) {
        const record = loadRecord();
        const current = listBooks(process.cwd(), record, siteMetadata(record));
        if (current.length === 0 && existsSync(BOOKS_FOLDER))
          logger.warn('The books are of another edition, content or address: run npm run books and build again to publish them.');
        const folder = join(fileURLToPath(dir), booksPath);
        if (current.length > 0) mkdirSync(folder, { recursive: true });
        for (const { name, file } of current) copyFileSync(file, join(folder, name));
      },
    },
  };
}
