import type { SeasonSpan } from './day-range.ts';
import { getParts, type Part, type Point } from './types.ts';

/** The words and signs by which the long and the short format of a date differ. */
export type FormatParts = {
  /** The names of the months, January first. */
  readonly months: readonly string[];
  /** The word before a decade or a quarter inside a phrase. */
  readonly article: 'the ' | '';
  /** Whether a list of dates begins with ‘in’ or ‘on’. */
  readonly prepositions: boolean;
  readonly season: (span: SeasonSpan) => string;
  /** Adds the qualification of a point to its name. `inside` is true if other words precede or follow. */
  readonly qualify: (name: string, point: Point, inside: boolean) => string;
  /** Joins the ends of an interval if they differ in kind or are qualified. */
  readonly joinMixedRange: (from: string, to: string) => string;
  /** Formats one unspecified date between two dates. */
  readonly within: (from: string, to: string, unit: 'time' | Part) => string;
  readonly endUnknown: (from: string) => string;
  readonly startUnknown: (to: string) => string;
};

/** For sentences: `about November 2024`. */
export const longFormat: FormatParts = {
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  article: 'the ',
  prepositions: true,
  season: (span) => span.name,
  qualify: qualifyInWords,
  joinMixedRange: (from, to) => `${from} to ${to}`,
  within: (from, to, unit) => `some ${unit} from ${from} to ${to}`,
  endUnknown: (from) => `from ${from}, end unknown`,
  startUnknown: (to) => `until ${to}, start unknown`,
};

/** For narrow tables: `c. Nov 2024`. */
export const shortFormat: FormatParts = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  article: '',
  prepositions: false,
  season: (span) => span.short,
  qualify: (name, { approximate, uncertain }) => (approximate.length > 0 ? 'c. ' : '') + name + (uncertain.length > 0 ? '?' : ''),
  joinMixedRange: (from, to) => `${from} – ${to}`,
  within: (from, to) => `within ${joinRange(from, to)}`,
  endUnknown: (from) => `from ${from}`,
  startUnknown: (to) => `to ${to}`,
};

/** Joins words: `2014, 2015 or 2016`. */
export const joinList = (words: readonly string[], conjunction: 'and' | 'or') => listFormats[conjunction].format(words);

const listFormats = {
  and: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  or: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
};

/** Joins two ends of one kind with an en dash, spaced if the first has a space: `26–27 May 2017`, `28 May – 3 June 2016`. */
export function joinRange(from: string, to: string): string {
  return from.includes(' ') ? `${from} – ${to}` : `${from}–${to}`;
}

function qualifyInWords(name: string, point: Point, inside: boolean): string {
  const isWhole = (parts: readonly Part[]) => getParts(point).every((part) => parts.includes(part));
  const [approximate, uncertain] = [isWhole(point.approximate), isWhole(point.uncertain)];
  const remarks = [
    !approximate && point.approximate.length > 0 && `${joinList(point.approximate, 'and')} approximate`,
    uncertain ? approximate && 'uncertain' : point.uncertain.length > 0 && `${joinList(point.uncertain, 'and')} uncertain`,
  ].filter(Boolean);
  const phrase = (approximate ? 'about ' : uncertain ? 'possibly ' : '') + name;
  if (remarks.length === 0) return phrase;
  return inside ? `${phrase} (${remarks.join(', ')})` : `${phrase}, ${remarks.join(', ')}`;
}
