import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { searchPath, stripHash } from '../../paths/paths.ts';
import type { TheRecord } from '../../record/model.ts';
import type { PagefindIds } from '../engine/full-text.ts';
import type { SearchDocument } from '../engine/search-document.ts';
import { getDocumentWords } from '../engine/spell-check.ts';
import { foldWords, padPunctuation } from '../engine/tokenizer.ts';
import { createIndexFile, type PageSummary } from './documents.ts';

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

/** The text of a built page. */
interface IndexablePage extends PageSummary {
  /** HTML for Pagefind: the title and the text as paragraphs, with spaces between all words. */
  html: string;
  /** Plain text, with the title. */
  text: string;
}

/** Extracts the main part of a page. Returns undefined if there is none, or if the page is a redirect or not searchable. */
export function parseIndexablePage(path: string, page: string): IndexablePage | undefined {
  const [, attributes, main] = /<main\b([^>]*)>([\s\S]*)<\/main>/.exec(page) ?? [];
  if (attributes === undefined || main === undefined) return undefined;
  if (attributes.includes('data-pagefind-ignore') || /<meta name="robots" content="noindex"/.test(page)) return undefined;
  const title = textOf(/<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? '');
  const description = decodeEntities(/<meta name="description" content="([^"]*)"/.exec(page)?.[1] ?? '');
  const body = main
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<h1\b[\s\S]*?<\/h1>/g, ' ')
    .replace(/<(p|ul)\b[^>]*\bdata-pagefind-ignore\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(TAG, (_, name: string) => (BLOCK_ELEMENTS.has(name.toLowerCase()) ? BLOCK_END : ' '));
  const paragraphs = padPunctuation(body).replace(BLOCK_ENDS, '</p><p>');
  const heading = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const html = `<html lang="en"><head><title>${heading}</title></head><body><h1>${heading}</h1><p>${paragraphs}</p></body></html>`;
  return { path, title, description, html, text: `${title} ${textOf(body.replaceAll(BLOCK_END, ' '))}` };
}

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

const TAG = /<\/?([a-z][\w-]*)\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/** Placeholder for the start or the end of a block element, until punctuation is padded. */
const BLOCK_END = '\u0001';
const BLOCK_ENDS = /\u0001(?:\s*\u0001)*/g;

/** Elements that end a sentence or a line. */
const BLOCK_ELEMENTS = new Set(
  'address article aside blockquote caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

const textOf = (html: string) =>
  decodeEntities(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

const NAMED_ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decodeEntities = (text: string) =>
  text.replace(
    /&(#?\w+);/g,
    (entity, name: string) =>
      NAMED_ENTITIES[name] ?? (name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1).replace('x', '0x'))) : entity),
  );
