import { decodeIndex, type EncodedIndex } from '../engine/index-file.ts';
import { loadPagefind, type IndexedPages } from '../engine/pagefind.ts';
import { buildIndex } from '../engine/search-index.ts';
import type { SearchIndex } from '../engine/search.ts';
import { createVocabulary } from '../engine/spell-check.ts';
import { runInChunks } from './async.ts';

/** Where the search has got to in loading what it needs: names and statements first, then words, then the text of pages. */
export class IndexLoader {
  /** What is there; undefined while nothing is. */
  index: SearchIndex | undefined;
  readonly #base: string;
  #started: Promise<void> | undefined;
  #words: Promise<void> | undefined;
  #whole: Promise<SearchIndex> | undefined;

  /** @param base the address of the site’s root, with a slash at its end */
  constructor(base: string) {
    this.#base = base;
  }

  /** Resolves when names and statements can be searched; fails where they cannot be loaded, and tries again when asked again. */
  preload(): Promise<void> {
    return (this.#started ??= this.#loadCatalogue().catch((error: unknown) => {
      this.#started = undefined;
      throw error;
    }));
  }

  /** Resolves when misspelt words can be told as well; without them where they cannot be loaded. */
  words(): Promise<void> {
    return (this.#words ??= this.#loadWords().catch(() => {
      this.#words = undefined;
    }));
  }

  /** Resolves when everything is there that can be loaded: without the text of pages where that fails. */
  loadAll(): Promise<SearchIndex> {
    return (this.#whole ??= this.#loadRest().catch((error: unknown) => {
      this.#whole = undefined;
      throw error;
    }));
  }

  async #loadCatalogue() {
    const file = (await this.#json('search/catalogue.json')) as EncodedIndex;
    this.index = { prepared: await runInChunks(buildIndex(decodeIndex(file))) };
  }

  async #loadWords() {
    const [, words] = await Promise.all([this.preload(), this.#json('search/words.json') as Promise<string>]);
    const { prepared } = this.index!;
    this.index = { ...this.index!, vocabulary: createVocabulary(prepared.nameWords, prepared.words, words.split(' '), prepared.ownWords) };
  }

  async #loadRest(): Promise<SearchIndex> {
    const indexed = this.#json('search/pages.json') as Promise<IndexedPages>;
    const pages = Promise.all([indexed, loadPagefind(`${this.#base}pagefind/`)]).catch(() => undefined);
    const [loaded] = await Promise.all([pages, this.preload(), this.words()]);
    if (loaded) {
      const [{ ids }, pagefind] = loaded;
      const places = new Map(ids.map((id, index) => [id, index]));
      this.index = { ...this.index!, fullText: { pagefind, indexOf: (id) => places.get(id) } };
    }
    return this.index!;
  }

  /** Unhashed files are asked for anew, so that catalogue, words and index are of one edition. */
  async #json(path: string): Promise<unknown> {
    const response = await fetch(this.#base + path, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  }
}
