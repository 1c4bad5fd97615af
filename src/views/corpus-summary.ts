import { getBounds } from '../dates/bounds.ts';
import type { TheRecord } from '../record/model.ts';

/** The articles of the Record, as its pages speak of them. */
export interface CorpusSummary {
  /** How many, in words up to twelve: `five`. */
  number: string;
  /** The years in which they were published: `2015–2026`. */
  years: string;
}

export function corpusSummary({ entries }: TheRecord): CorpusSummary {
  const bounds = entries.map(({ data }) => getBounds(data.source.published.edtf));
  const years = bounds.flatMap(({ from, to }) => [from, to].flatMap((day) => day?.slice(0, 4) ?? [])).toSorted();
  return { number: numberToWords(entries.length), years: [...new Set([years.at(0), years.at(-1)])].join('–') };
}

/** A number as prose has it: in words up to twelve. */
export const numberToWords = (number: number) => NUMBERS[number] ?? String(number);

/** Words at the beginning of a sentence. */
export const capitalize = (words: string) => words[0]!.toUpperCase() + words.slice(1);

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
