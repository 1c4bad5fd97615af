import { parse } from 'edtf';
import type { DateSet, EdtfDate, Interval, SetMember, OpenEnd, Point } from './types.ts';
import { earliestDay, latestDay } from './day-range.ts';
import { parsePoint } from './parse-point.ts';
import { createEdtfError } from './edtf-error.ts';

/**
 * Reads a date in EDTF (ISO 8601-2:2019, Annex A, levels 0 to 2) into plain data.
 * Besides, seasons may be qualified and may end an interval. The text is refused where it gives a time of day,
 * a year outside 0000 to 9999, an interval that runs backwards, or no bound at all: `refusals` is the list.
 *
 * @param text such as `2016-12-1X`, `2014-23`, `2024-11~`, `2014-11/..`, `[..2014]`
 * @throws {SyntaxError} quoting the text and naming the remedy
 */
export function parseEdtf(text: string): EdtfDate {
  const known = cache.get(text);
  if (known) return known;
  const date = readDate(text);
  cache.set(text, date);
  return date;
}

/** Whether a text is EDTF that the Record reads. */
export function isEdtf(text: string): boolean {
  try {
    parseEdtf(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

// A sort asks for the same few texts thousands of times; what they mean never changes.
const cache = new Map<string, EdtfDate>();

function readDate(text: string): EdtfDate {
  if (/^[[{]/.test(text)) return readSet(text);
  return text.includes('/') ? readInterval(text) : parsePoint(text);
}

// edtf.js has no seasons beside open ends, so it is asked about each end alone.
function readInterval(text: string): Interval {
  const [from, to, ...rest] = text.split('/').map(readEnd);
  if (from === undefined || to === undefined || rest.length > 0) throw createEdtfError(text, 'date-is-edtf');
  if (typeof from !== 'string') {
    if (typeof to !== 'string' && latestDay(to) < earliestDay(from)) throw createEdtfError(text, 'interval-runs-forwards');
    return { kind: 'interval', from, to };
  }
  if (typeof to === 'string') throw createEdtfError(text, 'date-has-a-bound');
  return { kind: 'interval', from, to };
}

function readEnd(text: string): Point | OpenEnd {
  if (text === '') return 'unknown';
  return text === '..' ? 'open' : parsePoint(text);
}

function readSet(text: string): EdtfDate {
  if (/\dT\d/.test(text)) throw createEdtfError(text, 'date-has-no-time-of-day');
  try {
    parse(text, { level: 2 });
  } catch {
    throw createEdtfError(text, 'date-is-edtf');
  }
  const choice: DateSet['choice'] = text.startsWith('[') ? 'one' : 'all';
  const texts = new Set(
    text
      .slice(1, -1)
      .split(',')
      .map((member) => member.trim()),
  );
  const members = [...texts].map((member) => readMember(member, text));
  const [only] = members;
  if (members.length === 1 && only && isPoint(only)) return only;
  if (members[0]?.kind === 'earlier' && members.at(-1)?.kind === 'later') throw createEdtfError(text, 'date-has-a-bound');
  return { kind: 'set', choice, members };
}

function readMember(text: string, whole: string): SetMember {
  if (!text.includes('..')) return parsePoint(text);
  const [before = '', after = ''] = text.split('..');
  if (before === '') return { kind: 'earlier', to: parsePoint(after) };
  if (after === '') return { kind: 'later', from: parsePoint(before) };
  const [from, to] = [parsePoint(before), parsePoint(after)];
  if (latestDay(to) < earliestDay(from)) throw createEdtfError(whole, 'interval-runs-forwards');
  if (before === after) return from;
  return { kind: 'range', from, to };
}

function isPoint(member: SetMember): member is Point {
  return 'year' in member;
}
