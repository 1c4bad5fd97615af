import { hasPhrase, toExactForm, type Query } from './query.ts';
import type { PageHit } from './response.ts';
import { foldWords, padPunctuation, PERCENT, unpadPunctuation } from './tokenizer.ts';

/** The parts of Pagefind's browser module that search uses. */
export interface Pagefind {
  init(): Promise<void>;
  options(options: object): Promise<void>;
  search(text: string): Promise<{ results: PagefindHit[] }>;
  preload(text: string): Promise<void>;
}

/** A page that Pagefind found, before any of its data is loaded. */
interface PagefindHit {
  id: string;
  score: number;
  data(): Promise<{ excerpt: string; content: string }>;
}

/** Content of `search/pages.json`: Pagefind's id of each document, in the order of the index file. */
export interface PagefindIds {
  ids: string[];
}

/** Pagefind's index of the text of all pages. */
export interface FullText {
  pagefind: Pagefind;
  /** Returns the index of the document with this id. */
  indexOf: (id: string) => number | undefined;
}

/** Returns the pages that have every word and every phrase, in the order of Pagefind. */
export async function searchFullText(
  { text, words, phrases }: Query,
  { pagefind, indexOf }: FullText,
): Promise<Omit<PageHit, 'document'>[]> {
  const find = async (query: string) => (await pagefind.search(query)).results;
  const quoted = new Set(phrases.flatMap((phrase) => foldWords(phrase.text)));
  // Pagefind does not index the sign `%`: the text of the pages is searched for it.
  const hasPercent = words.length > 1 && words.some(({ folded }) => folded === PERCENT);
  const single = words.filter(({ folded }) => !quoted.has(folded) && (folded !== PERCENT || !hasPercent));
  // Pagefind ignores words of one letter, unless they are the whole query.
  const plain = single.filter((word) => word.plain.length > 1 || single.length + phrases.length === 1).map((word) => word.plain);
  const typed = padPunctuation(text).toLowerCase();
  // Pagefind does not split `sha256` and `early-2017`; the tokenizer does. So both forms are searched.
  const isSplit = phrases.length === 0 && typed !== plain.join(' ') && /\p{L}\p{N}|\p{N}\p{L}|\w[-.]\w|[ァ-ヶ]/u.test(typed);
  const queries = [
    ...(plain.length > 0 ? [[plain.join(' '), ...(isSplit ? [typed] : [])]] : []),
    ...phrases.map((phrase) => [`"${foldWords(phrase.text).join(' ')}"`, `"${padPunctuation(phrase.text)}"`]),
  ];
  const [first = [], ...others] = await Promise.all(queries.map(async (forms) => (await Promise.all(forms.map(find))).flat()));
  const pages = new Map<number, PagefindHit>();
  for (const hit of first) {
    const index = others.every((list) => list.some(({ id }) => id === hit.id)) ? indexOf(hit.id) : undefined;
    if (index !== undefined && !pages.has(index)) pages.set(index, hit);
  }
  const found = [...pages].map(([index, hit]) => ({
    index,
    score: hit.score,
    hit,
    excerpt: async () => unpadPunctuation((await hit.data()).excerpt),
  }));
  if (phrases.length === 0 && !hasPercent) return found;
  // Pagefind compares stems, so that its phrases are not exact.
  const texts = await Promise.all(found.slice(0, MAX_VERIFIED).map(async ({ hit }) => toPageForm((await hit.data()).content)));
  return found.filter((_, rank) => {
    const pageText = texts[rank] ?? '';
    return phrases.every((phrase) => hasPhrase(pageText, phrase)) && (!hasPercent || / (?:%|percent|per cent) /.test(pageText));
  });
}

/** Returns the exact form of the text of a page. A phrase must not reach from one sentence or heading into the next. */
const toPageForm = (content: string) => toExactForm(content.replace(/[.!?]\s/g, ' · '));

/** Number of pages whose text is loaded to verify a quoted phrase or a percentage. */
const MAX_VERIFIED = 100;
