import {
  type DateSet,
  type Day,
  earliestDay,
  type EdtfDate,
  getParts,
  type Interval,
  isPoint,
  latestDay,
  type Month,
  type Part,
  type Point,
  type Season,
  SEASON_MONTHS,
  type SeasonSpan,
  type SetRange,
} from './edtf-date.ts';
import { parseEdtf } from './parse.ts';

/** How a date is known: printed in the article, reckoned (worked out from its words), or inferred by the editor. */
export type Provenance = 'printed' | 'reckoned' | 'inferred';

/**
 * Formats a date in EDTF as English words: `mid-December 2016`, `about November 2024, inferred`, `undated` for null.
 * The words are never more precise than the date. A provenance other than `printed` comes last.
 *
 * @throws {SyntaxError} if the text is not valid for `parseEdtf`
 */
export function formatDate(edtf: string | null, provenance: Provenance = 'printed'): string {
  if (edtf === null) return UNDATED;
  const words = formatEdtf(parseEdtf(edtf), longFormat);
  return provenance === 'printed' ? words : `${words}, ${PROVENANCE_WORDS[provenance]}`;
}

/** Words after a date. Readers do not meet “reckoned”, which is the name in the data. */
export const PROVENANCE_WORDS = { reckoned: 'worked out', inferred: 'inferred' };

/**
 * Formats a date in EDTF for narrow tables: `mid-Dec 2016`, `c. Nov 2024`, `Nov 2025?`, `undated` for null.
 *
 * @throws {SyntaxError} if the text is not valid for `parseEdtf`
 */
export function formatDateShort(edtf: string | null): string {
  return edtf === null ? UNDATED : formatEdtf(parseEdtf(edtf), shortFormat);
}

/** Formats a calendar day: `2016-12-14` → `14 December 2016`. @throws {SyntaxError} if the text is not a plain day */
export function formatDay(iso: string): string {
  const date = parseEdtf(iso);
  if (date.kind !== 'day' || !isExact(date)) throw new SyntaxError(`“${iso}” is not a day: write it like "2016-12-14"`);
  return formatPoint(date, longFormat);
}

const UNDATED = 'undated';

