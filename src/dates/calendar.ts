/** The number of days in a month of the proleptic Gregorian calendar (ISO 8601-1). Months count from 1. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** A calendar day as `YYYY-MM-DD` (ISO 8601-1, calendar date, extended format). Days of the years 0000 to 9999 sort as text. */
export function isoDay(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
