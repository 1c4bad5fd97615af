/** What of Pagefind’s module the search uses. */
export interface Pagefind {
  init(): Promise<void>;
  options(options: object): Promise<void>;
  search(text: string): Promise<{ results: PagefindHit[] }>;
  preload(text: string): Promise<void>;
}

/** A page that has the words, before anything of it is loaded. */
export interface PagefindHit {
  id: string;
  score: number;
  data(): Promise<{ url: string; excerpt: string; meta: { title?: string } }>;
}

/** What joins Pagefind's index to the catalogue: what Pagefind calls each record, in the catalogue's order. */
export interface IndexedPages {
  ids: string[];
}

/**
 * Loads Pagefind from the folder at this address. At the size of the Record a worker costs more than it saves.
 *
 * @param folder address of the folder, base path included, with a slash at its end
 */
export async function loadPagefind(folder: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  await pagefind.options({ noWorker: true, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}
