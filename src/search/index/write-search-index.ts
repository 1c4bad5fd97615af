import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TheRecord } from '../../record/model.ts';
import { encodeIndex } from '../engine/index-file.ts';
import { getOwnWords } from '../engine/search-index.ts';
import { createIndexFile } from './create-index-file.ts';
import type { IndexedPages } from '../engine/pagefind.ts';
import type { IndexFile } from '../engine/search-document.ts';
import { indexPages, type Head } from './index-pages.ts';
import { parseIndexablePage, type IndexablePage } from './searchable-page.ts';

/**
 * Writes the search index of a built site into its folder: `search/catalogue.json` (names and statements),
 * `search/words.json` (words that only the text of pages has), `pagefind/` (the text of pages), and
 * `search/pages.json` (Pagefind's ids, in the order of the catalogue).
 *
 * @param folder folder of the built site
 * @throws {Error} if Pagefind rejects a page, or if something in the Record has no page
 */
export async function writeSearchIndex(folder: string, record: TheRecord): Promise<void> {
  const { heads, words } = await indexPages(folder, readPages(folder));
  const catalogue = readIndexFile(record, heads);
  write(folder, 'catalogue.json', encodeIndex(catalogue));
  const ownWords = getOwnWords(catalogue);
  const others = [...words].filter((word) => !ownWords.has(word));
  write(folder, 'words.json', others.toSorted().join(' '));
  write(folder, 'pages.json', { ids: pagefindIds(folder, catalogue) } satisfies IndexedPages);
}

/** Yields the indexable pages of a built site, sorted by path. */
function* readPages(folder: string): Iterable<IndexablePage> {
  for (const file of globSync('**/index.html', { cwd: folder }).toSorted()) {
    const page = parseIndexablePage(addressOf(file), readFileSync(join(folder, file), 'utf8'));
    if (page) yield page;
  }
}

/**
 * The catalogue of a built site: what the Record names, and the pages that it does not name: lists, pictures, what is said about it.
 *
 * @throws {Error} where something of the Record has no page
 */
function readIndexFile(record: TheRecord, all: readonly Head[]): IndexFile {
  const named = createIndexFile(record);
  const phrases = new Map(record.pageAliases.map((each) => [each.page, each.phrases]));
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

/** What Pagefind calls each record of the catalogue, in its order. */
function pagefindIds(folder: string, catalogue: IndexFile): string[] {
  const ids = new Map(
    globSync('pagefind/**/*.pf_fragment', { cwd: folder }).map((file) => [
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
