import { english, japanese, russian, type DatePattern } from './date-patterns.ts';

/** A date that a reader asks for, among other words or alone. */
export interface QueryDate {
  /** First and last day, as `YYYY-MM-DD`, or `MM-DD` where no year is said. */
  from: string;
  to: string;
  /** What was typed besides it. */
  rest: string;
  /** Whether it is a year and no more. */
  year: boolean;
}

/** The first date in a text, in English, Japanese or Russian, or as ISO 8601 has it; undefined where there is none. */
export function findQueryDate(text: string): QueryDate | undefined {
  for (const wording of [...numeric, ...japanese, ...russian, ...english]) {
    const match = wording.pattern.exec(text);
    const days = match?.groups && daysOf(match.groups, wording);
    if (days) return { ...days, rest: (text.slice(0, match.index) + text.slice(match.index + match[0].length)).trim() };
  }
  return undefined;
}

/** From 1, called exactly so, to 0, of another time: how near the days of a record are to those asked for. An empty day has no bound. */
export function dateProximity([from, until]: readonly [string, string], asked: Pick<QueryDate, 'from' | 'to'>): number {
  const year = (from || until).slice(0, 4);
  const [first, last] = asked.from.length === 5 ? [`${year}-${asked.from}`, `${year}-${asked.to}`] : [asked.from, asked.to];
  const [start, end] = [from || '0000-01-01', until || '9999-12-31'];
  if (start > last || end < first) return 0;
  if (start === first && end === last) return 1;
  if (start >= first && end <= last) return 0.9;
  const days = from && until ? (Date.parse(until) - Date.parse(from)) / 86_400_000 : Infinity;
  if (asked.from.length === 5 && days > 31) return 0;
  const long = days <= 31 ? 0.75 : days <= 100 ? 0.6 : days <= 366 ? 0.45 : 0.3;
  // What begins then comes before what goes on then.
  return start >= first ? Math.max(long, 0.8) : end > last ? long : long * 0.9;
}

const numeric: DatePattern[] = [
  { pattern: /(?<![\d-])(?<year>[12]\d{3})[-‐–./](?<number>\d{1,2})(?:[-‐–./](?<day>\d{1,2}))?(?![\d-])/u },
  { pattern: /(?<!\d)(?<day>\d{1,2})\.(?<number>\d{1,2})\.(?<year>[12]\d{3})(?!\d)/u },
];

function daysOf(said: Record<string, string | undefined>, { months = [], seasons = [], parts = {} }: DatePattern) {
  const named = (list: readonly string[], word = '') => list.findIndex((names) => names.split('|').includes(word.toLowerCase())) + 1;
  const month = said['number'] ? Number(said['number']) : named(months, said['month']);
  const day = Number(said['day'] ?? 0);
  const part = parts[said['part']?.toLowerCase() ?? ''];
  const year = said['year'] ? `${said['year']}-` : '';
  const season = named(seasons, said['season']);
  if (month > 12 || day > 31 || (said['month'] && month === 0)) return undefined;
  if (month > 0) {
    const [first, last] =
      day > 0 ? [day, day] : part === undefined ? [1, lastOf(month, said['year'])] : tenDays(part, lastOf(month, said['year']));
    return { from: `${year}${two(month)}-${two(first)}`, to: `${year}${two(month)}-${two(last)}`, year: false };
  }
  if (!said['year']) return undefined;
  if (season === 4)
    return { from: `${year}12-01`, to: `${Number(said['year']) + 1}-02-${lastOf(2, String(Number(said['year']) + 1))}`, year: false };
  const [first, last] = season > 0 ? [season * 3, season * 3 + 2] : part === undefined ? [1, 12] : [part * 4 + 1, part * 4 + 4];
  return {
    from: `${year}${two(first)}-01`,
    to: `${year}${two(last)}-${lastOf(last, said['year'])}`,
    year: season === 0 && part === undefined,
  };
}

const two = (number: number) => String(number).padStart(2, '0');

const lastOf = (month: number, year = '2000') => new Date(Date.UTC(Number(year), month, 0)).getUTCDate();

/** The first, middle or last part of a month, as EDTF has it with one digit: `2016-12-1X`. */
const tenDays = (part: number, last: number): [number, number] => [Math.max(1, part * 10), part === 2 ? last : part * 10 + 9];
