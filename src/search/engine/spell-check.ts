import { editDistance } from '../../text/matching.ts';
import { isHonorific, type Query } from './query.ts';
import type { IndexFile, SearchDocument } from './search-document.ts';
import type { DocumentIndex } from './search-index.ts';
import { foldWords, isCjk, isStopWord, tokenize, type Word } from './tokenizer.ts';

/** Folded words, with their stems. */
interface WordSet {
  words: ReadonlySet<string>;
  stems: ReadonlySet<string>;
}

/** The words of the site. */
export interface Vocabulary {
  /** Words of names. */
  names: ReadonlySet<string>;
  /** Words that may replace a misspelt one: those of names and documents. */
  corrections: ReadonlySet<string>;
  /** All words, with those that only readers use. */
  all: WordSet;
  /** Words that occur on a page. */
  onPages: WordSet;
}

/** A corrected query. */
interface Correction {
  text: string;
  /** Words that are not in the vocabulary and could not be corrected. */
  unknown: Word[];
  isChanged: boolean;
}

/** Creates the vocabulary of an index file. @param pageWords words that only the text of pages has */
export function createVocabulary(file: IndexFile, pageWords: readonly string[]): Vocabulary {
  const named = file.documents.filter(({ kind }) => kind === 'actor' || kind === 'place');
  const names = new Set(named.flatMap(({ title, names }) => [title, ...names].flatMap(foldWords)));
  const documentWords = getDocumentWords(file);
  const known = [...documentWords, ...file.synonyms.flat(), ...file.aliases.flatMap(({ phrases }) => phrases.flatMap(foldWords))];
  const corrections = new Set([...names, ...known.filter((word) => !isStopWord(word))]);
  const words = [...new Set([...corrections, ...known, ...pageWords])];
  const stems = new Map(words.map((word) => [word, tokenize(word).map(({ stem }) => stem)]));
  const toWordSet = (list: readonly string[]) => ({ words: new Set(list), stems: new Set(list.flatMap((word) => stems.get(word)!)) });
  return { names, corrections, all: toWordSet(words), onPages: toWordSet([...documentWords, ...pageWords]) };
}

/** Returns the folded words of all documents. */
export const getDocumentWords = ({ documents }: IndexFile): Set<string> =>
  new Set(documents.flatMap(({ title, names, keywords, text }) => [title, ...names, ...keywords, text].flatMap(foldWords)));

/**
 * Replaces unknown words by the closest known ones. Quoted words stay.
 *
 * @param isVerbatim whether all words stay
 */
export function suggestCorrection(query: Query, vocabulary: Vocabulary, isVerbatim = false): Correction {
  let text = query.text;
  const unknown: Word[] = [];
  for (const word of query.words) {
    const { folded } = word;
    if (hasWord(vocabulary.all, word, query.isPrefix && word === query.words.at(-1)) || isHonorific(word) || isPartOfDate(word, query))
      continue;
    const isFixed = isVerbatim || query.phrases.some((phrase) => foldWords(phrase.text).includes(folded));
    const correction = isFixed ? undefined : (closestWord(folded, vocabulary) ?? splitCompound(folded, vocabulary));
    const typed = correction && [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].find(([each]) => tokenize(each)[0]?.folded === folded);
    if (typed) text = text.slice(0, typed.index) + correction + text.slice(typed.index + typed[0].length);
    else unknown.push(word);
  }
  return { text, unknown, isChanged: text !== query.text };
}

/** Returns whether a set has a word, an inflected form of it or, for a prefix, a longer word. */
export function hasWord({ words, stems }: WordSet, { folded, stem }: Word, isPrefix: boolean): boolean {
  if (words.has(folded) || stems.has(stem)) return true;
  if (isCjk(folded)) return [...words].some((word) => word.includes(folded));
  return isPrefix && folded.length >= 2 && [...words].some((word) => word.startsWith(folded));
}

/** Advantage of names among corrections, in edits. Chosen by hand with the typing errors of tests/cases/search-queries.yaml. */
const NAME_BONUS = 0.4;

const MAX_SUGGESTIONS = 5;

/** Returns the documents with a name that looks like the query, or like one of its longer words. Closest first. */
export function suggestDocuments(text: string, { documents }: DocumentIndex): SearchDocument[] {
  const words = foldWords(text);
  const wanted = [...new Set([words.join(' '), ...words])].filter((each) => each.length >= 4);
  // A word that is the same does not look like a misspelt one.
  const distanceTo = (name: string) => Math.min(...wanted.map((each) => relativeDistance(each, name) || 1));
  return documents
    .filter(({ document: { kind } }) => kind === 'actor' || kind === 'place' || kind === 'theme' || kind === 'term')
    .map(({ document, names }) => ({
      document,
      distance: Math.min(...names.flatMap(({ folded, isPhrase }) => (isPhrase ? [] : [folded, ...folded.split(' ')].map(distanceTo)))),
    }))
    .filter(({ distance }) => distance <= MAX_DISTANCE)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ document }) => document);
}

const isPartOfDate = ({ folded }: Word, { dated }: Query) =>
  dated !== undefined && !dated.rest.words.some((word) => word.folded === folded);

/** Splits a word into two words of names, or text without spaces into two known words. */
function splitCompound(word: string, { names, all: { words } }: Vocabulary): string | undefined {
  for (let at = word.length - 2; at >= 2; at--) {
    const [start, end] = [word.slice(0, at), word.slice(at)];
    const isSplit = isCjk(word)
      ? words.has(start) && hasWord({ words, stems: words }, tokenize(end)[0]!, false)
      : word.length > 5 && names.has(start) && names.has(end);
    if (isSplit) return `${start} ${end}`;
  }
  return undefined;
}

/** Returns the known word closest to a misspelt one, or undefined if there is none within the allowed number of edits. */
function closestWord(word: string, { names, corrections }: Vocabulary): string | undefined {
  if (word.length < 4 || /\p{N}/u.test(word) || isCjk(word)) return undefined;
  let closest: string | undefined;
  let lowestCost = Infinity;
  for (const candidate of corrections) {
    if (Math.abs(candidate.length - word.length) > 3 || candidate.length < 3) continue;
    const isName = names.has(candidate);
    const edits = editDistance(word, candidate);
    if (edits > maxEdits(word, candidate, isName)) continue;
    const cost = edits - (isName ? NAME_BONUS : 0);
    if (cost < lowestCost) [closest, lowestCost] = [candidate, cost];
  }
  return closest;
}

/** Returns the number of edits allowed: fewer in short words, in words other than names, and if the first letters differ. */
function maxEdits(word: string, candidate: string, isName: boolean): number {
  const { length } = word;
  const sortLetters = (letters: string) => [...letters].toSorted().join('');
  if (length > 4 && sortLetters(word) === sortLetters(candidate)) return 2;
  const sharesFirst = (letters: number) => candidate.slice(0, letters) === word.slice(0, letters);
  if (isName) return !sharesFirst(1) || length < 7 ? 1 : length < 11 ? 2 : 3;
  if (length < 6 || !sharesFirst(1)) return 0;
  return length < 9 || !sharesFirst(2) ? 1 : length < 12 ? 2 : 3;
}

/** Largest distance of a suggested name: three edits in ten letters. */
const MAX_DISTANCE = 0.3;

/** Returns the number of edits between two words, per letter of the longer one. */
function relativeDistance(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  return Math.abs(a.length - b.length) > length * MAX_DISTANCE ? 1 : editDistance(a, b) / length;
}
