import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { partFolder } from '../../src/search/pagefind.ts';
import { foldedWords } from '../../src/search/words.ts';
import type { SearchablePage } from './searchable-page.ts';
import { partsOf } from './text-parts.ts';
import { writeIndex } from './write-index.ts';

/** What the catalogue says of a page that the Record does not name. */
export type Head = Pick<SearchablePage, 'address' | 'title' | 'description'>;

/** Pages in one part of the index: Pagefind holds a part whole in memory while it makes it, some 0.3 MB for each page. */
const MOST = 3_000;

/**
 * Has Pagefind index pages, one after another, in as many parts as they need, each made by a process of its own.
 *
 * @returns the heads and the words of the pages, and how many parts there are
 */
export async function indexPages(
  folder: string,
  pages: Iterable<SearchablePage>,
  most = MOST,
): Promise<{ heads: Head[]; words: Set<string>; parts: number }> {
  const heads: Head[] = [];
  const texts = new Set<string>();
  let index: PagefindIndex | undefined;
  let parts = 0;
  const endPart = async () => {
    await writeIndex(index!, join(folder, partFolder('pagefind/', ++parts)));
    await close();
    index = undefined;
  };
  for (const { address, title, description, html, text } of pages) {
    heads.push({ address, title, description });
    for (const part of partsOf(text)) texts.add(part);
    index ??= await newIndex();
    const { errors } = await index.addHTMLFile({ url: address, content: html });
    if (errors.length > 0) throw new Error(`${address}: ${errors.join('; ')}`);
    if (heads.length % most === 0) await endPart();
  }
  if (index || parts === 0) {
    index ??= await newIndex();
    await endPart();
  }
  return { heads, words: new Set([...texts].flatMap(foldedWords)), parts };
}

async function newIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(errors.join('\n'));
  return index;
}
