import { qualifiesWholeDate, type Qualification, type Part, type Point } from './types.ts';
import type { SeasonSpan } from './season.ts';

/** What differs between the sentence form and the table form of a date. */
export type FormatParts = {
  /** The names of the months, January first. */
  readonly months: readonly string[];
  /** What stands before a decade or a quarter inside a phrase. */
  readonly article: 'the ' | '';
  /** Whether a list of dates takes ‘in’ or ‘on’. */
  readonly prepositions: boolean;
  readonly season: (span: SeasonSpan) => string;
  /** Says a point that is approximate or uncertain. `inside` is true within an interval. */
  readonly qualify: (name: string, point: Point, inside: boolean) => string;
  /** Joins the ends of an interval that are not alike. */
  readonly joinMixedRange: (from: string, to: string) => string;
  /** Says that the date is a single one within a stretch. */
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

/** For tight tables: `c. Nov 2024`. */
export const shortFormat: FormatParts = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  article: '',
  prepositions: false,
  season: (span) => span.short,
  qualify: qualifyInSigns,
  joinMixedRange: (from, to) => `${from} – ${to}`,
  within: (from, to) => `within ${joinRange(from, to)}`,
  endUnknown: (from) => `from ${from}`,
  startUnknown: (to) => `to ${to}`,
};

/** Joins two ends that are alike with an en dash, spaced where the first has a space: `26–27 May 2017`, `28 May – 3 June 2016`. */
export function joinRange(from: string, to: string): string {
  return from.includes(' ') ? `${from} – ${to}` : `${from}–${to}`;
}

/** Joins a list as English does: `A, B or C`. */
export function formatList(items: readonly string[], conjunction: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

function qualifyInWords(name: string, point: Point, inside: boolean): string {
  const approximate = qualifiesWholeDate(point.approximate, point);
  const uncertain = qualifiesWholeDate(point.uncertain, point);
  const remarks = [
    approximate ? '' : remark(point.approximate, 'approximate'),
    uncertain ? (approximate ? 'uncertain' : '') : remark(point.uncertain, 'uncertain'),
  ].filter((text) => text !== '');
  const said = (approximate ? 'about ' : uncertain ? 'possibly ' : '') + name;
  if (remarks.length === 0) return said;
  return inside ? `${said} (${remarks.join(', ')})` : `${said}, ${remarks.join(', ')}`;
}

function remark(parts: readonly Part[], quality: string): string {
  return parts.length === 0 ? '' : `${formatList(parts, 'and')} ${quality}`;
}

function qualifyInSigns(name: string, { approximate, uncertain }: Qualification): string {
  return (approximate.length > 0 ? 'c. ' : '') + name + (uncertain.length > 0 ? '?' : '');
}
