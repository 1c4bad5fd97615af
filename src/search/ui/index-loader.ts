import type { Pagefind, PagefindIds } from '../engine/full-text.ts';
import type { IndexFile } from '../engine/search-document.ts';
import { buildIndex } from '../engine/search-index.ts';
import type { SearchIndex } from '../engine/search.ts';
import { createVocabulary } from '../engine/spell-check.ts';
import { loadOnce, runInChunks } from './async.ts';

/** Loads the index in three steps: names and statements, then the vocabulary, then the text of pages. */
export class IndexLoader {
  /** What has been loaded so far; undefined before the first step. */
  index: SearchIndex | undefined;
  readonly #base: string;

  /** @param base base path of the site, with a slash at its end */
  constructor(base: string) {
    this.#base = base;
  }

  /** Loads names and statements. */
  readonly preload = loadOnce(async () => {
    const file = await this.#fetchJson<IndexFile>('search/catalogue.json');
    this.index = { documentIndex: await runInChunks(buildIndex(file)) };
  });

  /** Loads the vocabulary. */
  readonly #loadVocabulary = loadOnce(async () => {
    const [words] = await Promise.all([this.#fetchJson<string>('search/words.json'), this.preload()]);
    this.index = { ...this.index!, vocabulary: createVocabulary(this.index!.documentIndex.file, words.split(' ')) };
  });

  /** Loads the vocabulary. Resolves without it if it cannot be loaded. */
  async loadVocabulary(): Promise<void> {
    await this.#loadVocabulary().catch(() => undefined);
  }

  /** Loads everything. Resolves without the vocabulary or the text of pages if they cannot be loaded. */
  readonly loadAll = loadOnce(async (): Promise<SearchIndex> => {
    const pages = Promise.all([this.#fetchJson<PagefindIds>('search/pages.json'), loadPagefind(`${this.#base}pagefind/`)]);
    const [loaded] = await Promise.all([pages.catch(() => undefined), this.preload(), this.loadVocabulary()]);
    if (loaded) {
      const [{ ids }, pagefind] = loaded;
      const indexById = new Map(ids.map((id, index) => [id, index]));
      this.index = { ...this.index!, fullText: { pagefind, indexOf: (id) => indexById.get(id) } };
    }
    return this.index!;
  });

  /** Fetches a file, revalidated because its name has no hash: all files must be of the same build. */
  async #fetchJson<Content>(path: string): Promise<Content> {
    const response = await fetch(this.#base + path, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`"${path}" returned ${response.status}`);
    return (await response.json()) as Content;
  }
}

/**
 * Imports Pagefind from a folder. It runs without a worker, which below about 1,000 pages is slower.
 *
 * @throws {Error} if the browser has no WebAssembly, for which Pagefind leaves an error uncaught
 */
async function loadPagefind(folder: string): Promise<Pagefind> {
  if (!('WebAssembly' in globalThis)) throw new Error('this browser has no WebAssembly');
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  await pagefind.options({ noWorker: true, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}
