import { getBounds, type Bounds } from '../dates/bounds.ts';
import { isPoint, type DateSet, type EdtfDate, type OpenEnd, type Point, type Season } from '../dates/types.ts';
import { parseEdtf } from '../dates/parse.ts';
import { formatDate } from '../dates/format.ts';
import type { CslDate } from './csl.ts';

/**
 * Converts a date in EDTF (ISO 8601-2) to a CSL date (CSL 1.0.2, date variables): integer parts as exact as the date, with `circa` if it
 * is approximate or uncertain. Unspecified digits, quarters and sets make it as coarse as what is known. An interval with one known end
 * is its first day. Dates without a known year are formatted in words.
 *
 * @returns undefined for null
 * @throws {SyntaxError} if the text is not EDTF that the Record reads
 */
export function toCslDate(edtf: string | null): CslDate | undefined {
  if (edtf === null) return undefined;
  const date = parseEdtf(edtf);
  const [from, to] = date.kind === 'interval' ? [knownParts(date.from), knownParts(date.to)] : [getCommonParts(date, getBounds(edtf))];
  if (!from) return { literal: formatDate(edtf) };
  const season = date.kind === 'season' ? getSeason(date) : undefined;
  const circa = isMarked(date) || (isPoint(date) && hasGaps(date));
  return { 'date-parts': to ? [from, to] : [from], ...(season && { season }), ...(circa && { circa }) };
}

/** Returns a date in words if the parts of a CSL date lose a part of its meaning: sets, quarters, intervals with an open end. */
export function inexpressibleDate(edtf: string | null): string | undefined {
  if (edtf === null) return undefined;
  const date = parseEdtf(edtf);
  const isExpressible =
    date.kind === 'interval'
      ? knownParts(date.from) && knownParts(date.to)
      : isPoint(date) && knownParts(date) && (date.kind !== 'season' || getSeason(date));
  return isExpressible ? undefined : formatDate(edtf);
}

/**
 * Converts a date in EDTF to what readers of BibLaTeX read (manual, 2.3.8): a date, a season or an interval, whose end has one mark of
 * approximation or uncertainty. Unspecified digits and what else EDTF has beyond that make it as coarse as what is known.
 *
 * @returns undefined if no year is known
 */
export function toBiblatexDate(edtf: string | null): string | undefined {
  const iso = toIsoDate(toCslDate(edtf));
  if (edtf === null || iso === undefined) return undefined;
  const date = parseEdtf(edtf);
  const format = (point: Point | OpenEnd): string | undefined => {
    if (typeof point === 'string') return point === 'open' ? '..' : '';
    const parts = knownParts(point);
    const season = date.kind === 'season' ? getSeason(date) : undefined;
    const sign = point.approximate.length > 0 ? '~' : point.uncertain.length > 0 ? '?' : '';
    return parts && `${toIsoDate({ 'date-parts': [parts] })}${season ? `-${season + 20}` : ''}${sign}`;
  };
  if (isPoint(date)) return format(date);
  const ends = date.kind === 'interval' ? [format(date.from), format(date.to)] : [undefined];
  return ends.includes(undefined) ? iso : ends.join('/');
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
function knownParts(point: Point | OpenEnd): number[] | undefined {
  if (typeof point === 'string' || point.year.includes('X')) return undefined;
  const parts = [Number(point.year)];
  if (!('month' in point) || point.month.includes('X')) return parts;
  parts.push(Number(point.month));
  if (!('day' in point) || point.day.includes('X')) return parts;
  return [...parts, Number(point.day)];
}

/** Returns the parts that are known of a date: for `[…]`, those that all members share; for `{…}`, at least the year of the first. */
function getCommonParts(date: Point | DateSet, { from, to }: Bounds): number[] | undefined {
  if (isPoint(date)) return knownParts(date);
  const [first, last] = [from, to].map((day) => day?.split('-').map(Number));
  const differing = first?.findIndex((part, index) => part !== last?.[index]);
  if (!first || (differing === 0 && date.choice === 'one')) return undefined;
  return differing === -1 ? first : first.slice(0, Math.max(1, differing!));
}

/** Returns the season of a CSL date, from spring (1) to winter (4). EDTF names seasons three times: 21 to 32. Others are quarters and more. */
const getSeason = ({ season }: Season) => (Number(season) <= 32 ? ((Number(season) - 21) % 4) + 1 : undefined);

const hasGaps = (point: Point) => [point.year, 'month' in point ? point.month : '', 'day' in point ? point.day : ''].join('').includes('X');

function isMarked(date: EdtfDate): boolean {
  if (date.kind === 'interval') return [date.from, date.to].some((end) => typeof end !== 'string' && isMarked(end));
  return date.kind !== 'set' && (date.approximate.length > 0 || date.uncertain.length > 0);
}
