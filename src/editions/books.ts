import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteMetadata } from '../config/site.ts';
import type { TheRecord } from '../record/model.ts';
import { sha256 } from '../text/sha256.ts';
import { createSnapshot, serializeNdjson } from './edition-files.ts';

/** Folder in the project to which `npm run books` writes, and from which a build copies. */
export const BOOKS_FOLDER = '.books';

/** Path of the books on the site. */
export const booksPath = '/data/books/';

/** A book that was made for this edition and address. */
export interface BookFile {
  /** `record.epub` */
  name: string;
  /** What it contains, for readers: `The whole edition (EPUB)`. */
  description: string;
  /** Size in bytes. */
  bytes: number;
  sha256: string;
}

/** The list of books, `books.json`. */
export interface BookList {
  /** `booksKey` of the Record from which they were made. */
  key: string;
  files: BookFile[];
}

/** Returns a hash of what books depend on: the Record, the edition and the address of the site. */
export const booksKey = (record: TheRecord, site: SiteMetadata): string =>
  sha256(JSON.stringify([serializeNdjson(createSnapshot(record)), site.edition, site.issued, site.inPreparation, site.url('/')]));

/**
 * Lists the books that a build publishes at `/data/books/`: none if `npm run books` has not run since the content, the edition or
 * the address changed, or if a file is missing or damaged.
 *
 * @param root folder of the project
 */
export function listBooks(root: string, record: TheRecord, site: SiteMetadata): (BookFile & { path: string; file: string })[] {
  const list = join(root, BOOKS_FOLDER, 'books.json');
  if (!existsSync(list)) return [];
  const { key, files } = JSON.parse(readFileSync(list, 'utf8')) as BookList;
  const books = files.map((book) => ({ ...book, path: booksPath + book.name, file: join(root, BOOKS_FOLDER, book.name) }));
  const isComplete = books.every(({ file, sha256: sum }) => existsSync(file) && sha256(readFileSync(file)) === sum);
  return isComplete && key === booksKey(record, site) ? books : [];
}
