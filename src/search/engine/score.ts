import { dateProximity, type QueryDate } from './query-date.ts';
import type { Query } from './query.ts';
import { isLongerForm, isWholeWord, termSimilarity, type QueryTerm } from './query-term.ts';
import { documentKinds } from './search-document.ts';
import type { DocumentIndex, IndexedDocument, IndexedName } from './search-index.ts';
import { foldWords, type Word } from './tokenizer.ts';

// The constants of this file were chosen by hand: the values that rank the answers of tests/cases/search-queries.yaml best.
// tests/browser/search-quality.test.ts measures the effect of a change.

/** A document that matches a query. */
interface RankedHit {
  index: number;
  /** Up to 100, the score of an exact title. */
  score: number;
  /** Whether it has every word of the query. */
  isComplete: boolean;
  /** The words of the query that it does not have. */
  missing: readonly string[];
}

type Score = Omit<RankedHit, 'index'>;
const NO_SCORE: Score = { score: 0, isComplete: false, missing: [] };

/** A query with its terms. */
interface ScoredQuery {
  query: Query;
  terms: readonly QueryTerm[];
  withoutHonorifics: readonly QueryTerm[];
  /** The folded text, and its folded words without stop words. */
  texts: readonly string[];
  /** The query without its date. */
  rest?: ScoredQuery;
}

