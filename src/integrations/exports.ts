import type { AstroIntegrationLogger } from 'astro';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { siteMetadata } from '../config/site.ts';
import { BOOKS_FOLDER, booksPath, listBooks, zipFiles } from '../editions/downloads.ts';
import { loadEditionDiffs } from '../editions/diff.ts';
import { DATA_ZIP, editionZip, type ExportFile } from '../exports/data-files.ts';
import { exportFiles } from '../exports/export-files.ts';
import type { TheRecord } from '../record/model.ts';

/** Writes the export files of a build, and copies the books that `npm run books` made. A build without current books has none. */
export function writeExports(folder: string, record: TheRecord, logger: AstroIntegrationLogger): void {
  const data: Record<string, Uint8Array> = {};
  for (const { path, body } of createExports(record)) {
    const file = join(folder, path);
    if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, body);
    if (path.startsWith('/data/')) data[path.slice('/data/'.length)] = typeof body === 'string' ? Buffer.from(body) : body;
  }
  const site = siteMetadata(record);
  const books = listBooks(process.cwd(), record, site);
  if (books.length === 0 && existsSync(BOOKS_FOLDER))
    logger.warn('The books are of another edition, content or address: run npm run books and build again to publish them.');
  if (books.length > 0) mkdirSync(join(folder, booksPath), { recursive: true });
  for (const { name, file } of books) {
    copyFileSync(file, join(folder, booksPath, name));
    data[`books/${name}`] = readFileSync(file);
  }
  const zip = zipFiles(data, site.issued);
  for (const path of [DATA_ZIP, editionZip(site.edition)]) writeFileSync(join(folder, path), zip);
}

/** Returns the export files. Each is made when it is read. */
export const createExports = (record: TheRecord): IteratorObject<ExportFile> =>
  Iterator.from(exportFiles(record, siteMetadata(record), loadEditionDiffs(record)));
