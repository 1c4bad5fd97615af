import { getBounds } from '../dates/bounds.ts';
import { formatDate } from '../dates/format.ts';
import type { CslDate } from './csl.ts';

/** EDTF that every format expresses: a day, month or year, exact, approximate or uncertain as a whole. */
const PLAIN = /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?[?~%]?$/;

/**
 * Converts a date in EDTF (ISO 8601-2) to a CSL date (CSL 1.0.2, date variables): the parts that all its days share, with `circa` if it
 * is approximate, uncertain or has unspecified digits. Dates without a known year are formatted in words.
 *
 * @returns undefined for null
 * @throws {SyntaxError} if the text is not EDTF that the Record reads
 */
export function toCslDate(edtf: string | null): CslDate | undefined {
  if (edtf === null) return undefined;
  const [first = [], last = []] = Object.values(getBounds(edtf)).map((day) => day?.split('-').map(Number));
  const differing = first.findIndex((part, index) => part !== last[index]);
  const parts = differing < 0 ? first : first.slice(0, differing);
  if (parts.length === 0) return { literal: formatDate(edtf) };
  return { 'date-parts': [parts], ...(/[?~%X]/.test(edtf) && { circa: true }) };
}

/** Returns a date in words if the parts of a CSL date lose a part of its meaning; undefined otherwise and for null. */
export const inexpressibleDate = (edtf: string | null): string | undefined =>
  edtf === null || PLAIN.test(edtf) ? undefined : formatDate(edtf);

/**
 * Converts a date in EDTF to a date that readers of BibLaTeX read (manual, 2.3.8), with a mark of approximation or uncertainty.
 *
 * @returns undefined if no year is known
 */
export function toBiblatexDate(edtf: string | null): string | undefined {
  const iso = toIsoDate(toCslDate(edtf));
  const [mark = ''] = /[?~%]$/.exec(edtf ?? '') ?? [];
  return iso && iso + mark.replace('%', '~');
}

/** Formats a CSL date in ISO 8601, as exact as it is: `2025-11`. Returns undefined if it has no parts. */
export function toIsoDate(date: CslDate | undefined): string | undefined {
  if (!date || !('date-parts' in date)) return undefined;
  const [year = 0, ...rest] = date['date-parts'][0] ?? [];
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}

/** Converts a date in EDTF to a start and an end in ISO 8601, as `Date` of schema.org requires: exact dates as they are, others by bounds. */
export function toIsoInterval(edtf: string | null): { start?: string; end?: string } {
  if (edtf !== null && PLAIN.test(edtf)) return { start: edtf.replace(/[?~%]$/, '') };
  const { from, to } = getBounds(edtf);
  return { ...(from && { start: from }), ...(to && to !== from && { end: to }) };
}
