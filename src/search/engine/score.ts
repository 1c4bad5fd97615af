import { hasPhrase, toExactForm, type Query } from './query.ts';
import { dateProximity, type QueryDate } from './query-date.ts';
import {
  isLongerForm,
  isWholeWord,
  termSimilarity,
  type QueryTerm,
  type DocumentIndex,
  type IndexedDocument,
  type IndexedName,
  type MatchedForm,
} from './search-index.ts';
import { documentKinds } from './search-document.ts';
import { foldWords, tokenize, type Word } from './tokenizer.ts';

// The constants of this file were chosen by hand: the values that rank the answers of tests/cases/search-queries.yaml best.
// tests/browser/search-quality.test.ts measures the effect of a change.

/** A document that matches a query. */
interface RankedHit {
  index: number;
  /** About 100 for an exact title. */
  score: number;
  /** Whether it has every word of the query. */
  isComplete: boolean;
  /** The words of the query that it does not have. */
  missing: readonly Word[];
  /** Share of the query that it has, by the weight of the words: from 0 to 1. */
  coverage: number;
  /** What it matched by, if the result does not show it. */
  forms: readonly MatchedForm[];
}

type Score = Omit<RankedHit, 'index'>;
const COMPLETE = { isComplete: true, missing: [], coverage: 1, forms: [] };
const NO_SCORE: Score = { ...COMPLETE, score: 0, isComplete: false };

/** A query with its terms. */
interface ScoredQuery {
  query: Query;
  terms: readonly QueryTerm[];
  withoutHonorifics: readonly QueryTerm[];
  /** The folded text (see Word), and its folded words without stop words. */
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
    .filter((indexed) => query.phrases.every((phrase) => indexed.exactTexts().some((text) => hasPhrase(text, phrase))))
    .map((indexed) => ({ indexed, ...scoreDocument(scored, indexed) }))
    .filter(({ score }) => score > 0)
    .map((hit) => (query.isQuestion && hit.indexed.document.kind === 'question' ? preferQuestion(hit) : hit))
    .toSorted((a, b) => Number(b.isComplete) - Number(a.isComplete) || b.score - a.score || compareKinds(a.indexed, b.indexed))
    .map(({ indexed, ...hit }) => ({ ...hit, index: indexed.index, forms: hit.forms.filter((form) => !isShown(form, indexed)) }));
}

/** Returns whether the title or the text of a document shows the form by which it was found. */
const isShown = ({ text, source }: MatchedForm, { exactTexts }: IndexedDocument) =>
  source !== 'synonym' && [exactTexts()[0], exactTexts().at(-1)].some((shown) => shown?.includes(toExactForm(text)));

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

/** Bonus of a question of the Record if the query is a question, and up to which score. Exact names and phrases score more. */
const QUESTION_BONUS = { points: 20, max: 83 };
/** Share of such a query, by the weight of the words, that is enough. */
const QUESTION_COVERAGE = 0.6;

function preferQuestion<Hit extends Score>(hit: Hit): Hit {
  if (hit.coverage < QUESTION_COVERAGE) return hit;
  const { points, max } = QUESTION_BONUS;
  return { ...hit, isComplete: true, score: Math.max(hit.score, Math.min(hit.score + points, max)) };
}

/** Penalty of a person who is found without the honorifics of the query. */
const HONORIFIC_PENALTY = 1.5;
/** The lower score of name and text only breaks ties. */
const TIE_BREAK_DIVISOR = 500;

/** Scores a document by its names and its text, by its name without honorifics and by its date. Returns the best of these. */
function scoreDocument(scored: ScoredQuery, indexed: IndexedDocument): Score {
  const { terms, texts, query, rest } = scored;
  const name = scoreNames(terms, texts, indexed.names);
  const text = scoreText(terms, indexed);
  const missing = terms.filter((term) => !name.matched.has(term) && !text.matched.has(term));
  const isNamed = name.score >= NAME_MATCH_THRESHOLD;
  const score = Math.max(name.score, text.score) + Math.min(name.score, text.score) / TIE_BREAK_DIVISOR;
  const others = [
    scoreWithoutHonorifics(scored.withoutHonorifics, indexed),
    ...(query.dated && rest ? [scoreDate(query.dated.date, rest, indexed)] : []),
  ];
  const isComplete = isNamed || (missing.length === 0 && score > 0);
  const named = name.score >= text.score ? (name.forms ?? []) : [];
  const forms = named.length > 0 ? named : (text.forms ?? []);
  const combined: Score = { score, isComplete, missing, coverage: 1 - sumWeights(missing) / sumWeights(terms), forms };
  return others.reduce((best, other) => (isBetter(other, best) ? other : best), combined);
}

