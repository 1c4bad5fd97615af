import { getBounds, type Bounds } from './bounds.ts';

/**
 * Compares two dates in EDTF for sorting; total, and zero only for the same text.
 *
 * 1. By the earliest day. A date without one sorts by its latest day, just before the dates that begin on that day.
 * 2. By the latest day, the later first: a year precedes its January, which precedes its first day; no end precedes any.
 * 3. By the text, in code units.
 *
 * A date that is null comes last.
 *
 * @throws {SyntaxError} where a text is not EDTF that the Record reads
 */
export function compareDates(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [left, right] = [getBounds(a), getBounds(b)];
  return compareText(startKey(left), startKey(right)) || compareText(endKey(right), endKey(left)) || compareText(a, b);
}

/** The year under which a timeline lists a date: that of its earliest day, else of its latest; null for a date that is null. */
export function getYear(text: string | null): number | null {
  const { from, to } = getBounds(text);
  const day = from ?? to;
  return day === null ? null : Number(day.slice(0, 4));
}

function startKey({ from, to }: Bounds): string {
  return from === null ? `${to} 0` : `${from} 1`;
}

function endKey({ to }: Bounds): string {
  return to ?? 'open';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
