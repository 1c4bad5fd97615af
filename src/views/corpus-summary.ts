import { boundsOf } from '../dates/bounds.ts';
import type { TheRecord } from '../record/model.ts';

/** The articles of the Record, as its pages speak of them. */
export interface Collection {
  /** How many, in words up to twelve: `five`. */
  number: string;
  /** The years in which they were published: `2015–2026`. */
  years: string;
}

export function collection({ entries }: TheRecord): Collection {
  const bounds = entries.map(({ data }) => boundsOf(data.source.published.edtf));
  const years = bounds.flatMap(({ from, to }) => [from, to].flatMap((day) => day?.slice(0, 4) ?? [])).toSorted();
  return { number: inWords(entries.length), years: [...new Set([years.at(0), years.at(-1)])].join('–') };
}

/** A number as prose has it: in words up to twelve. */
export const inWords = (number: number) => NUMBERS[number] ?? String(number);

/** Words at the beginning of a sentence. */
export const atStart = (words: string) => words[0]!.toUpperCase() + words.slice(1);

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
