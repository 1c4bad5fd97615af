import { parse, type Parsed } from 'edtf';
import {
  daysInMonth,
  earliestDay,
  type EdtfDate,
  getParts,
  type Interval,
  isPoint,
  latestDay,
  type OpenEnd,
  type Part,
  type Point,
  type Qualification,
  type SetMember,
} from './edtf-date.ts';

/** Why a text is not accepted as a date, and what to write instead. Each key is the rule that the text breaks. */
export const errorMessages = {
  'date-is-edtf': 'is not a date of the calendar in EDTF: write it like "2016-12-15", "2024-11~", "2014-23" (autumn) or "[..2014]"',
  'date-is-given': 'is empty: write null if there is no date',
  'date-has-no-time-of-day': 'has a time of day: remove the T and what follows it',
  'year-has-four-digits': 'does not have a year from 0000 to 9999: write a decade as "201X" and a century as "19XX"',
  'digits-are-unspecified-from-the-right': 'has an X before a digit: use X for the last digits only, as in "2016-12-1X" or "201X"',
  'digits-are-not-all-unspecified': 'consists of X only: write null if nothing is known',
  'day-is-in-its-month': 'has a day that its month does not have: correct the day',
  'date-has-a-bound': 'is open or unknown at both ends: give one end, or write null',
  'interval-runs-forwards': 'ends before it begins: write the earlier date first',
} as const;

export type EdtfErrorCode = keyof typeof errorMessages;

/**
 * Parses a date in EDTF (ISO 8601-2:2019, Annex A, levels 0 to 2) into plain data.
 * Two extensions: seasons may be qualified and may end an interval; a qualification may follow unspecified digits (`201X~`).
 * The keys of `errorMessages` are the further rules.
 *
 * @param text such as `2016-12-1X`, `2014-23`, `2024-11~`, `2014-11/..`, `[..2014]`
 * @throws {SyntaxError} if the text breaks a rule; the message quotes the text
 */
export function parseEdtf(text: string): EdtfDate {
  let date = cache.get(text);
  if (!date) cache.set(text, (date = parseDate(text)));
  return date;
}

/** Returns whether `parseEdtf` accepts a text. */
export function isEdtf(text: string): boolean {
  try {
    parseEdtf(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

// Sorting parses the same few texts thousands of times.
const cache = new Map<string, EdtfDate>();

function parseDate(text: string): EdtfDate {
  if (/^[[{]/.test(text)) return parseSet(text);
  return text.includes('/') ? parseInterval(text) : parsePoint(text);
}

// edtf.js does not parse an interval of a season and an open end, so each end is parsed by itself.
function parseInterval(text: string): Interval {
  const [from, to, ...rest] = text.split('/').map(parseEnd);
  if (from === undefined || to === undefined || rest.length > 0) throw edtfError(text, 'date-is-edtf');
  if (typeof from !== 'string') {
    if (typeof to !== 'string' && latestDay(to) < earliestDay(from)) throw edtfError(text, 'interval-runs-forwards');
    return { kind: 'interval', from, to };
  }
  if (typeof to === 'string') throw edtfError(text, 'date-has-a-bound');
  return { kind: 'interval', from, to };
}

function parseEnd(text: string): Point | OpenEnd {
  if (text === '') return 'unknown';
  return text === '..' ? 'open' : parsePoint(text);
}

function parseSet(text: string): EdtfDate {
  if (/\dT\d/.test(text)) throw edtfError(text, 'date-has-no-time-of-day');
  checkGrammar(text, text, 2);
  const texts = text
    .slice(1, -1)
    .split(',')
    .map((member) => member.trim());
  const members = [...new Set(texts)].map((member) => parseMember(member, text));
  if (members.length === 1 && isPoint(members[0]!)) return members[0];
  if (members[0]?.kind === 'earlier' && members.at(-1)?.kind === 'later') throw edtfError(text, 'date-has-a-bound');
  return { kind: 'set', choice: text.startsWith('[') ? 'one' : 'all', members };
}

function parseMember(text: string, set: string): SetMember {
  if (!text.includes('..')) return parsePoint(text);
  const [before = '', after = ''] = text.split('..');
  if (before === '') return { kind: 'earlier', to: parsePoint(after) };
  if (after === '') return { kind: 'later', from: parsePoint(before) };
  const [from, to] = [parsePoint(before), parsePoint(after)];
  if (latestDay(to) < earliestDay(from)) throw edtfError(set, 'interval-runs-forwards');
  return before === after ? from : { kind: 'range', from, to };
}

function parsePoint(text: string): Point {
  if (text === '') throw edtfError(text, 'date-is-given');
  if (/\dT\d/.test(text)) throw edtfError(text, 'date-has-no-time-of-day');
  const parsed = checkGrammar(text.includes('X') ? text.replace(/[?~%]$/, '') : text, text, 3);
  if (/^[-Y]/.test(text) || ['Year', 'Decade', 'Century'].includes(parsed.type)) throw edtfError(text, 'year-has-four-digits');
  const point = splitPoint(text.replaceAll(/[?~%]/g, '').split('-'), parsed.type === 'Season');
  const digits = getParts(point)
    .map((part) => (point as Partial<Record<Part, string>>)[part])
    .join('');
  if (/^X+$/.test(digits)) throw edtfError(text, 'digits-are-not-all-unspecified');
  if (!/^\d+X*$/.test(digits)) throw edtfError(text, 'digits-are-unspecified-from-the-right');
  if (!isDayInMonth(point)) throw edtfError(text, 'day-is-in-its-month');
  if (latestDay(point).length > 10) throw edtfError(text, 'year-has-four-digits');
  return { ...point, ...parseQualification(parsed, text, point) };
}

function checkGrammar(text: string, whole: string, level: 2 | 3): Parsed {
  try {
    return parse(text, { level });
  } catch {
    throw edtfError(whole, 'date-is-edtf');
  }
}

// Reads the digits from the text: edtf.js replaces unspecified ones.
function splitPoint([year = '', month, day]: string[], isSeason: boolean): Point {
  const exact = { approximate: [], uncertain: [] };
  if (month === undefined) return { kind: 'year', year, ...exact };
  if (isSeason) return { kind: 'season', year, season: month, ...exact };
  if (day === undefined) return { kind: 'month', year, month, ...exact };
  return { kind: 'day', year, month, day, ...exact };
}

// edtf.js accepts 29 February in any year.
function isDayInMonth(point: Point): boolean {
  if (point.kind !== 'day' || point.day === 'XX') return true;
  return Number(point.day.replace('X', '0')) <= daysInMonth(Number(point.year), Number(point.month));
}

function parseQualification(parsed: Parsed, text: string, point: Point): Qualification {
  const parts = getParts(point);
  const trailing = text.includes('X') ? text.at(-1) : '';
  return {
    approximate: trailing === '~' || trailing === '%' ? parts : qualifiedParts(parts, parsed.approximate),
    uncertain: trailing === '?' || trailing === '%' ? parts : qualifiedParts(parts, parsed.uncertain),
  };
}

/** The bits of edtf.js for each part. */
const MASKS: Record<Part, number> = { year: 15, month: 48, season: 48, day: 192 };

function qualifiedParts(parts: Part[], mask: boolean | number | undefined): Part[] {
  if (typeof mask !== 'number') return mask ? parts : [];
  return parts.filter((part) => (mask & MASKS[part]) === MASKS[part]);
}

const edtfError = (text: string, code: EdtfErrorCode) => new SyntaxError(`“${text}” ${errorMessages[code]} (${code})`);
