import { daysInMonth, isoDay } from './calendar.ts';
import type { Point } from './types.ts';
import { getSeason } from './season.ts';

/** The first day, as `YYYY-MM-DD`, on which a point may fall. Qualification does not move it. */
export function earliestDay(point: Point): string {
  const year = lowest(point.year);
  if (point.kind === 'season') return isoDay(year, getSeason(point.season).first, 1);
  const month = point.kind === 'year' ? 1 : Math.max(1, lowest(point.month));
  const day = point.kind === 'day' ? Math.max(1, lowest(point.day)) : 1;
  return isoDay(year, month, day);
}

/** The last day, as `YYYY-MM-DD`, on which a point may fall. Qualification does not move it. */
export function latestDay(point: Point): string {
  const year = highest(point.year);
  if (point.kind === 'season') return lastOfSeason(year, point.season);
  const month = point.kind === 'year' ? 12 : Math.min(12, highest(point.month));
  const length = daysInMonth(year, month);
  const day = point.kind === 'day' ? Math.min(length, highest(point.day)) : length;
  return isoDay(year, month, day);
}

function lastOfSeason(year: number, code: string): string {
  const { first, months } = getSeason(code);
  const last = first + months - 1;
  const [endYear, endMonth] = last > 12 ? [year + 1, last - 12] : [year, last];
  return isoDay(endYear, endMonth, daysInMonth(endYear, endMonth));
}

function lowest(digits: string): number {
  return Number(digits.replaceAll('X', '0'));
}

function highest(digits: string): number {
  return Number(digits.replaceAll('X', '9'));
}
