import { dateProximity } from './query-date.ts';
import type { QueryTerm } from './query-term.ts';
import { matchScore, NAME_MATCH_THRESHOLD } from './match-score.ts';
import type { IndexedDocuments } from './search-index.ts';
import type { IndexedDocument } from './indexed-document.ts';
import type { Query } from './query.ts';
import { documentKinds } from './search-document.ts';
import { textScore } from './text-score.ts';
import { foldWords, isCjk } from './tokenizer.ts';

/** How well a record answers a query. */
export interface RankedHit {
  index: number;
  /** From 100, called exactly so, downwards. */
  score: number;
  /** Whether it has every word that was asked for. */
  isComplete: boolean;
  /** The words that it has not, as typed. */
  missing: readonly string[];
}

/** A query made ready for comparing. */
interface ScoredQuery {
  query: Query;
  words: readonly QueryTerm[];
  untitled: readonly QueryTerm[];
  /** All that was typed, and its words that mean something. */
  typed: readonly string[];
  rest?: ScoredQuery;
}

/** What a score is worth of a person found without the titles that were typed. */
const UNTITLED = 1.5;

/** Every record that has at least one word of the query, best first. Phrases in quotation marks are conditions. */
export function rank(query: Query, catalogue: IndexedDocuments): RankedHit[] {
  if (query.words.length === 0) return [];
  const asked = askedOf(query, catalogue);
  // A date is met by days that hold none of its words.
  const compared = query.dated ? catalogue.all : [...catalogue.holders.find(asked.words)].map((index) => catalogue.all[index]!);
  return compared
    .filter((prepared) => query.phrases.every((phrase) => hasPhrase(prepared, phrase.words)))
    .map((prepared) => ({ ...scoreOf(asked, prepared), index: prepared.index, kind: documentKinds.indexOf(prepared.record.kind) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => Number(b.isComplete) - Number(a.isComplete) || b.score - a.score || a.kind - b.kind || a.index - b.index)
    .map(({ index, score, isComplete, missing }) => ({ index, score, isComplete, missing }));
}

function askedOf(query: Query, catalogue: IndexedDocuments): ScoredQuery {
  const words = query.words.map((word, index) => ({
    ...word,
    weight: catalogue.weightOf(word.stem),
    synonyms: catalogue.synonymsOf(word.stem),
    cjk: isCjk(word.folded),
    isPrefix: query.isPrefix && index === query.words.length - 1,
  }));
  return {
    query,
    words,
    untitled: query.untitled ? words.filter((word) => query.untitled!.some(({ folded }) => folded === word.folded)) : [],
    typed: [foldWords(query.text), query.words.map(({ folded }) => folded)].map((list) => list.join(' ')),
    ...(query.dated && { rest: askedOf(query.dated.rest, catalogue) }),
  };
}

function scoreOf(asked: ScoredQuery, prepared: IndexedDocument): Omit<RankedHit, 'index'> {
  const { words, untitled, typed, query, rest } = asked;
  const name = matchScore(words, typed, prepared.names);
  const text = textScore(words, prepared);
  const missing = words.filter((word) => !name.has.has(word) && !text.has.has(word));
  const both =
    Math.max(name.score, text.score) +
    Math.min(name.score, text.score) / (missing.length === 0 && name.score < NAME_MATCH_THRESHOLD ? 5 : 500);
  const best = {
    score: both,
    isComplete: name.score >= NAME_MATCH_THRESHOLD || (missing.length === 0 && both > 0),
    missing: missing.map(({ plain }) => plain),
  };
  const others = [
    ...(prepared.record.person && untitled.length > 0 ? [withoutTitles(untitled, prepared)] : []),
    ...(query.dated && rest ? [atDate(query.dated.date, rest, prepared)] : []),
  ];
  return others.reduce(
    (a, b) =>
      b.score > 0 && (Number(b.isComplete) > Number(a.isComplete) || (b.isComplete === a.isComplete && b.score > a.score)) ? b : a,
    best,
  );
}

/** A person’s name among titles. */
function withoutTitles(words: readonly QueryTerm[], { names }: IndexedDocument): Omit<RankedHit, 'index'> {
  const { score } = matchScore(words, [words.map(({ folded }) => folded).join(' ')], names);
  return score >= NAME_MATCH_THRESHOLD
    ? { score: score - UNTITLED, isComplete: true, missing: [] }
    : { score: 0, isComplete: false, missing: [] };
}

/** What happened then, and has the other words. */
function atDate(date: NonNullable<Query['dated']>['date'], rest: ScoredQuery, prepared: IndexedDocument): Omit<RankedHit, 'index'> {
  const { date: day, span } = prepared.record;
  const near = day ? dateProximity(span ?? [day, day], date) : 0;
  if (near === 0) return { score: 0, isComplete: false, missing: [] };
  if (rest.words.length === 0) return { score: NAME_MATCH_THRESHOLD + 36 * near, isComplete: near >= 0.5, missing: [] };
  const other = scoreOf(rest, prepared);
  return { ...other, score: other.score * (0.7 + 0.3 * near) };
}

/** Whether a phrase stands word by word in a name or the text. */
function hasPhrase({ names, words }: IndexedDocument, phrase: readonly string[]): boolean {
  const joined = ` ${phrase.join(' ')} `;
  return names.some(({ folded }) => ` ${folded} `.includes(joined)) || ` ${words.map(({ folded }) => folded).join(' ')} `.includes(joined);
}
