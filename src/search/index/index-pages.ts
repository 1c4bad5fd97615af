import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { foldWords } from '../engine/tokenizer.ts';
import type { IndexablePage } from './searchable-page.ts';
import { writeIndex } from './write-index.ts';

/** What the catalogue says of a page that the Record does not name. */
export type Head = Pick<IndexablePage, 'address' | 'title' | 'description'>;

/**
 * Has Pagefind index pages, one after another, and writes the index.
 *
 * @returns the heads and the words of the pages
 * @throws {Error} with the messages of Pagefind, if it refuses a page
 */
export async function indexPages(folder: string, pages: Iterable<IndexablePage>): Promise<{ heads: Head[]; words: Set<string> }> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(errors.join('\n'));
  const heads: Head[] = [];
  // Most parts of the texts occur on many pages: each is tokenized once. A space before a number joins (`G 7`).
  const parts = new Set<string>();
  for (const { address, title, description, html, text } of pages) {
    heads.push({ address, title, description });
    for (const part of text.split(/ (?!\p{N})/u)) parts.add(part);
    const { errors } = await index.addHTMLFile({ url: address, content: html });
    if (errors.length > 0) throw new Error(`${address}: ${errors.join('; ')}`);
  }
  await writeIndex(index, join(folder, 'pagefind'));
  await close();
  return { heads, words: new Set([...parts].flatMap(foldWords)) };
}