/** Returns every document that has at least one word of the query and all quoted phrases, best first. */
export function rank(query: Query, index: DocumentIndex): RankedHit[] {
  if (query.words.length === 0) return [];
  const scored = toScoredQuery(query, index);
  // A document may match a date without having any of its words.
  const candidates = query.dated ? index.documents : index.findCandidates(scored.terms);
  return candidates
    .filter((indexed) => query.phrases.every((phrase) => hasPhrase(indexed, phrase.words)))
    .map((indexed) => ({ indexed, ...scoreDocument(scored, indexed) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => Number(b.isComplete) - Number(a.isComplete) || b.score - a.score || compareKinds(a.indexed, b.indexed))
    .map(({ indexed: { index }, score, isComplete, missing }) => ({ index, score, isComplete, missing }));
}

const compareKinds = (a: IndexedDocument, b: IndexedDocument) =>
  documentKinds.indexOf(a.document.kind) - documentKinds.indexOf(b.document.kind) || a.index - b.index;

function toScoredQuery(query: Query, index: DocumentIndex): ScoredQuery {
  const terms = query.words.map((word, position) => ({
    ...word,
    weight: index.weightOf(word.stem),
    synonyms: index.synonymsOf(word.stem),
    isPrefix: query.isPrefix && position === query.words.length - 1,
  }));
  return {
    query,
    terms,
    withoutHonorifics: terms.filter((term) => query.withoutHonorifics?.some(({ folded }) => folded === term.folded)),
    texts: [foldWords(query.text).join(' '), joinFolded(query.words)],
    ...(query.dated && { rest: toScoredQuery(query.dated.rest, index) }),
  };
}

const joinFolded = (words: readonly Word[]) => words.map(({ folded }) => folded).join(' ');

function hasPhrase({ names, words }: IndexedDocument, phrase: readonly string[]): boolean {
  return [...names.map(({ folded }) => folded), joinFolded(words)].some((text) => ` ${text} `.includes(` ${phrase.join(' ')} `));
}

/** Penalty of a person who is found without the honorifics of the query. */
const HONORIFIC_PENALTY = 1.5;
/** How much the lower of the name and the text score adds: a fifth if only both together have all words, otherwise next to nothing. */
const COMPLEMENT_DIVISOR = 5;
const TIE_BREAK_DIVISOR = 500;

/** Scores a document by its names and its text, by its name without honorifics and by its date. Returns the best of these. */
function scoreDocument(scored: ScoredQuery, indexed: IndexedDocument): Score {
  const { terms, texts, query, rest } = scored;
  const name = scoreNames(terms, texts, indexed.names);
  const text = scoreText(terms, indexed);
  const missing = terms.filter((term) => !name.matched.has(term) && !text.matched.has(term)).map(({ plain }) => plain);
  const isNamed = name.score >= NAME_MATCH_THRESHOLD;
  const divisor = missing.length === 0 && !isNamed ? COMPLEMENT_DIVISOR : TIE_BREAK_DIVISOR;
  const score = Math.max(name.score, text.score) + Math.min(name.score, text.score) / divisor;
  const others = [
    scoreWithoutHonorifics(scored.withoutHonorifics, indexed),
    ...(query.dated && rest ? [scoreDate(query.dated.date, rest, indexed)] : []),
  ];
  return others.reduce((best, other) => (isBetter(other, best) ? other : best), {
    score,
    isComplete: isNamed || (missing.length === 0 && score > 0),
    missing,
  });
}

const isBetter = (a: Score, b: Score) => a.score > 0 && (a.isComplete === b.isComplete ? a.score > b.score : a.isComplete);

function scoreWithoutHonorifics(terms: readonly QueryTerm[], { document, names }: IndexedDocument): Score {
  if (!document.isPerson || terms.length === 0) return NO_SCORE;
  const { score } = scoreNames(terms, [joinFolded(terms)], names);
  return score >= NAME_MATCH_THRESHOLD ? { score: score - HONORIFIC_PENALTY, isComplete: true, missing: [] } : NO_SCORE;
}

/** Scores a document by its date and by the other words of the query. */
function scoreDate(date: QueryDate, rest: ScoredQuery, indexed: IndexedDocument): Score {
  const { date: day, span } = indexed.document;
  const proximity = day ? dateProximity(span ?? [day, day], date) : 0;
  if (proximity === 0) return NO_SCORE;
  if (rest.terms.length === 0) return { score: NAME_MATCH_THRESHOLD + 36 * proximity, isComplete: proximity >= 0.5, missing: [] };
  const other = scoreDocument(rest, indexed);
  return { ...other, score: other.score * (0.7 + 0.3 * proximity) };
}

/** Score of a match, with the terms that matched. */
interface MatchScore {
  score: number;
  matched: ReadonlySet<QueryTerm>;
}

const NO_MATCH: MatchScore = { score: 0, matched: new Set() };

/** Lowest score of a name that has all terms. Texts score less. */
const NAME_MATCH_THRESHOLD = 60;
/** Lowest score of a phrase about the subject that has all terms. */
const PHRASE_MATCH_THRESHOLD = 46;
/** Score of a query that contains a whole name: of several words, of one word. */
const CONTAINED_NAME = 56;
const CONTAINED_WORD = 42;
/** Bonus if a name, or a phrase about the subject, contains the words in the order of the query. */
const NAME_ORDER_BONUS = 12;
const PHRASE_ORDER_BONUS = 5;

/** Returns the best score of the terms against several names. @param texts texts that an exact match must equal */
function scoreNames(terms: readonly QueryTerm[], texts: readonly string[], names: readonly IndexedName[]): MatchScore {
  let best = NO_MATCH;
  for (const name of names) {
    const match = texts.includes(name.folded) ? { score: name.score + 0.5, matched: new Set(terms) } : scoreName(terms, texts, name);
    if (match.score > best.score) best = match;
  }
  return best;
}

/** Scores the terms against a name, in any order. */
function scoreName(terms: readonly QueryTerm[], texts: readonly string[], name: IndexedName): MatchScore {
  const { words, isPhrase } = name;
  const similarities = terms.map((term) => words.reduce((best, word) => Math.max(best, termSimilarity(word, term)), 0));
  const matched = new Set(terms.filter((_, index) => similarities[index]! > 0));
  if (matched.size === 0) return NO_MATCH;
  if (matched.size < terms.length) return scoreContainedName(terms, matched, words);
  const exact = similarities.filter((similarity) => similarity === 1).length;
  if (exact === terms.length && words.length === terms.length) return { score: name.score, matched };
  const similarity = similarities.reduce((sum, each) => sum + each, 0) / terms.length;
  const share = terms.length / Math.max(words.length, terms.length);
  const isInOrder = terms.length > 1 && texts.some((text) => ` ${name.folded} `.includes(` ${text} `));
  const bonus = isInOrder ? (isPhrase ? PHRASE_ORDER_BONUS : NAME_ORDER_BONUS) : 0;
  const lowest = isPhrase ? PHRASE_MATCH_THRESHOLD : NAME_MATCH_THRESHOLD;
  const score =
    lowest + (name.score - lowest - 6) * share * (isPhrase ? share : 1) * similarity + (exact < terms.length ? 4 * share : 0) + bonus;
  return { score: Math.min(name.score - 1, score), matched };
}

/** Scores a query that contains all words of a name, and others. */
function scoreContainedName(terms: readonly QueryTerm[], matched: ReadonlySet<QueryTerm>, words: readonly Word[]): MatchScore {
  const isContained = words.every((word) => [...matched].some((term) => isWholeWord(termSimilarity(word, term))));
  if (!isContained) return NO_MATCH;
  const weight = (list: Iterable<QueryTerm>) => [...list].reduce((sum, term) => sum + term.weight, 0);
  return { score: ((words.length > 1 ? CONTAINED_NAME : CONTAINED_WORD) * weight(matched)) / weight(terms), matched };
}

/** Highest score of a text. */
const MAX_TEXT_SCORE = 55;
/** Value of a term that the text has as part of a longer word or as a synonym, or that only the context has. An exact word counts 1. */
const TEXT_PREFIX = 0.75;
const TEXT_SYNONYM = 0.7;
const TEXT_CONTEXT = 0.45;

/** Scores the terms against the text of a document and what it is connected with. */
function scoreText(terms: readonly QueryTerm[], indexed: IndexedDocument): MatchScore {
  const found = terms.map((term) => ({ term, ...findTerm(indexed, term) })).filter(({ value }) => value > 0);
  const positions = found.flatMap((each) => (each.positions ? [each.positions] : []));
  if (positions.length === 0 && (found.length < terms.length || found.length < 2)) return NO_MATCH;
  const reached = found.reduce((sum, { term, value }) => sum + term.weight * value, 0);
  const possible = terms.reduce((sum, { weight }) => sum + weight, 0);
  const brevity = 1 / (1 + indexed.words.length / 60);
  return {
    score: MAX_TEXT_SCORE * (reached / possible) * (0.72 + 0.2 * closeness(positions) + 0.08 * brevity),
    matched: new Set(found.map(({ term }) => term)),
  };
}

/** Returns the value of a term in a document, and its positions in the text unless only the context has it. */
function findTerm({ positions, context, document }: IndexedDocument, term: QueryTerm): { value: number; positions?: readonly number[] } {
  const exact = positions.get(term.stem);
  if (exact) return { value: 1, positions: exact };
  for (const [stem, list] of positions) if (isLongerForm(stem, term)) return { value: TEXT_PREFIX, positions: list };
  const synonym = term.synonyms.find((stem) => positions.has(stem));
  if (synonym) return { value: TEXT_SYNONYM, positions: positions.get(synonym)! };
  // Nearly everything is connected with actors and places, so their context does not count.
  const hasContext =
    document.kind !== 'actor' && document.kind !== 'place' && [term.stem, ...term.synonyms].some((stem) => context.has(stem));
  return { value: hasContext ? TEXT_CONTEXT : 0 };
}

/** Returns how close together the words are in a text: 1 if they follow one another, less the further apart they are. */
function closeness(positions: readonly (readonly number[])[]): number {
  const [first, ...others] = positions;
  if (!first || positions.some(({ length }) => length === 0)) return 0.3;
  if (others.length === 0) return 0.6;
  let shortest = Infinity;
  for (const start of first) {
    const nearest = others.map((list) => list.reduce((near, each) => (Math.abs(each - start) < Math.abs(near - start) ? each : near)));
    shortest = Math.min(shortest, Math.max(start, ...nearest) - Math.min(start, ...nearest));
  }
  return positions.length / (Math.max(shortest, positions.length - 1) + 1);
}
