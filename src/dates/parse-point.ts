import { parse, type Parsed } from 'edtf';
import { daysInMonth } from './calendar.ts';
import { getParts, type Qualification, type Part, type Point } from './types.ts';
import { latestDay } from './day-range.ts';
import { createEdtfError } from './edtf-error.ts';

/**
 * Reads one date or season of EDTF, qualified or not. Beyond what edtf.js reads,
 * a mark may follow unspecified digits (`201X~`); it then covers the whole date.
 *
 * @throws {SyntaxError} naming the remedy, see `refusals`
 */
export function parsePoint(text: string): Point {
  if (text === '') throw createEdtfError(text, 'date-is-given');
  if (/\dT\d/.test(text)) throw createEdtfError(text, 'date-has-no-time-of-day');
  const parsed = readGrammar(text);
  if (/^[-Y]/.test(text) || ['Year', 'Decade', 'Century'].includes(parsed.type)) throw createEdtfError(text, 'year-has-four-digits');
  const point = plainPoint(text.replaceAll(/[?~%]/g, '').split('-'), parsed.type === 'Season');
  if (/^X+$/.test(digitsOf(point))) throw createEdtfError(text, 'digits-are-not-all-unspecified');
  if (!/^\d+X*$/.test(digitsOf(point))) throw createEdtfError(text, 'digits-are-unspecified-from-the-right');
  if (!isInMonth(point)) throw createEdtfError(text, 'day-is-in-its-month');
  if (latestDay(point).length > 10) throw createEdtfError(text, 'year-has-four-digits');
  return { ...point, ...marksOf(parsed, text, point) };
}

function readGrammar(text: string): Parsed {
  const bare = text.includes('X') ? text.replace(/[?~%]$/, '') : text;
  try {
    return parse(bare, { level: 3 });
  } catch {
    throw createEdtfError(text, 'date-is-edtf');
  }
}

// The digits come from the text: edtf.js normalises unspecified ones away.
function plainPoint([year = '', month, day]: string[], isSeason: boolean): Point {
  const marks = { approximate: [], uncertain: [] };
  if (month === undefined) return { kind: 'year', year, ...marks };
  if (isSeason) return { kind: 'season', year, season: month, ...marks };
  if (day === undefined) return { kind: 'month', year, month, ...marks };
  return { kind: 'day', year, month, day, ...marks };
}

function digitsOf(point: Point): string {
  return getParts(point)
    .map((part) => (point as Partial<Record<Part, string>>)[part])
    .join('');
}

// edtf.js takes 29 February in any year.
function isInMonth(point: Point): boolean {
  if (point.kind !== 'day' || point.day === 'XX') return true;
  return Number(point.day.replace('X', '0')) <= daysInMonth(Number(point.year), Number(point.month));
}

function marksOf(parsed: Parsed, text: string, point: Point): Qualification {
  const parts = getParts(point);
  const trailing = text.includes('X') ? text.at(-1) : '';
  return {
    approximate: trailing === '~' || trailing === '%' ? parts : markedParts(parts, parsed.approximate),
    uncertain: trailing === '?' || trailing === '%' ? parts : markedParts(parts, parsed.uncertain),
  };
}

const MASKS: Record<Part, number> = { year: 15, month: 48, season: 48, day: 192 };

function markedParts(parts: Part[], mark: boolean | number | undefined): Part[] {
  if (typeof mark !== 'number') return mark ? parts : [];
  return parts.filter((part) => (mark & MASKS[part]) === MASKS[part]);
}
