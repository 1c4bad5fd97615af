import { earliestDay, type EdtfDate, isPoint, latestDay, type SetMember } from './edtf-date.ts';
import { parseEdtf } from './parse.ts';

/** The first and the last day of a date, as `YYYY-MM-DD`. Null if the end is open or unknown. */
export type Bounds = { readonly from: string | null; readonly to: string | null };

/**
 * Returns the earliest and the latest day that a date in EDTF allows. Only an undated value (null) has neither.
 * Approximation and uncertainty do not move the bounds.
 *
 * @throws {SyntaxError} if the text is not valid for `parseEdtf`
 */
export function getBounds(edtf: string | null): Bounds {
  return edtf === null ? { from: null, to: null } : boundsOfDate(parseEdtf(edtf));
}

/** Returns the year under which a timeline lists a date: the year of its earliest day, or else of its latest. Null if undated. */
export function getYear(edtf: string | null): number | null {
  const { from, to } = getBounds(edtf);
  const day = from ?? to;
  return day === null ? null : Number(day.slice(0, 4));
}

/**
 * Compares two dates in EDTF for sorting. The order is total; the result is zero only for equal texts.
 *
 * 1. By the earliest day. A date without one sorts by its latest day, just before the dates that begin on that day.
 * 2. A day, month, season or year before a period or a set, which may end later: 2022 precedes 2022/2026.
 * 3. By the latest day: of days to years, the later first, so that a year precedes its January; of periods and sets, the earlier first.
 * 4. By the text, in code units.
 *
 * Undated values (null) come last.
 *
 * @throws {SyntaxError} if a text is not valid for `parseEdtf`
 */
export function compareDates(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [left, right] = [sortKeys(a), sortKeys(b)];
  const byEnd = compareText(left.end, right.end);
  return (
    compareText(left.start, right.start) ||
    Number(right.isPoint) - Number(left.isPoint) ||
    (left.isPoint ? 0 - byEnd : byEnd) ||
    compareText(a, b)
  );
}

function boundsOfDate(date: EdtfDate | SetMember): Bounds {
  if (isPoint(date)) return { from: earliestDay(date), to: latestDay(date) };
  if (date.kind === 'set') {
    const members = date.members.map(boundsOfDate);
    const [starts, ends] = [members.map(({ from }) => from).sort(), members.map(({ to }) => to).sort()];
    return { from: starts.includes(null) ? null : starts[0]!, to: ends.includes(null) ? null : ends.at(-1)! };
  }
  const [from, to] = ['from' in date ? date.from : 'open', 'to' in date ? date.to : 'open'];
  return { from: typeof from === 'string' ? null : earliestDay(from), to: typeof to === 'string' ? null : latestDay(to) };
}

function sortKeys(edtf: string) {
  const date = parseEdtf(edtf);
  const { from, to } = boundsOfDate(date);
  // “open” sorts after all digits.
  return { start: from === null ? `${to} 0` : `${from} 1`, end: to ?? 'open', isPoint: isPoint(date) };
}

const compareText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
