import type { EdtfDate, SetMember, OpenEnd, Point } from './types.ts';
import { earliestDay, latestDay } from './day-range.ts';
import { parseEdtf } from './parse.ts';

/** The days between which a date lies, both included, as `YYYY-MM-DD`. Null where there is no bound or it is not known. */
export type Bounds = { readonly from: string | null; readonly to: string | null };

/**
 * The earliest and the latest day that a date in EDTF allows. Only a date that is null lacks both.
 * Approximation and uncertainty do not move bounds; seasons have the months in `seasons`.
 *
 * @throws {SyntaxError} where the text is not EDTF that the Record reads
 */
export function getBounds(text: string | null): Bounds {
  return text === null ? UNDATED : boundsOfDate(parseEdtf(text));
}

const UNDATED: Bounds = { from: null, to: null };

function boundsOfDate(date: EdtfDate): Bounds {
  if (date.kind === 'interval') return { from: dayOf(date.from, earliestDay), to: dayOf(date.to, latestDay) };
  if (date.kind !== 'set') return { from: earliestDay(date), to: latestDay(date) };
  const members = date.members.map(boundsOfMember);
  return {
    from: extreme(
      members.map((member) => member.from),
      'first',
    ),
    to: extreme(
      members.map((member) => member.to),
      'last',
    ),
  };
}

function boundsOfMember(member: SetMember): Bounds {
  if (member.kind === 'earlier') return { from: null, to: latestDay(member.to) };
  if (member.kind === 'later') return { from: earliestDay(member.from), to: null };
  if (member.kind === 'range') return { from: earliestDay(member.from), to: latestDay(member.to) };
  return { from: earliestDay(member), to: latestDay(member) };
}

function dayOf(end: Point | OpenEnd, day: typeof earliestDay): string | null {
  return typeof end === 'string' ? null : day(end);
}

function extreme(days: (string | null)[], which: 'first' | 'last'): string | null {
  const known = days.filter((day) => day !== null).sort();
  if (known.length < days.length) return null;
  return known.at(which === 'first' ? 0 : -1) ?? null;
}
