import { isCjk, type Word } from './tokenizer.ts';

/** A word of a query with what is needed to compare it. */
export interface QueryTerm extends Word {
  /** The rarer the word is in the index, the higher. */
  weight: number;
  /** Stems of words with a similar meaning. */
  synonyms: readonly string[];
  /** Whether the reader may still be typing it. */
  isPrefix: boolean;
}

/** Similarity of a word that begins with a term, and of a synonym. Chosen with tests/cases/search-queries.yaml. */
const PREFIX_SIMILARITY = 0.75;
const SYNONYM_SIMILARITY = 0.6;

/** Returns how similar a word of a name is to a term: from 1 (the same word or stem) to 0 (unrelated). */
export function termSimilarity(word: Word, term: QueryTerm): number {
  if (word.folded === term.folded || word.stem === term.stem) return 1;
  if (isCjk(term.folded) ? word.folded.includes(term.folded) : isPrefixOf(term, word.folded)) return PREFIX_SIMILARITY;
  return term.synonyms.includes(word.stem) || isSameStem(word.stem, term.stem) ? SYNONYM_SIMILARITY : 0;
}

/** Returns whether a word with this similarity is the whole term or a synonym, and not only a longer word. */
export const isWholeWord = (similarity: number) => similarity === 1 || similarity === SYNONYM_SIMILARITY;

/** Returns whether a stem of a text matches a term: the same stem, a longer word or a synonym. */
export const matchesStem = (stem: string, term: QueryTerm) =>
  stem === term.stem || isLongerForm(stem, term) || term.synonyms.includes(stem);

/** Returns whether a stem begins with a term, or is nearly its stem. */
export const isLongerForm = (stem: string, term: QueryTerm) =>
  !isCjk(term.folded) && (isPrefixOf(term, stem) || isSameStem(stem, term.stem));

/** Compares from two letters if the term is still being typed, otherwise from four: shorter words match too much. */
const isPrefixOf = ({ folded, isPrefix }: QueryTerm, word: string) => folded.length >= (isPrefix ? 2 : 4) && word.startsWith(folded);

/** Returns whether two stems of six letters or more differ by at most one letter at the end: `diversif`, `diversifi`. */
const isSameStem = (a: string, b: string) =>
  Math.min(a.length, b.length) >= 6 && Math.abs(a.length - b.length) <= 1 && (a.startsWith(b) || b.startsWith(a));
