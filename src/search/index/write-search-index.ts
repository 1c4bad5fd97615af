import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { searchPath, stripHash } from '../../paths/paths.ts';
import type { TheRecord } from '../../record/model.ts';
import type { PagefindIds } from '../engine/full-text.ts';
import type { SearchDocument } from '../engine/search-document.ts';
import { getDocumentWords } from '../engine/spell-check.ts';
import { foldWords } from '../engine/tokenizer.ts';
import { createIndexFile, type PageSummary } from './create-index-file.ts';
import { parseIndexablePage } from './indexable-page.ts';

/**
 * Writes the search index of a built site into its folder: `search/catalogue.json` (names and statements),
 * `search/words.json` (words that only the text of pages has), `pagefind/` (the text of pages), and
 * `search/pages.json` (Pagefind's ids).
 *
 * @param folder folder of the built site
 * @throws {Error} if Pagefind fails, or if a page of the Record was not built
 */
export async function writeSearchIndex(folder: string, record: TheRecord, { index, pages, words }: IndexedPages): Promise<void> {
  await writePagefind(index, join(folder, 'pagefind'));
  await close();
  const file = createIndexFile(record, pages);
  const pageWords = [...words.difference(getDocumentWords(file))].toSorted();
  mkdirSync(join(folder, 'search'), { recursive: true });
  const write = (name: string, data: unknown) => writeFileSync(join(folder, 'search', name), JSON.stringify(data));
  write('catalogue.json', file);
  write('words.json', pageWords.join(' '));
  write('pages.json', { ids: pagefindIds(folder, file.documents) } satisfies PagefindIds);
}

/** The pages of a built site, sorted by path, their folded words, and Pagefind's index of them. */
interface IndexedPages {
  index: PagefindIndex;
  pages: PageSummary[];
  words: Set<string>;
}

/** Indexes the pages of a built site with Pagefind. @throws {Error} if Pagefind rejects a page */
export async function indexPages(built: Iterable<{ file: string; html: string }>): Promise<IndexedPages> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(errors.join('\n'));
  const pages: PageSummary[] = [];
  // Most parts of the texts occur on many pages: each is tokenized once. A number stays with the word before it (`G 7`).
  const parts = new Set<string>();
  // Pagefind indexes in another process: the next page is parsed while it does. One page ahead, so that memory stays small.
  let indexed = Promise.resolve();
  for (const { file, html } of built) {
    const path = join('/', dirname(file), '/').replaceAll('\\', '/');
    const page = basename(file) === 'index.html' ? parseIndexablePage(path, html) : undefined;
    // The search page only lists the names of others.
    if (!page || path === searchPath) continue;
    pages.push({ path, title: page.title, description: page.description });
    for (const part of page.text.split(/ (?!\p{N})/u)) parts.add(part);
    await indexed;
    indexed = index.addHTMLFile({ url: path, content: page.html }).then(({ errors }) => {
      if (errors.length > 0) throw new Error(`${path}: ${errors.join('; ')}`);
    });
  }
  await indexed;
  return { index, pages, words: new Set([...parts].flatMap(foldWords)) };
}

/** Pagefind's user interfaces, highlighter and playground, which the site does not use. */
const UNUSED = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\b|playground\/)/;

/** Writes the files of an index. Pagefind's `writeFiles` resolves too early: github.com/Pagefind/pagefind/issues/1271. */
async function writePagefind(index: PagefindIndex, folder: string): Promise<void> {
  const { errors, files } = await index.getFiles();
  if (errors.length > 0) throw new Error(errors.join('\n'));
  for (const { path, content } of files.filter((file) => !UNUSED.test(file.path))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Returns Pagefind's ids of the documents. Pagefind names a file for each page by its id. */
function pagefindIds(folder: string, documents: readonly SearchDocument[]): string[] {
  const files = globSync('pagefind/**/*.pf_fragment', { cwd: folder });
  const ids = new Map(files.map((file) => [fragmentPath(join(folder, file)), basename(file, '.pf_fragment')]));
  // A part of a page has no id.
  const missing = documents.filter(({ path }) => !ids.has(path) && path === stripHash(path)).map(({ path }) => `"${path}"`);
  if (missing.length > 0) throw new Error(`pages of the Record were not built: ${missing.join(', ')} · build the whole site`);
  return documents.map(({ path }) => ids.get(path) ?? '');
}

/** Returns the path of the page of a fragment: gzipped JSON after a marker of 12 bytes. */
function fragmentPath(file: string): string {
  const { url } = JSON.parse(gunzipSync(readFileSync(file)).subarray('pagefind_dcd'.length).toString('utf8')) as { url: string };
  return url;
}