const isBetter = (a: Score, b: Score) => a.score > 0 && (a.isComplete === b.isComplete ? a.score > b.score : a.isComplete);

function scoreWithoutHonorifics(terms: readonly QueryTerm[], { document, names }: IndexedDocument): Score {
  if (!document.isPerson || terms.length === 0) return NO_SCORE;
  const { score, forms = [] } = scoreNames(terms, [joinFolded(terms)], names);
  return score >= NAME_MATCH_THRESHOLD ? { ...COMPLETE, score: score - HONORIFIC_PENALTY, forms } : NO_SCORE;
}

/** Range of the score of a query that is only a date. It begins at NAME_MATCH_THRESHOLD, so that such a match ranks as a name does. */
const DATE_SCORE_RANGE = 36;
/** Lowest proximity at which a document has the date of such a query. */
const DATE_MATCH_THRESHOLD = 0.5;
/** Weights of the other words of the query alone, and of these words times the proximity of the date. They add up to 1. */
const DATED_WEIGHTS = { words: 0.7, date: 0.3 };

/** Scores a document by its date and by the other words of the query. */
function scoreDate(date: QueryDate, rest: ScoredQuery, indexed: IndexedDocument): Score {
  const { date: day, span } = indexed.document;
  const proximity = day ? dateProximity(span ?? [day, day], date) : 0;
  if (proximity === 0) return NO_SCORE;
  if (rest.terms.length === 0)
    return { ...COMPLETE, score: NAME_MATCH_THRESHOLD + DATE_SCORE_RANGE * proximity, isComplete: proximity >= DATE_MATCH_THRESHOLD };
  const other = scoreDocument(rest, indexed);
  return { ...other, score: other.score * (DATED_WEIGHTS.words + DATED_WEIGHTS.date * proximity) };
}

/** Score of a match, with the terms that matched. */
interface MatchScore {
  score: number;
  matched: ReadonlySet<QueryTerm>;
  forms?: readonly MatchedForm[];
}

const NO_MATCH: MatchScore = { score: 0, matched: new Set() };
const sumWeights = (terms: Iterable<QueryTerm>) => [...terms].reduce((sum, { weight }) => sum + weight, 0);

/** Lowest score of a name that has all terms. Texts score less. */
const NAME_MATCH_THRESHOLD = 60;
/** Lowest score of a phrase about the subject that has all terms. */
const PHRASE_MATCH_THRESHOLD = 46;
/** Score of a query that contains a whole name. */
const CONTAINED_NAME = 56;
/** Bonus if a name contains the words in the order of the query. */
const NAME_ORDER_BONUS = 12;
/** Bonus if a phrase about the subject contains the words in the order of the query. */
const PHRASE_ORDER_BONUS = 5;
/** How far a name that is not an exact match scores below one that is: before bonuses, and at least. */
const INEXACT_PENALTY = { base: 6, min: 1 };
/** Bonus if a word is only similar, such as one that is still being typed. Multiplied by the share of the name that the query has. */
const SIMILAR_WORD_BONUS = 4;

