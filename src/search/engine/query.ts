import { findQueryDate, type QueryDate } from './query-date.ts';
import { isHonorific, separateHonorifics } from './honorifics.ts';
import { foldWords, isStopWord, tokenize, type Word } from './tokenizer.ts';

/** What a reader typed, taken apart. */
export interface Query {
  /** As typed, trimmed. */
  text: string;
  /** The words that are asked for, those within quotation marks included; stop words only where there is nothing else. */
  words: readonly Word[];
  /** Phrases in quotation marks: words that must follow one another exactly, and the phrase as typed. */
  phrases: readonly { words: readonly string[]; typed: string }[];
  /** Whether the last word may still be growing. */
  isPrefix: boolean;
  /** The date among the words, and what is asked besides it; absent where a bare year is all that is asked. */
  dated?: { date: QueryDate; rest: Query };
  /** The words that are no titles, where some are: by them a person is found. */
  untitled?: readonly Word[];
}

/** Takes a typed text apart. An opening quotation mark without a closing one reaches to the end. */
export function parseQuery(typed: string): Query {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  const phrases = [...text.matchAll(/["“”„«](.*?)(?:["“”»]|$)/g)]
    .map(([, inside]) => ({ words: foldWords(inside!), typed: inside! }))
    .filter(({ words }) => words.length > 0);
  const all = tokenize(separateHonorifics(text));
  const meant = all.filter(({ folded }) => !isStopWord(folded));
  const words = unique(meant.length > 0 ? meant : all);
  const date = phrases.length > 0 || /^\d+$/.test(text) ? undefined : findQueryDate(text);
  const untitled = words.filter((word) => !isHonorific(word));
  return {
    text,
    words,
    phrases,
    isPrefix: !/["“”»]$/.test(text) && !/\s$/.test(typed),
    ...(date && { dated: { date, rest: parseQuery(date.rest) } }),
    ...(untitled.length > 0 && untitled.length < words.length && { untitled }),
  };
}

function unique(words: Word[]): Word[] {
  return words.filter(({ stem }, index) => words.findIndex((other) => other.stem === stem) === index);
}
