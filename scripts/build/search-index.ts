import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { packed } from '../../src/search/catalogue-file.ts';
import { prepare } from '../../src/search/prepared.ts';
import type { Catalogue } from '../../src/search/search-record.ts';
import { foldedWords } from '../../src/search/words.ts';
import { partsOf } from './text-parts.ts';
import { writeIndex } from './write-index.ts';
import type { PageWords } from '../../src/schema/concepts.ts';
import { searchablePage, type SearchablePage } from './searchable-page.ts';

/** What the catalogue says of a page that the Record does not name. */
type Head = Pick<SearchablePage, 'address' | 'title' | 'description'>;

/** The pages of a built site as search takes them in, by address, one after another. */
export function* searchablePages(folder: string): Iterable<SearchablePage> {
  for (const file of globSync('**/index.html', { cwd: folder }).toSorted()) {
    const page = searchablePage(addressOf(file), readFileSync(join(folder, file), 'utf8'));
    if (page) yield page;
  }
}

/**
 * Writes what search needs below a folder: the catalogue of names and statements, the words that stand in the text of pages alone, Pagefind’s
 * index of that text, and what joins it to the catalogue.
 *
 * @param catalogueOf the catalogue, asked for when the pages are indexed and gone from memory: it gets their heads
 */
export async function writeSearchIndex(
  folder: string,
  catalogueOf: (heads: readonly Head[]) => Catalogue,
  pages: Iterable<SearchablePage>,
): Promise<void> {
  const { heads, words } = await indexPages(folder, pages);
  const catalogue = catalogueOf(heads);
  write(folder, 'catalogue.json', packed(catalogue));
  const { ownWords } = prepare(catalogue);
  const others = [...words].filter((word) => !ownWords.has(word));
  write(folder, 'words.json', others.toSorted().join(' '));
  write(folder, 'pages.json', pagefindIds(folder, catalogue));
}

/** Adds the pages that the Record itself does not name: lists, pictures, what is said about the Record. */
export function withOtherPages(named: Catalogue, all: readonly Head[], pageWords: readonly PageWords[] = []): Catalogue {
  const phrases = new Map(pageWords.map((each) => [each.page, each.phrases]));
  const known = new Set(named.records.map(({ address }) => address));
  const built = new Set(all.map(({ address }) => address));
  const others = all.filter(({ address }) => !known.has(address));
  const missing = [...known, ...phrases.keys()].filter((address) => !built.has(address));
  if (missing.length > 0) throw new Error(`search would lead to pages that were not built: ${missing.join(', ')}`);
  return {
    ...named,
    records: [
      ...named.records,
      ...others.map(({ address, title, description }) => ({
        address,
        kind: 'page' as const,
        title,
        names: [],
        misspellings: [],
        keywords: phrases.get(address) ?? [],
        text: description,
        facts: [],
        facets: {},
      })),
    ],
  };
}

function addressOf(file: string): string {
  const path = dirname(file).replaceAll('\\', '/');
  return path === '.' ? '/' : `/${path}/`;
}

/** Has Pagefind index pages, one after another; gives their heads and their words. */
async function indexPages(folder: string, pages: Iterable<SearchablePage>): Promise<{ heads: Head[]; words: Set<string> }> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(errors.join('\n'));
  const heads: Head[] = [];
  const parts = new Set<string>();
  for (const { address, title, description, html, text } of pages) {
    heads.push({ address, title, description });
    for (const part of partsOf(text)) parts.add(part);
    const added = await index.addHTMLFile({ url: address, content: html });
    if (added.errors.length > 0) throw new Error(`${address}: ${added.errors.join('; ')}`);
  }
  await writeIndex(index, join(folder, 'pagefind'));
  await close();
  return { heads, words: new Set([...parts].flatMap(foldedWords)) };
}

/** What Pagefind calls each record of the catalogue, in its order. */
function pagefindIds(folder: string, catalogue: Catalogue): string[] {
  const ids = new Map(
    globSync('pagefind/fragment/*.pf_fragment', { cwd: folder }).map((file) => [
      fragmentAddress(join(folder, file)),
      basename(file, '.pf_fragment'),
    ]),
  );
  return catalogue.records.map(({ address }) => ids.get(address) ?? fail(`Pagefind has no fragment of ${address}`));
}

/** The address that a fragment of Pagefind’s index holds: gzipped JSON after a mark of twelve bytes. */
function fragmentAddress(file: string): string {
  const { url } = JSON.parse(gunzipSync(readFileSync(file)).subarray('pagefind_dcd'.length).toString('utf8')) as { url: string };
  return url;
}

function fail(what: string): never {
  throw new Error(what);
}

function write(folder: string, name: string, data: unknown) {
  mkdirSync(join(folder, 'search'), { recursive: true });
  writeFileSync(join(folder, 'search', name), JSON.stringify(data));
}
