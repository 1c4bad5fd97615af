/** A part of a year that EDTF writes as a month from 21 to 41. */
export type SeasonSpan = {
  /** The first month, counted from 1. */
  readonly first: number;
  /** How many months it lasts; it may run into the next year. */
  readonly months: number;
  /** What goes before the year in a sentence. */
  readonly name: string;
  /** What goes before the year in a tight table. */
  readonly short: string;
  /** Whether the name wants ‘the’ inside a sentence. */
  readonly article?: true;
};

/**
 * The sub-year groupings of EDTF (Library of Congress, 2019, levels 1 and 2: ‘Seasons’, ‘Sub-year groupings’), by code.
 * The standard fixes no months for seasons: these are the meteorological ones, and 21 to 24, of no stated place, are northern.
 * Winter in the north and summer in the south belong to the year in which they begin.
 */
export const SEASON_MONTHS: Readonly<Record<string, SeasonSpan>> = {
  '21': { first: 3, months: 3, name: 'spring', short: 'spr.' },
  '22': { first: 6, months: 3, name: 'summer', short: 'sum.' },
  '23': { first: 9, months: 3, name: 'autumn', short: 'aut.' },
  '24': { first: 12, months: 3, name: 'winter', short: 'win.' },
  '25': { first: 3, months: 3, name: 'spring', short: 'spr.' },
  '26': { first: 6, months: 3, name: 'summer', short: 'sum.' },
  '27': { first: 9, months: 3, name: 'autumn', short: 'aut.' },
  '28': { first: 12, months: 3, name: 'winter', short: 'win.' },
  '29': { first: 9, months: 3, name: 'southern spring', short: 'southern spr.' },
  '30': { first: 12, months: 3, name: 'southern summer', short: 'southern sum.' },
  '31': { first: 3, months: 3, name: 'southern autumn', short: 'southern aut.' },
  '32': { first: 6, months: 3, name: 'southern winter', short: 'southern win.' },
  '33': { first: 1, months: 3, name: 'first quarter of', short: 'Q1', article: true },
  '34': { first: 4, months: 3, name: 'second quarter of', short: 'Q2', article: true },
  '35': { first: 7, months: 3, name: 'third quarter of', short: 'Q3', article: true },
  '36': { first: 10, months: 3, name: 'fourth quarter of', short: 'Q4', article: true },
  '37': { first: 1, months: 4, name: 'first third of', short: '1st third of', article: true },
  '38': { first: 5, months: 4, name: 'second third of', short: '2nd third of', article: true },
  '39': { first: 9, months: 4, name: 'last third of', short: '3rd third of', article: true },
  '40': { first: 1, months: 6, name: 'first half of', short: '1st half of', article: true },
  '41': { first: 7, months: 6, name: 'second half of', short: '2nd half of', article: true },
};

/** The grouping with a code. @throws {RangeError} where the code is not from 21 to 41 */
export function getSeason(code: string): SeasonSpan {
  const span = SEASON_MONTHS[code];
  if (!span) throw new RangeError(`“${code}” is not a season of EDTF: the codes run from 21 to 41`);
  return span;
}
