import { unpacked, type CatalogueFile } from '../engine/index-file.ts';
import { loadPagefind, type IndexedPages } from '../engine/pagefind.ts';
import { preparing } from '../engine/search-index.ts';
import type { Library } from '../engine/search.ts';
import { vocabularyOf } from '../engine/spell-check.ts';
import { inSlices } from './async.ts';

/** Where the search has got to in loading what it needs: names and statements first, then words, then the text of pages. */
export class LibraryLoader {
  /** What is there; undefined while nothing is. */
  library: Library | undefined;
  readonly #base: string;
  #started: Promise<void> | undefined;
  #words: Promise<void> | undefined;
  #whole: Promise<Library> | undefined;

  /** @param base the address of the site’s root, with a slash at its end */
  constructor(base: string) {
    this.#base = base;
  }

  /** Resolves when names and statements can be searched; fails where they cannot be loaded, and tries again when asked again. */
  begin(): Promise<void> {
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
  whole(): Promise<Library> {
    return (this.#whole ??= this.#loadRest().catch((error: unknown) => {
      this.#whole = undefined;
      throw error;
    }));
  }

  async #loadCatalogue() {
    const file = (await this.#json('search/catalogue.json')) as CatalogueFile;
    this.library = { prepared: await inSlices(preparing(unpacked(file))) };
  }

  async #loadWords() {
    const [, words] = await Promise.all([this.begin(), this.#json('search/words.json') as Promise<string>]);
    const { prepared } = this.library!;
    this.library = { ...this.library!, vocabulary: vocabularyOf(prepared.nameWords, prepared.words, words.split(' '), prepared.ownWords) };
  }

  async #loadRest(): Promise<Library> {
    const indexed = this.#json('search/pages.json') as Promise<IndexedPages>;
    const pages = Promise.all([indexed, loadPagefind(`${this.#base}pagefind/`)]).catch(() => undefined);
    const [loaded] = await Promise.all([pages, this.begin(), this.words()]);
    if (loaded) {
      const [{ ids }, pagefind] = loaded;
      const places = new Map(ids.map((id, index) => [id, index]));
      this.library = { ...this.library!, fullText: { pagefind, indexOf: (id) => places.get(id) } };
    }
    return this.library!;
  }

  /** Unhashed files are asked for anew, so that catalogue, words and index are of one edition. */
  async #json(path: string): Promise<unknown> {
    const response = await fetch(this.#base + path, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  }
}
