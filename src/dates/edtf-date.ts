/** A date in EDTF (ISO 8601-2:2019, Annex A, levels 0 to 2) as plain data. */
export type EdtfDate = Point | Interval | DateSet;

/** One date or season, as exact as its digits. It always covers an unbroken run of days. */
export type Point = Year | Month | Day | Season;

/** A year of four digits. The last digits may be unspecified: `2016`, `201X`, `20XX`. */
export type Year = Qualification & { readonly kind: 'year'; readonly year: string };

/** A month of two digits, such as `12`, `1X` or `XX`. */
export type Month = Qualification & { readonly kind: 'month'; readonly year: string; readonly month: string };

/** A day of two digits, such as `14`, `1X` (10 to 19) or `XX`. */
export type Day = Qualification & { readonly kind: 'day'; readonly year: string; readonly month: string; readonly day: string };

/** A season, quarter, third or half of a year, by its code from 21 to 41. */
export type Season = Qualification & { readonly kind: 'season'; readonly year: string; readonly season: string };

/** A component of a date. */
export type Part = 'year' | 'month' | 'day' | 'season';

/** The parts that are approximate (`~`), uncertain (`?`) or both (`%`). All parts mean the whole date. */
export type Qualification = { readonly approximate: readonly Part[]; readonly uncertain: readonly Part[] };

/** An extended interval. At least one end is a point. */
export type Interval = { readonly kind: 'interval' } & (
  { readonly from: Point; readonly to: Point | OpenEnd } | { readonly from: OpenEnd; readonly to: Point }
);

/** An end of an interval without a date: `..` is open, an empty end is unknown. */
export type OpenEnd = 'open' | 'unknown';

/** A set: `[…]` is one of its members, `{…}` is all of them. It has a bound on at least one side. */
export type DateSet = { readonly kind: 'set'; readonly choice: 'one' | 'all'; readonly members: readonly SetMember[] };

/** A member of a set: a point, `..to`, `from..` or `from..to`. */
export type SetMember = Point | SetRange;

export type SetRange =
  | { readonly kind: 'earlier'; readonly to: Point }
  | { readonly kind: 'later'; readonly from: Point }
  | { readonly kind: 'range'; readonly from: Point; readonly to: Point };

export const isPoint = (date: EdtfDate | SetMember): date is Point => 'year' in date;

/** Returns the parts that a point has, coarsest first. */
export function getParts(point: Point): Part[] {
  return (['year', 'season', 'month', 'day'] as const).filter((part) => part in point);
}

/** A part of a year that EDTF writes as a month from 21 to 41. */
export type SeasonSpan = {
  /** The first month, counted from 1. */
  readonly first: number;
  /** The length in months. The span may end in the next year. */
  readonly months: number;
  /** The name for sentences, followed by the year. */
  readonly name: string;
  /** The name for narrow tables, followed by the year. */
  readonly short: string;
  /** Whether ‘the’ precedes the name inside a sentence. */
  readonly article?: true;
};

/**
 * The seasons and sub-year groupings of EDTF (Library of Congress, 2019, levels 1 and 2), by code.
 * The standard does not define the months of seasons. These are the meteorological seasons; 21 to 24 (without a hemisphere) are northern.
 * A season that crosses the new year belongs to the year in which it begins.
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

/** Returns the first day, as `YYYY-MM-DD`, on which a point may fall. Qualification does not move it. */
export function earliestDay(point: Point): string {
  const year = lowest(point.year);
  if (point.kind === 'season') return isoDay(year, SEASON_MONTHS[point.season]!.first, 1);
  const month = point.kind === 'year' ? 1 : Math.max(1, lowest(point.month));
  const day = point.kind === 'day' ? Math.max(1, lowest(point.day)) : 1;
  return isoDay(year, month, day);
}

/** Returns the last day, as `YYYY-MM-DD`, on which a point may fall. Qualification does not move it. */
export function latestDay(point: Point): string {
  const year = highest(point.year);
  if (point.kind === 'season') return lastDayOfSeason(year, SEASON_MONTHS[point.season]!);
  const month = point.kind === 'year' ? 12 : Math.min(12, highest(point.month));
  const length = daysInMonth(year, month);
  const day = point.kind === 'day' ? Math.min(length, highest(point.day)) : length;
  return isoDay(year, month, day);
}

/** Returns the number of days in a month of the proleptic Gregorian calendar (ISO 8601-1). Months count from 1. */
export function daysInMonth(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : MONTH_LENGTHS[month - 1]!;
}

/** Formats a calendar day as `YYYY-MM-DD` (ISO 8601-1, extended format). Days of the years 0000 to 9999 sort as text. */
export function isoDay(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lastDayOfSeason(year: number, { first, months }: SeasonSpan): string {
  const last = first + months - 1;
  const [endYear, endMonth] = last > 12 ? [year + 1, last - 12] : [year, last];
  return isoDay(endYear, endMonth, daysInMonth(endYear, endMonth));
}

const lowest = (digits: string) => Number(digits.replaceAll('X', '0'));

const highest = (digits: string) => Number(digits.replaceAll('X', '9'));
