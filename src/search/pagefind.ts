/** What of Pagefind’s module the search uses. */
export interface Pagefind {
  init(): Promise<void>;
  options(options: object): Promise<void>;
  search(text: string): Promise<{ results: PagefindHit[] }>;
  preload(text: string): Promise<void>;
}

/** The module itself, which joins further parts of an index to the first. */
type PagefindModule = Pagefind & { mergeIndex(folder: string): Promise<void> };

/** A page that has the words, before anything of it is loaded. */
export interface PagefindHit {
  id: string;
  score: number;
  data(): Promise<{ url: string; excerpt: string; meta: { title?: string } }>;
}

/** What joins Pagefind's index to the catalogue: in how many parts it is, and what it calls each record, in the catalogue's order. */
export interface IndexedPages {
  parts: number;
  ids: string[];
}

/** Where a part of the index is: the first in the folder itself, further ones below it. */
export function partFolder(folder: string, part: number): string {
  return part === 1 ? folder : `${folder}${part}/`;
}

/**
 * Loads Pagefind from the folder at this address. At the size of the Record a worker costs more than it saves.
 *
 * @param folder address of the folder, base path included, with a slash at its end
 * @param parts how many the index is in, once that is known
 */
export async function loadPagefind(folder: string, parts: Promise<number>): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindModule;
  await pagefind.options({ noWorker: true, excerptLength: 24 });
  await pagefind.init();
  const last = await parts;
  for (let part = 2; part <= last; part++) await pagefind.mergeIndex(partFolder(folder, part));
  return pagefind;
}
