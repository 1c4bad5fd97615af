import { editDistance } from '../../text/edit-distance.ts';
import type { Query } from './query.ts';
import { isHonorific } from './honorifics.ts';
import { isCjk, isStopWord, tokenize, type Word } from './tokenizer.ts';

/** The words that the site has. */
export interface Vocabulary {
  /** Words of names, folded. */
  names: ReadonlySet<string>;
  /** Words that are proposed in the place of misspelt ones: those of names and statements. */
  proposed: ReadonlySet<string>;
  /** All words, folded. */
  words: ReadonlySet<string>;
  /** Their stems. */
  stems: ReadonlySet<string>;
  /** Those that stand on a page: the others are words of readers, which lead to what pages put otherwise. */
  printed: ReadonlySet<string>;
}

/** A query made searchable: misspelt words replaced, words that nothing has set apart. */
export interface Correction {
  query: string;
  /** Words of the query that nothing has and nothing resembles. */
  unknown: string[];
  changed: boolean;
}

/**
 * Makes a vocabulary.
 *
 * @param names words of names
 * @param said words of statements
 * @param others words that stand in the text of pages alone
 * @param printed those of the words of statements that stand on a page: all, where nothing else is known
 */
export function createVocabulary(
  names: ReadonlySet<string>,
  said: ReadonlySet<string>,
  others: readonly string[],
  printed: ReadonlySet<string> = said,
): Vocabulary {
  const proposed = new Set([...names, ...[...said].filter((word) => !isStopWord(word))]);
  const words = new Set([...proposed, ...said, ...others]);
  return {
    names,
    proposed,
    words,
    stems: new Set([...words].flatMap((word) => tokenize(word).map(({ stem }) => stem))),
    printed: new Set([...printed, ...others]),
  };
}

/**
 * Replaces the words that the site does not have by the nearest that it has. Words within quotation marks stay as they are.
 *
 * @param verbatim whether all words stay as they are
 */
export function suggestCorrection(query: Query, vocabulary: Vocabulary, verbatim = false): Correction {
  let text = query.text;
  const unknown: string[] = [];
  for (const word of query.words) {
    if (isKnown(word, vocabulary, query.isPrefix && word === query.words.at(-1)) || isHonorific(word) || isOfDate(word, query)) continue;
    const kept = verbatim || query.phrases.some((phrase) => phrase.words.includes(word.folded));
    const near = kept ? undefined : (nearestWord(word.folded, vocabulary) ?? splitCompound(word.folded, vocabulary));
    const typed = near && [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].find(([each]) => tokenize(each)[0]?.folded === word.folded);
    if (typed) text = text.slice(0, typed.index) + near + text.slice(typed.index + typed[0].length);
    else unknown.push(word.folded);
  }
  return { query: text, unknown, changed: text !== query.text };
}

/** Whether a word, an inflected form of it or, where it may still be growing, a word that begins with it is there. */
function isKnown({ folded, stem }: Word, { words, stems }: Vocabulary, growing: boolean): boolean {
  if (words.has(folded) || stems.has(stem)) return true;
  if (isCjk(folded)) return [...words].some((word) => word.includes(folded));
  return growing && folded.length >= 2 && [...words].some((word) => word.startsWith(folded));
}

/** Whether a word, an inflected form of it or, where it may still be growing, a word that begins with it stands on a page. */
export function occursOnPage({ folded, stem }: Word, { printed }: Vocabulary, growing: boolean): boolean {
  if (printed.has(folded)) return true;
  const cjk = isCjk(folded);
  return [...printed].some(
    (word) => (cjk ? word.includes(folded) : growing && word.startsWith(folded)) || tokenize(word).some((each) => each.stem === stem),
  );
}

/** Whether a word is asked for as part of a date. */
function isOfDate({ folded }: Word, { dated }: Query): boolean {
  return dated !== undefined && !dated.rest.words.some((other) => other.folded === folded);
}

/** Two words of names that were written as one; what is written without spaces is cut into words that are known. */
function splitCompound(word: string, { names, words }: Vocabulary): string | undefined {
  const cjk = isCjk(word);
  for (let at = word.length - 2; at >= 2; at--) {
    const parts = [word.slice(0, at), word.slice(at)] as const;
    if (
      cjk
        ? words.has(parts[0]) && isKnown(tokenize(parts[1])[0]!, { words, stems: words } as Vocabulary, false)
        : word.length > 5 && parts.every((part) => names.has(part))
    )
      return parts.join(' ');
  }
  return undefined;
}

/** The word nearest to a misspelt one: those of names may be further off than others. */
function nearestWord(word: string, { names, proposed }: Vocabulary): string | undefined {
  if (word.length < 4 || /\p{N}/u.test(word) || isCjk(word)) return undefined;
  let best: string | undefined;
  let bestCost = Infinity;
  for (const candidate of proposed) {
    if (Math.abs(candidate.length - word.length) > 3 || candidate.length < 3) continue;
    const isName = names.has(candidate);
    const distance = editDistance(word, candidate);
    if (distance > maxEdits(word, candidate, isName)) continue;
    const cost = distance - (isName ? 0.4 : 0) + (candidate[0] === word[0] ? 0 : 0.5) + (candidate.length === word.length ? 0 : 0.1);
    if (cost < bestCost) [best, bestCost] = [candidate, cost];
  }
  return best;
}

const sortedLetters = (word: string) => [...word].toSorted().join('');

/** How many letters may differ: fewer in short words, in words that are no names, and where the beginning does. */
function maxEdits(word: string, candidate: string, isName: boolean): number {
  const { length } = word;
  if (length > 4 && sortedLetters(word) === sortedLetters(candidate)) return 2;
  const alike = (letters: number) => candidate.slice(0, letters) === word.slice(0, letters);
  if (isName) return !alike(1) || length < 5 ? 1 : length < 7 ? Math.min(2, length - 4) : length < 11 ? 2 : 3;
  if (length < 6 || !alike(1)) return 0;
  return length < 9 || !alike(2) ? 1 : length < 12 ? 2 : 3;
}
