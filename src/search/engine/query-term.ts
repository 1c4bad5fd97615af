import type { Word } from './tokenizer.ts';

/** A word that is asked for, with what it tells. */
export interface QueryTerm extends Word {
  /** The rarer in the Record, the more. */
  weight: number;
  /** Stems of words that mean much the same. */
  synonyms: readonly string[];
  /** Whether it may still be growing. */
  isPrefix: boolean;
  /** Whether it is written without spaces between words. */
  cjk: boolean;
}
