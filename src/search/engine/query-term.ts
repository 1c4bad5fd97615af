import type { Word } from './tokenizer.ts';

/** A word that is asked for, with what it tells. */
export interface AskedWord extends Word {
  /** The rarer in the Record, the more. */
  weight: number;
  /** Stems of words that mean much the same. */
  alike: readonly string[];
  /** Whether it may still be growing. */
  growing: boolean;
  /** Whether it is written without spaces between words. */
  cjk: boolean;
}