/** Returns the best score of the terms against several names. @param texts texts that an exact match must equal */
function scoreNames(terms: readonly QueryTerm[], texts: readonly string[], names: readonly IndexedName[]): MatchScore {
  let best = NO_MATCH;
  let bestName = NO_MATCH;
  for (const name of names) {
    const isEqual = texts.includes(name.folded);
    const match = isEqual ? { score: name.score, matched: new Set(terms) } : scoreName(terms, texts, name);
    if (match.score <= 0) continue;
    const forms = name.form ? [name.form] : [];
    if (match.score > best.score) best = { ...match, forms };
    if (name.form?.source !== 'concept' && match.score > bestName.score) bestName = { ...match, forms };
  }
  // A name that matches, too, is reported rather than a phrase of readers.
  return bestName.score >= NAME_MATCH_THRESHOLD ? { ...best, forms: bestName.forms ?? [] } : best;
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
  const range = name.score - lowest - INEXACT_PENALTY.base;
  const similarBonus = exact < terms.length ? SIMILAR_WORD_BONUS * share : 0;
  const score = lowest + range * share * (isPhrase ? share : 1) * similarity + similarBonus + bonus;
  return { score: Math.min(name.score - INEXACT_PENALTY.min, score), matched };
}

/** Scores a query that contains all words of a name, and others. */
function scoreContainedName(terms: readonly QueryTerm[], matched: ReadonlySet<QueryTerm>, words: readonly Word[]): MatchScore {
  const isContained = words.every((word) => [...matched].some((term) => isWholeWord(termSimilarity(word, term))));
  if (!isContained) return NO_MATCH;
  return { score: (CONTAINED_NAME * sumWeights(matched)) / sumWeights(terms), matched };
}

/** Highest score of a text. */
const MAX_TEXT_SCORE = 55;
/** Value of a term by how a document has it: in a longer word of the text, as a synonym, or only in the context. An exact word counts 1. */
const TERM_VALUES = { prefix: 0.75, synonym: 0.7, context: 0.45 };
/** Weights of the parts of a text's score: its terms, and how short it is. They add up to less than 1, the score of a phrase. */
const TEXT_WEIGHTS = { terms: 0.84, brevity: 0.08 };
/** Number of words of a text for which brevity is one half. */
const BREVITY_HALF_LENGTH = 60;
/** Lowest share of a query, by the weight of the words, that a question itself must have. */
const QUESTION_SHARE = 0.5;

/** Scores the terms against the text of a document and what it is connected with. */
function scoreText(terms: readonly QueryTerm[], indexed: IndexedDocument): MatchScore {
  const found = terms.map((term) => ({ term, ...findTerm(indexed, term) })).filter(({ value }) => value > 0);
  const positions = found.flatMap((each) => (each.positions ? [each.positions] : []));
  if (positions.length === 0 && (found.length < terms.length || found.length < 2)) return NO_MATCH;
  // The answers of a question complete its own words, but do not replace them.
  if (
    indexed.document.kind === 'question' &&
    sumWeights(found.flatMap((each) => (each.positions ? each.term : []))) < sumWeights(terms) * QUESTION_SHARE
  )
    return NO_MATCH;
  const reached = found.reduce((sum, { term, value }) => sum + term.weight * value, 0);
  const brevity = 1 / (1 + indexed.words.length / BREVITY_HALF_LENGTH);
  const factor = TEXT_WEIGHTS.terms + TEXT_WEIGHTS.brevity * brevity;
  const forms = found.flatMap(({ synonym }) => (synonym ? [{ text: synonym, source: 'synonym' as const }] : []));
  return { score: MAX_TEXT_SCORE * (reached / sumWeights(terms)) * factor, matched: new Set(found.map(({ term }) => term)), forms };
}

/** Value of a term in a document, its positions in the text unless only the context has it, and the word that has a similar meaning. */
type FoundTerm = { value: number; positions?: readonly number[]; synonym?: string };

function findTerm({ positions, words, context, document }: IndexedDocument, term: QueryTerm): FoundTerm {
  const exact = positions.get(term.stem);
  if (exact) return { value: 1, positions: exact };
  for (const [stem, list] of positions) if (isLongerForm(stem, term)) return { value: TERM_VALUES.prefix, positions: list };
  const synonym = term.synonyms.find((stem) => positions.has(stem));
  if (synonym) {
    const found = positions.get(synonym)!;
    const word = found.length > 0 ? words[found[0]!] : tokenize(document.title).find(({ stem }) => stem === synonym);
    return { value: TERM_VALUES.synonym, positions: found, ...(word && { synonym: word.plain }) };
  }
  const hasContext = [term.stem, ...term.synonyms].some((stem) => context.has(stem));
  return { value: hasContext ? TERM_VALUES.context : 0 };
}
