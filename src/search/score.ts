import type { Prepared, PreparedCatalogue } from './prepared.ts';
import type { Query } from './query.ts';
import { recordKinds } from './search-record.ts';
import { foldedWords, isCjk, type Word } from './words.ts';

/** How well a record answers a query. */
export interface Hit {
  index: number;
  /** From 100, called exactly so, downwards. */
  score: number;
  /** Whether it has every word that was asked for. */
  full: boolean;
}

/** Least likeness of a name that stands before texts. */
export const NAMED = 60;

/** Every record that has at least one word of the query, best first. Phrases in quotation marks are conditions. */
export function hitsOf(query: Query, { all, weightOf }: PreparedCatalogue): Hit[] {
  if (query.words.length === 0) return [];
  const weights = query.words.map(({ stem }) => weightOf(stem));
  const typed = [foldedWords(query.text), query.words.map(({ folded }) => folded)].map((words) => words.join(' '));
  const hits: (Hit & { kind: number })[] = [];
  for (const prepared of all) {
    if (!query.phrases.every((phrase) => hasPhrase(prepared, phrase.words))) continue;
    const name = nameScore(query, typed, prepared);
    const text = textScore(query, weights, prepared);
    const score = Math.max(name, text.score) + (name > 0 && text.score > 0 ? Math.min(name, text.score) / 500 : 0);
    if (score > 0)
      hits.push({ index: prepared.index, score, full: name >= NAMED || text.full, kind: recordKinds.indexOf(prepared.record.kind) });
  }
  return hits
    .toSorted((a, b) => Number(b.full) - Number(a.full) || b.score - a.score || a.kind - b.kind || a.index - b.index)
    .map(({ index, score, full }) => ({ index, score, full }));
}

function nameScore(query: Query, typed: readonly string[], { names }: Prepared): number {
  let best = 0;
  for (const { folded, words, worth } of names) {
    best = Math.max(best, typed.includes(folded) ? worth + 0.5 : likeness(query, words, worth));
  }
  return best;
}

/** How far the words that were asked for are those of a name, in whatever order. */
function likeness(query: Query, words: readonly Word[], worth: number): number {
  let exact = 0;
  let begun = 0;
  for (const [index, asked] of query.words.entries()) {
    const growing = query.open && index === query.words.length - 1;
    if (words.some((word) => same(word, asked))) exact++;
    else if (words.some((word) => begins(word, asked, growing))) begun++;
    else if (exact === 0 && query.words.length > 1 && words.length === 1) return 0;
  }
  const asked = query.words.length;
  if (exact + begun < asked) {
    // A whole name among other words.
    const inside = words.every((word) => query.words.some((typed) => same(word, typed)));
    return inside ? (12 * words.length) / asked : 0;
  }
  if (exact === asked && words.length === asked) return worth;
  const share = asked / Math.max(words.length, asked);
  return NAMED + (worth - NAMED - 6) * share * (exact / asked) + (begun > 0 ? 4 * share * (begun / asked) : 0);
}

const same = (word: Word, asked: Word) => word.folded === asked.folded || word.stem === asked.stem;

function begins(word: Word, asked: Word, growing: boolean): boolean {
  if (isCjk(asked.folded)) return word.folded.includes(asked.folded);
  return word.folded.startsWith(asked.folded) && asked.folded.length >= (growing ? 2 : 4);
}

/** What texts can reach, below any name. */
const TEXT = 55;

function textScore(query: Query, weights: readonly number[], prepared: Prepared): { score: number; full: boolean } {
  let reached = 0;
  let possible = 0;
  let found = 0;
  let inText = 0;
  const places: (readonly number[])[] = [];
  for (const [index, asked] of query.words.entries()) {
    const weight = weights[index]!;
    possible += weight;
    const growing = query.open && index === query.words.length - 1;
    const direct = prepared.places.get(asked.stem);
    const positions = direct ?? begunPlaces(prepared, asked, growing);
    if (positions) {
      reached += weight * (direct ? 1 : 0.75);
      places.push(positions);
      found++;
      inText++;
    } else if (prepared.context.has(asked.stem)) {
      reached += weight * 0.45;
      found++;
    }
  }
  if (inText === 0 && (found < query.words.length || found < 2)) return { score: 0, full: false };
  const brevity = 1 / (1 + prepared.words.length / 60);
  const score = TEXT * (reached / possible) * (0.72 + 0.2 * closeness(places) + 0.08 * brevity);
  return { score, full: found === query.words.length };
}

function begunPlaces({ places }: Prepared, asked: Word, growing: boolean): readonly number[] | undefined {
  if (isCjk(asked.folded) || asked.folded.length < (growing ? 2 : 4)) return undefined;
  for (const [stem, positions] of places) if (stem.startsWith(asked.folded)) return positions;
  return undefined;
}

/** How near to one another the words stand: 1 where they follow one another, towards 0 the further they are apart. */
function closeness(places: readonly (readonly number[])[]): number {
  const standing = places.filter(({ length }) => length > 0);
  if (standing.length < places.length || standing.length === 0) return 0.3;
  if (standing.length === 1) return 0.6;
  let best = Infinity;
  for (const start of standing[0]!) {
    const others = standing
      .slice(1)
      .map((list) => list.reduce((near, each) => (Math.abs(each - start) < Math.abs(near - start) ? each : near)));
    best = Math.min(best, Math.max(start, ...others) - Math.min(start, ...others));
  }
  return standing.length / (Math.max(best, standing.length - 1) + 1);
}

/** Whether a phrase stands word by word in a name or the text. */
function hasPhrase({ names, words }: Prepared, phrase: readonly string[]): boolean {
  const joined = ` ${phrase.join(' ')} `;
  return names.some(({ folded }) => ` ${folded} `.includes(joined)) || ` ${words.map(({ folded }) => folded).join(' ')} `.includes(joined);
}
