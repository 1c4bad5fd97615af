import { nearness } from './query-date.ts';
import type { AskedWord } from './query-term.ts';
import { likenessOf, NAMED } from './match-score.ts';
import type { PreparedCatalogue } from './search-index.ts';
import type { Prepared } from './indexed-document.ts';
import type { Query } from './query.ts';
import { recordKinds } from './search-document.ts';
import { textScore } from './text-score.ts';
import { foldedWords, isCjk } from './tokenizer.ts';

/** How well a record answers a query. */
export interface Hit {
  index: number;
  /** From 100, called exactly so, downwards. */
  score: number;
  /** Whether it has every word that was asked for. */
  full: boolean;
  /** The words that it has not, as typed. */
  missing: readonly string[];
}

/** A query made ready for comparing. */
interface Asked {
  query: Query;
  words: readonly AskedWord[];
  untitled: readonly AskedWord[];
  /** All that was typed, and its words that mean something. */
  typed: readonly string[];
  rest?: Asked;
}

/** What a score is worth of a person found without the titles that were typed. */
const UNTITLED = 1.5;

/** Every record that has at least one word of the query, best first. Phrases in quotation marks are conditions. */
export function hitsOf(query: Query, catalogue: PreparedCatalogue): Hit[] {
  if (query.words.length === 0) return [];
  const asked = askedOf(query, catalogue);
  // A date is met by days that hold none of its words.
  const compared = query.dated ? catalogue.all : [...catalogue.holders.of(asked.words)].map((index) => catalogue.all[index]!);
  return compared
    .filter((prepared) => query.phrases.every((phrase) => hasPhrase(prepared, phrase.words)))
    .map((prepared) => ({ ...scoreOf(asked, prepared), index: prepared.index, kind: recordKinds.indexOf(prepared.record.kind) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => Number(b.full) - Number(a.full) || b.score - a.score || a.kind - b.kind || a.index - b.index)
    .map(({ index, score, full, missing }) => ({ index, score, full, missing }));
}

function askedOf(query: Query, catalogue: PreparedCatalogue): Asked {
  const words = query.words.map((word, index) => ({
    ...word,
    weight: catalogue.weightOf(word.stem),
    alike: catalogue.alike(word.stem),
    cjk: isCjk(word.folded),
    growing: query.open && index === query.words.length - 1,
  }));
  return {
    query,
    words,
    untitled: query.untitled ? words.filter((word) => query.untitled!.some(({ folded }) => folded === word.folded)) : [],
    typed: [foldedWords(query.text), query.words.map(({ folded }) => folded)].map((list) => list.join(' ')),
    ...(query.dated && { rest: askedOf(query.dated.rest, catalogue) }),
  };
}

function scoreOf(asked: Asked, prepared: Prepared): Omit<Hit, 'index'> {
  const { words, untitled, typed, query, rest } = asked;
  const name = likenessOf(words, typed, prepared.names);
  const text = textScore(words, prepared);
  const missing = words.filter((word) => !name.has.has(word) && !text.has.has(word));
  const both = Math.max(name.score, text.score) + Math.min(name.score, text.score) / (missing.length === 0 && name.score < NAMED ? 5 : 500);
  const best = { score: both, full: name.score >= NAMED || (missing.length === 0 && both > 0), missing: missing.map(({ plain }) => plain) };
  const others = [
    ...(prepared.record.person && untitled.length > 0 ? [withoutTitles(untitled, prepared)] : []),
    ...(query.dated && rest ? [atDate(query.dated.date, rest, prepared)] : []),
  ];
  return others.reduce(
    (a, b) => (b.score > 0 && (Number(b.full) > Number(a.full) || (b.full === a.full && b.score > a.score)) ? b : a),
    best,
  );
}

/** A person’s name among titles. */
function withoutTitles(words: readonly AskedWord[], { names }: Prepared): Omit<Hit, 'index'> {
  const { score } = likenessOf(words, [words.map(({ folded }) => folded).join(' ')], names);
  return score >= NAMED ? { score: score - UNTITLED, full: true, missing: [] } : { score: 0, full: false, missing: [] };
}

/** What happened then, and has the other words. */
function atDate(date: NonNullable<Query['dated']>['date'], rest: Asked, prepared: Prepared): Omit<Hit, 'index'> {
  const { date: day, span } = prepared.record;
  const near = day ? nearness(span ?? [day, day], date) : 0;
  if (near === 0) return { score: 0, full: false, missing: [] };
  if (rest.words.length === 0) return { score: NAMED + 36 * near, full: near >= 0.5, missing: [] };
  const other = scoreOf(rest, prepared);
  return { ...other, score: other.score * (0.7 + 0.3 * near) };
}

/** Whether a phrase stands word by word in a name or the text. */
function hasPhrase({ names, words }: Prepared, phrase: readonly string[]): boolean {
  const joined = ` ${phrase.join(' ')} `;
  return names.some(({ folded }) => ` ${folded} `.includes(joined)) || ` ${words.map(({ folded }) => folded).join(' ')} `.includes(joined);
}
