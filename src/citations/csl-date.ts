import { getBounds } from '../dates/bounds.ts';
import type { EdtfDate, Point } from '../dates/types.ts';
import { parseEdtf } from '../dates/parse.ts';
import { formatDate } from '../dates/format.ts';
import type { CslDate } from './csl.ts';

/**
 * Converts a date in EDTF (ISO 8601-2) to a CSL date (CSL 1.0.2, date variables): integer parts as exact as the date, with `circa` if it
 * is approximate or uncertain. Unspecified digits make it as coarse as the digits that are known. Other dates are formatted in words.
 *
 * @returns undefined for null
 * @throws {SyntaxError} if the text is not EDTF that the Record reads
 */
export function toCslDate(edtf: string | null): CslDate | undefined {
  if (edtf === null) return undefined;
  const date = parseEdtf(edtf);
  const circa = isMarked(date) ? { circa: true as const } : {};
  if (date.kind === 'interval') {
    if (typeof date.from === 'string' || typeof date.to === 'string') return { literal: formatDate(edtf) };
    const ends = [knownParts(date.from), knownParts(date.to)];
    return ends.every((parts) => parts !== undefined) ? { 'date-parts': ends, ...circa } : { literal: formatDate(edtf) };
  }
  if (date.kind === 'set') return { literal: formatDate(edtf) };
  const parts = knownParts(date);
  if (!parts) return { literal: formatDate(edtf) };
  const season = date.kind === 'season' ? Number(date.season) - 20 : 0;
  if (date.kind === 'season' && season > 4) return { literal: formatDate(edtf) };
  return { 'date-parts': [parts], ...(season > 0 && { season }), ...(hasGaps(date) ? { circa: true as const } : circa) };
}

/** Formats the first date of a CSL date in ISO 8601, as exact as it is: `2025-11`. Returns undefined if it has no parts. */
export function toIsoDate(date: CslDate | undefined): string | undefined {
  if (!date || !('date-parts' in date)) return undefined;
  const [year = 0, ...rest] = date['date-parts'][0] ?? [];
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}

/** Converts a date in EDTF to a start and an end in ISO 8601, as `Date` of schema.org requires: exact dates as they are, others by bounds. */
export function toIsoInterval(edtf: string | null): { start?: string; end?: string } {
  if (edtf === null) return {};
  const date = parseEdtf(edtf);
  if (date.kind !== 'interval' && date.kind !== 'set' && date.kind !== 'season' && !hasGaps(date)) {
    const point = knownParts(date)!;
    return { start: toIsoDate({ 'date-parts': [point] })! };
  }
  const { from, to } = getBounds(edtf);
  return { ...(from && { start: from }), ...(to && to !== from && { end: to }) };
}

/** Returns the parts whose digits are all known, year first, or undefined if the year is not known. */
function knownParts(point: Point): number[] | undefined {
  if (point.year.includes('X')) return undefined;
  const parts = [Number(point.year)];
  if (!('month' in point) || point.month.includes('X')) return parts;
  parts.push(Number(point.month));
  if (!('day' in point) || point.day.includes('X')) return parts;
  return [...parts, Number(point.day)];
}

const hasGaps = (point: Point) => [point.year, 'month' in point ? point.month : '', 'day' in point ? point.day : ''].join('').includes('X');

function isMarked(date: EdtfDate): boolean {
  if (date.kind === 'interval') return [date.from, date.to].some((end) => typeof end !== 'string' && isMarked(end));
  return date.kind !== 'set' && (date.approximate.length > 0 || date.uncertain.length > 0);
}
