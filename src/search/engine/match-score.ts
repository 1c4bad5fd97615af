import type { QueryTerm } from './query-term.ts';
import type { IndexedName } from './indexed-document.ts';
import type { Word } from './tokenizer.ts';

/** Least likeness of a name that stands before texts. */
export const NAME_MATCH_THRESHOLD = 60;

/** How far words are those of a name, and which of them it has. */
export interface MatchScore {
  score: number;
  has: ReadonlySet<QueryTerm>;
}

/** What parts of phrases begin from, below any name; what is worth a whole phrase among other words; a single word. */
const PHRASE = 46;
const INSIDE = 56;
const SINGLE = 42;
/** What it is worth to stand in a name, or in a phrase, word by word. */
const IN_ORDER = 12;
const IN_PHRASE = 5;

/**
 * The best likeness of the words that are asked for to one of several names, in whatever order.
 *
 * @param typed the texts that a name may be exactly
 */
export function matchScore(asked: readonly QueryTerm[], typed: readonly string[], names: readonly IndexedName[]): MatchScore {
  let best: MatchScore = { score: 0, has: new Set() };
  for (const name of names) {
    const found = typed.includes(name.folded) ? { score: name.worth + 0.5, has: new Set(asked) } : likeness(asked, typed, name);
    if (found.score > best.score) best = found;
  }
  return best;
}

function likeness(asked: readonly QueryTerm[], typed: readonly string[], { words, worth, phrase, folded }: IndexedName): MatchScore {
  const has = new Set<QueryTerm>();
  let reached = 0;
  let exact = 0;
  for (const each of asked) {
    const worthOf = words.reduce((most, word) => Math.max(most, termSimilarity(word, each)), 0);
    if (worthOf > 0) has.add(each);
    if (worthOf === 1) exact++;
    reached += worthOf;
  }
  if (has.size === 0) return { score: 0, has };
  if (has.size < asked.length) return inside(asked, has, words);
  if (exact === asked.length && words.length === asked.length) return { score: worth, has };
  const share = asked.length / Math.max(words.length, asked.length);
  const inOrder = asked.length > 1 && typed.some((text) => ` ${folded} `.includes(` ${text} `)) ? (phrase ? IN_PHRASE : IN_ORDER) : 0;
  const from = phrase ? PHRASE : NAME_MATCH_THRESHOLD;
  const score =
    from + (worth - from - 6) * share * (phrase ? share : 1) * (reached / asked.length) + (exact < asked.length ? 4 * share : 0);
  return { score: Math.min(worth - 1, score + inOrder), has };
}

/** A whole name among other words. */
function inside(asked: readonly QueryTerm[], has: ReadonlySet<QueryTerm>, words: readonly Word[]): MatchScore {
  const whole = words.every((word) => [...has].some((each) => isWhole(termSimilarity(word, each))));
  if (!whole) return { score: 0, has: new Set() };
  const weight = (list: Iterable<QueryTerm>) => [...list].reduce((sum, each) => sum + each.weight, 0);
  return { score: ((words.length > 1 ? INSIDE : SINGLE) * weight(has)) / weight(asked), has };
}

/** From 1, the same word, to 0, another. */
export function termSimilarity(word: Word, asked: QueryTerm): number {
  if (word.folded === asked.folded || word.stem === asked.stem) return 1;
  if (asked.cjk) return word.folded.includes(asked.folded) ? BEGUN : 0;
  if (word.folded.startsWith(asked.folded) && asked.folded.length >= (asked.isPrefix ? 2 : 4)) return BEGUN;
  return asked.synonyms.includes(word.stem) || stemsAgree(word.stem, asked.stem) ? ALIKE : 0;
}

/** What a word is worth that begins with the one asked for, or means much the same. */
const BEGUN = 0.75;
const ALIKE = 0.6;

const isWhole = (worth: number) => worth === 1 || worth === ALIKE;

/** Whether one stem begins with the other, and not with a few letters only: `diversif`, `diversifi`. */
export const stemsAgree = (a: string, b: string) =>
  Math.min(a.length, b.length) >= 6 && Math.abs(a.length - b.length) <= 1 && (a.startsWith(b) || b.startsWith(a));
