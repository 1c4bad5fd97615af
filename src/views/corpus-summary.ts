import { getBounds } from '../dates/bounds.ts';
import type { TheRecord } from '../record/model.ts';

/** The number and years of the articles, for sentences about the whole Record. */
export interface CorpusSummary {
  /** The number of articles, in words up to twelve: `five`. */
  number: string;
  /** First and last year of publication: `2015–2026`. */
  years: string;
}

/** Returns the number of articles and their years of publication. */
export function corpusSummary({ entries }: TheRecord): CorpusSummary {
  const bounds = entries.map(({ data }) => getBounds(data.source.published.edtf));
  const years = bounds.flatMap(({ from, to }) => [from, to].flatMap((day) => day?.slice(0, 4) ?? [])).toSorted();
  return { number: numberToWords(entries.length), years: [...new Set([years.at(0), years.at(-1)])].join('–') };
}

/** Formats a number for prose: in words up to twelve. */
export const numberToWords = (number: number) => NUMBERS[number] ?? String(number);

/** Returns the text with an upper-case first letter. */
export const capitalize = (words: string) => words[0]!.toUpperCase() + words.slice(1);

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
