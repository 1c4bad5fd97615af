import type { QueryTerm } from './query-term.ts';
import { stemsAgree, type MatchScore } from './match-score.ts';
import type { IndexedDocument } from './indexed-document.ts';

/** What texts can reach, below any name. */
const TEXT = 55;

/** What a word is worth that stands in the text, begins a word of it, has a synonym in it, or is one of what a record is connected with. */
const BEGUN = 0.75;
const ALIKE = 0.7;
const CONTEXT = 0.45;

/** How well the own words of a record, and what it is connected with, have what is asked for. */
export function textScore(asked: readonly QueryTerm[], prepared: IndexedDocument): MatchScore {
  const has = new Set<QueryTerm>();
  const places: (readonly number[])[] = [];
  let reached = 0;
  let possible = 0;
  for (const word of asked) {
    possible += word.weight;
    const [worth, positions] = placesOf(prepared, word);
    if (worth > 0) {
      reached += word.weight * worth;
      has.add(word);
      if (positions) places.push(positions);
    }
  }
  if (places.length === 0 && (has.size < asked.length || has.size < 2)) return { score: 0, has: new Set() };
  const brevity = 1 / (1 + prepared.words.length / 60);
  return { score: TEXT * (reached / possible) * (0.72 + 0.2 * together(places) + 0.08 * brevity), has };
}

/** What a word is worth in a record, and where in its text it stands; only in what the record is connected with where no place is given. */
function placesOf({ places, context, record }: IndexedDocument, word: QueryTerm): [worth: number, positions?: readonly number[]] {
  const direct = places.get(word.stem);
  if (direct) return [1, direct];
  for (const [stem, begun] of places) if (begins(stem, word)) return [BEGUN, begun];
  const alike = word.synonyms.find((stem) => places.has(stem));
  if (alike) return [ALIKE, places.get(alike)];
  // Actors and places are connected with nearly everything.
  const connected =
    record.kind !== 'actor' && record.kind !== 'place' && (context.has(word.stem) || word.synonyms.some((stem) => context.has(stem)));
  return [connected ? CONTEXT : 0];
}

/** Whether a text that has this stem has, in whatever way, what is asked for. */
export const matchesStem = (stem: string, asked: QueryTerm) => stem === asked.stem || begins(stem, asked) || asked.synonyms.includes(stem);

function begins(stem: string, { folded, stem: asked, isPrefix, cjk }: QueryTerm): boolean {
  if (cjk) return false;
  return (folded.length >= (isPrefix ? 2 : 4) && stem.startsWith(folded)) || stemsAgree(stem, asked);
}

/** How near to one another the words stand: 1 where they follow one another, towards 0 the further they are apart. */
function together(places: readonly (readonly number[])[]): number {
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
