import type { SearchDocument } from '../engine/search-document.ts';

/** Makes links to records from the address of the site’s root, with the words to be marked there. */
export const createResultLink = (base: string) => {
  const root = base.replace(/\/$/, '');
  return ({ address }: SearchDocument, words = '') => root + address + (words && `?mark=${encodeURIComponent(words)}`);
};
