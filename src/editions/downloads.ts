import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { license, type SiteMetadata, siteSlug } from '../config/site.ts';
import type { TheRecord } from '../record/model.ts';
import { createSnapshot, serializeNdjson } from './edition-files.ts';
import { listFiles, type Manifest, sha256 } from './manifest.ts';

/**
 * Packs a built site as one zip with checksums and a README. The same site gives the same bytes: files are sorted by path and have
 * the date of the edition.
 *
 * @param folder of the built site
 * @param codeLicense text of the code's licence
 */
export function createBundle(folder: string, manifest: Manifest, codeLicense: Buffer): { name: string; zip: Uint8Array } {
  const top = `${siteSlug}-${manifest.edition}`;
  const site = listFiles(folder).map((path) => [`site/${path}`, readFileSync(join(folder, path))] as const);
  const texts = [
    ['LICENSE', codeLicense],
    ['README.txt', Buffer.from(readme(manifest, top))],
  ] as const;
  const sums = [...texts, ...site].map(([path, body]) => `${sha256(body)}  ${path}\n`).join('');
  const entries: Zippable = {};
  for (const [path, body] of [...texts, ['SHA256SUMS', Buffer.from(sums)] as const, ...site]) entries[`${top}/${path}`] = body;
  return { name: `${top}.zip`, zip: zipFiles(entries, manifest.date) };
}

/**
 * Packs files as a zip. The same files give the same bytes.
 *
 * @param date of all files, `YYYY-MM-DD`. Zip dates have no time zone: a local date gives the same digits everywhere.
 */
export function zipFiles(files: Zippable, date: string): Uint8Array {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return zipSync(files, { level: 9, mtime: new Date(year, month - 1, day), os: 3, attrs: 0o100644 << 16 });
}

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
 * Lists the books that a build publishes at `/data/books/`. There is none if the content, the edition or the address changed after
 * `npm run books`, or if a file is missing or damaged.
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

const readme = (
  { name, edition, date, status, commit, note, record, files }: Manifest,
  top: string,
) => `${name}, edition ${edition} (${date}${status === 'published' ? '' : ', in preparation'})

${note}

This is a copy of the whole site: ${Object.keys(files).length} files in site/. It needs no database and no network.

View it
  Serve site/ with any static web server, for example
    cd site && python3 -m http.server 8000
  and open http://127.0.0.1:8000/. Search works too.

Verify it
  sha256sum -c SHA256SUMS     in this folder (${top}/); on macOS: shasum -a 256 -c SHA256SUMS
  site/data/manifest.json     has the same checksums, the edition, the commit of its sources (${commit ?? 'unknown'}) and the
                              SHA-256 of the Record's data:
                              ${record}
  npm run verify -- <URL>     in the project, compares a published site with that manifest

Compare the SHA-256 of the zip with the published one first. The files in the zip cannot prove that the zip is genuine.

Terms
  Text of the Record: ${license.label}. Code: MIT (LICENSE). The articles belong to their publishers: the site contains only short
  quotations from them, with attribution.
`;
