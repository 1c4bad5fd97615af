import type { PageHit } from './response.ts';
import type { Pagefind, PagefindHit } from './pagefind.ts';
import type { Query } from './query.ts';
import { padPunctuation } from './tokenizer.ts';

/** The text of every page: what finds words that stand neither in a name nor in a statement. */
export interface FullText {
  pagefind: Pagefind;
  /** Place in the catalogue of what Pagefind calls by this id. */
  indexOf: (id: string) => number | undefined;
}

/** Pages that have every word and every phrase, best first as Pagefind has it. */
export async function searchFullText({ text, words, phrases }: Query, { pagefind, indexOf }: FullText): Promise<Omit<PageHit, 'record'>[]> {
  const loose = words.filter(({ folded }) => !phrases.some((phrase) => phrase.words.includes(folded)));
  // Pagefind has no words of one letter, unless they are asked for alone.
  const long = loose.filter(({ plain }) => plain.length > 1 || loose.length + phrases.length === 1);
  const find = async (text: string) => (await pagefind.search(text)).results;
  // `sha256` and `early-2017` are one word to Pagefind, and two to the Record.
  const findEither = async (plain: string, typed: string) =>
    typed && typed !== plain && /\p{L}\p{N}|\p{N}\p{L}|\w[-.]\w|[ァ-ヶ]/u.test(typed)
      ? [...(await find(plain)), ...(await find(typed))]
      : find(plain);
  const lists = await Promise.all([
    ...(long.length > 0
      ? [findEither(long.map(({ plain }) => plain).join(' '), phrases.length === 0 ? padPunctuation(text).toLowerCase() : '')]
      : []),
    // Pagefind takes a word with a hyphen for one, and a dash for a word: so as typed, and in its parts.
    ...phrases.map(async (phrase) => [
      ...(await find(`"${phrase.words.join(' ')}"`)),
      ...(await find(`"${padPunctuation(phrase.typed)}"`)),
    ]),
  ]);
  const [first = [], ...others] = lists;
  const places = new Map<number, PagefindHit>();
  for (const hit of first) {
    const index = others.every((list) => list.some((other) => other.id === hit.id)) ? indexOf(hit.id) : undefined;
    if (index !== undefined && !places.has(index)) places.set(index, hit);
  }
  return [...places].map(([index, hit]) => ({ index, score: hit.score, excerpt: () => excerptOf(hit) }));
}

const excerptOf = async (hit: PagefindHit) => (await hit.data()).excerpt;