/** The words and signs by which the long and the short format of a date differ. */
type FormatParts = {
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

function formatEdtf(date: EdtfDate, format: FormatParts): string {
  if (date.kind === 'interval') return formatInterval(date, format);
  return date.kind === 'set' ? formatSet(date, format) : formatPoint(date, format);
}

function formatInterval(date: Interval, format: FormatParts): string {
  if (date.from === 'open') return `until ${formatPoint(date.to, format, true)}`;
  if (date.from === 'unknown') return format.startUnknown(formatPoint(date.to, format, true));
  if (date.to === 'open') return `since ${formatPoint(date.from, format, true)}`;
  if (date.to === 'unknown') return format.endUnknown(formatPoint(date.from, format, true));
  return formatRange(date.from, date.to, format);
}

function formatRange(from: Point, to: Point, format: FormatParts): string {
  if (formatPoint(from, format) === formatPoint(to, format)) return formatPoint(from, format);
  const [first = '', last = ''] = formatPointList([from, to], format);
  return isExact(from) && isExact(to) && from.kind === to.kind ? joinRange(first, last) : format.joinMixedRange(first, last);
}

/** Formats a set of dates: `in 2014, 2015 or 2016`, `before 2015`, `some time from 2022 to 2026`, `every year from 2014 to 2016` */
function formatSet({ choice, members }: DateSet, format: FormatParts): string {
  const conjunction = choice === 'one' ? 'or' : 'and';
  const groups: (Point[] | SetRange)[] = [];
  for (const member of members) {
    const last = groups.at(-1);
    if (!isPoint(member)) groups.push(member);
    else if (Array.isArray(last)) last.push(member);
    else groups.push([member]);
  }
  const phrases = groups.map((group) => {
    if (Array.isArray(group)) return formatMembers(group, conjunction, format);
    return choice === 'one' ? formatOneOf(group, format) : formatEvery(group, format);
  });
  return phrases.join(`, ${conjunction} `);
}

function formatMembers(points: readonly Point[], conjunction: 'and' | 'or', format: FormatParts): string {
  if (!format.prepositions) return joinList(formatPointList(points, format), conjunction);
  const prepositions = points.map(getPreposition);
  if (new Set(prepositions).size === 1) return `${prepositions[0]} ${joinList(formatPointList(points, format), conjunction)}`;
  const phrases = points.map((point, index) => `${prepositions[index]} ${formatPoint(point, format, true)}`);
  return joinList(phrases, conjunction);
}

function formatOneOf(range: SetRange, format: FormatParts): string {
  if (range.kind === 'earlier') return formatBy(range.to, format);
  if (range.kind === 'later') return `${formatPoint(range.from, format, true)} or later`;
  const [from = '', to = ''] = formatPointList([range.from, range.to], format);
  return format.within(from, to, 'time');
}

function formatEvery(range: SetRange, format: FormatParts): string {
  if (range.kind === 'earlier') return `every ${range.to.kind} to ${formatPoint(range.to, format, true)}`;
  if (range.kind === 'later') return `every ${range.from.kind} from ${formatPoint(range.from, format, true)}`;
  return `every ${range.from.kind} from ${formatPointList([range.from, range.to], format).join(' to ')}`;
}

// “by 2014” would not show whether 2014 is included.
function formatBy(point: Point, format: FormatParts): string {
  const isMonthGiven = 'month' in point && !point.month.endsWith('X');
  return isMonthGiven ? `by ${formatPoint(point, format, true)}` : `before ${Number(latestDay(point).slice(0, 4)) + 1}`;
}

const getPreposition = (point: Point) => (point.kind === 'day' && !point.day.endsWith('X') ? 'on' : 'in');

/** Formats points as a list that has their shared ending once, after the last: `26`, `27 May 2017`. */
function formatPointList(points: readonly Point[], format: FormatParts): string[] {
  const names = points.map((point) => formatPoint(point, format, true));
  if (!points.every((point) => isExact(point) && point.kind === points[0]?.kind)) return names;
  const ending = getSharedEnding(names);
  return names.map((name, index) => (index === names.length - 1 ? name : name.slice(0, name.length - ending.length)));
}

function getSharedEnding(names: readonly string[]): string {
  const [first = ''] = names;
  const endings = [...first.matchAll(/ /g)].map(({ index }) => first.slice(index));
  return endings.find((ending) => names.every((name) => name.endsWith(ending) && name !== ending)) ?? '';
}

/** Formats a point with its qualification. `inside` is true if other words precede or follow. */
function formatPoint(point: Point, format: FormatParts, inside = false): string {
  return format.qualify(formatName(point, format, inside || isQualified(point)), point, inside);
}

const isQualified = ({ approximate, uncertain }: Point) => approximate.length + uncertain.length > 0;

/** Returns whether a point is a day, month or year with every digit and without qualification. */
function isExact(point: Point): boolean {
  const isUnspecified = Object.values(point).some((value) => typeof value === 'string' && value.includes('X'));
  return point.kind !== 'season' && !isQualified(point) && !isUnspecified;
}

function formatName(point: Point, format: FormatParts, inside: boolean): string {
  if (point.kind === 'day') return formatDayName(point, format, inside);
  if (point.kind === 'month') return formatMonth(point, format, inside);
  return point.kind === 'season' ? formatSeason(point, format, inside) : formatYear(point, format, inside);
}

function formatDayName(point: Day, format: FormatParts, inside: boolean): string {
  const month = formatMonth(point, format, inside);
  if (point.day === 'XX') return month;
  if (!point.day.endsWith('X')) return `${Number(point.day)} ${month}`;
  if (point.day === '1X') return `mid-${month}`;
  return point.day === '0X' ? `early ${month}` : `late ${month}`;
}

function formatMonth(point: Day | Month, format: FormatParts, inside: boolean): string {
  if (point.month === 'XX') return formatYear(point, format, inside);
  const [first, last] = [earliestDay(point), latestDay(point)].map((day) => format.months[Number(day.slice(5, 7)) - 1]!);
  const year = Number(point.year);
  return point.month.endsWith('X') ? format.within(first!, `${last} ${year}`, 'month') : `${first} ${year}`;
}

function formatYear(point: Point, format: FormatParts, inside: boolean): string {
  if (!point.year.endsWith('X')) return String(Number(point.year));
  const [from, to] = [earliestDay(point), latestDay(point)].map((day) => String(Number(day.slice(0, 4))));
  return /\dX$/.test(point.year) ? `${inside ? format.article : ''}${from}s` : format.within(from!, to!, 'year');
}

function formatSeason(point: Season, format: FormatParts, inside: boolean): string {
  const season = SEASON_MONTHS[point.season]!;
  const years = new Set([earliestDay(point), latestDay(point)].map((day) => Number(day.slice(0, 4))));
  return `${inside && season.article ? format.article : ''}${format.season(season)} ${[...years].join('–')}`;
}

/** Joins words: `2014, 2015 or 2016`. */
const joinList = (words: readonly string[], conjunction: 'and' | 'or') => listFormats[conjunction].format(words);

const listFormats = {
  and: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  or: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
};

/** Joins two ends of one kind with an en dash, spaced if the first has a space: `26–27 May 2017`, `28 May – 3 June 2016`. */
function joinRange(from: string, to: string): string {
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
