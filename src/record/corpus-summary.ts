import { getBounds } from '../dates/bounds.ts';
import { longestGap, numberToWords } from '../text/english.ts';
import type { TheRecord } from './model.ts';

/** The articles of the Record, as texts refer to them. */
export interface CorpusSummary {
  /** Their number, in words up to twelve: `five`. */
  number: string;
  /** Years of publication, from the first to the last: `2015–2026`. */
  years: string;
  firstYear: string;
  lastYear: string;
  /** The years of publication before and after the longest gap: 2016 and 2024. */
  gap?: { after: number; before: number };
}

export function corpusSummary({ entries }: TheRecord): CorpusSummary {
  const years = entries
    .map(({ data }) => getBounds(data.source.published.edtf))
    .flatMap(({ from, to }) => [from, to].flatMap((day) => day?.slice(0, 4) ?? []))
    .toSorted();
  const [firstYear = '', lastYear = ''] = [years.at(0), years.at(-1)];
  const gap = longestGap(years.map(Number));
  return {
    number: numberToWords(entries.length),
    years: [...new Set([firstYear, lastYear])].join('–'),
    firstYear,
    lastYear,
    ...(gap && { gap: { after: gap.from - 1, before: gap.to + 1 } }),
  };
}
