/** A date in a query. */
export interface QueryDate {
  /** First and last day, as `YYYY-MM-DD`, or as `MM-DD` if the query has no year. */
  from: string;
  to: string;
  /** The other reading of a date whose day and month are not certain: `02/07/2026` is 2 July or 7 February. */
  other?: Pick<QueryDate, 'from' | 'to'>;
  /** The query without the date. */
  rest: string;
}

/** Finds the first date in a query, in English, Japanese, Russian or ISO 8601. Returns undefined if there is none. */
export function findQueryDate(typed: string): QueryDate | undefined {
  const text = replaceEras(typed.replace(/[０-９]/g, (digit) => digit.normalize('NFKC')));
  for (const language of [numeric, japanese, russian, english]) {
    for (const pattern of language.patterns) {
      const match = pattern.exec(text);
      const days = match?.groups && (dayRange(match.groups, language) ?? dayRange(monthFirst(match.groups), language));
      if (!days) continue;
      const other = match[0].includes('/') && dayRange(monthFirst(match.groups!), language);
      const rest = (text.slice(0, match.index) + text.slice(match.index + match[0].length)).trim();
      return { ...days, ...(other && other.from !== days.from && { other }), rest };
    }
  }
  return undefined;
}

/**
 * Returns how close a period is to the date of a query: from 1 (the same) to 0 (no day in common).
 * The steps in between were chosen with tests/cases/search-queries.yaml.
 *
 * @param span first and last day as `YYYY-MM-DD`; an open end is an empty string
 */
export function dateProximity([from, until]: readonly [string, string], { other, ...date }: Omit<QueryDate, 'rest'>): number {
  if (other) return Math.max(dateProximity([from, until], date), dateProximity([from, until], other));
  const hasYear = date.from.length > 'MM-DD'.length;
  const year = hasYear ? '' : `${(from || until).slice(0, 4)}-`;
  const [first, last] = [year + date.from, year + date.to];
  const [start, end] = [from || '0000-01-01', until || '9999-12-31'];
  if (start > last || end < first) return 0;
  if (start === first && end === last) return 1;
  if (start >= first && end <= last) return 0.9;
  const days = from && until ? (Date.parse(until) - Date.parse(from)) / 86_400_000 : Infinity;
  if (!hasYear && days > 31) return 0;
  const proximity = days <= 31 ? 0.75 : days <= 100 ? 0.6 : days <= 366 ? 0.45 : 0.3;
  // A period that begins at the date is closer than one that is already under way.
  if (start >= first) return Math.max(proximity, 0.8);
  return end > last ? proximity : proximity * 0.9;
}

/** How a language writes dates. */
interface DateLanguage {
  /** Patterns with the named groups `year`, `month` or `number`, `day`, `season`, `part`. */
  patterns: readonly RegExp[];
  /** Names of the months from January, alternatives separated by `|`. */
  months?: readonly string[];
  /** Names of spring, summer, autumn and winter. */
  seasons?: readonly string[];
  /** Words for the first, the middle and the last third. */
  parts?: Readonly<Record<string, number>>;
}

const YEAR = '(?<year>(?:19|20)\\d{2})(?!\\d)';
const alternatives = (names: readonly string[]) => names.join('|');

const numeric: DateLanguage = {
  patterns: [
    /(?<![\d-])(?<year>[12]\d{3})[-‐–./](?<number>\d{1,2})(?:[-‐–./](?<day>\d{1,2}))?(?![\d-])/u,
    /(?<!\d)(?<day>\d{1,2})(?<separator>[./-])(?<number>\d{1,2})\k<separator>(?<year>[12]\d{3})(?!\d)/u,
  ],
};

/** Years before the first year of Japanese eras. */
const ERAS = { 令和: 2018, 平成: 1988, 昭和: 1925 };

/** Replaces the years of Japanese eras: `令和8年` → `2026年`. */
export const replaceEras = (text: string) =>
  text.replace(
    /(令和|平成|昭和)\s*(\d{1,2}|元)\s*年/g,
    (_, era: keyof typeof ERAS, year: string) => `${ERAS[era] + (year === '元' ? 1 : Number(year))}年`,
  );

/** Reads a numeric date in the American order. */
const monthFirst = (groups: Record<string, string | undefined>) => ({ ...groups, day: groups['number'], number: groups['day'] });

const japanese: DateLanguage = {
  seasons: ['春', '夏', '秋', '冬'],
  parts: { 上旬: 0, 初旬: 0, 初め: 0, 中旬: 1, 半ば: 1, 下旬: 2, 末: 2 },
  patterns: [
    /(?:(?<year>\d{4})年)?(?<number>\d{1,2})月(?:(?<day>\d{1,2})日|(?<part>上旬|中旬|下旬|初旬|初め|半ば|末))?/u,
    /(?<year>\d{4})年の?(?<season>[春夏秋冬])/u,
    /(?<year>\d{4})年(?<part>初め|半ば|末)?/u,
  ],
};

const englishMonths =
  'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec'.split(
    ' ',
  );
const englishSeasons = ['spring', 'summer', 'autumn|fall', 'winter'];
const englishParts = { early: 0, 'beginning of': 0, 'start of': 0, mid: 1, 'middle of': 1, late: 2, 'end of': 2 };
const PART = `(?:the\\s+)?(?<part>${alternatives(Object.keys(englishParts))})[-\\s]+`;
const MONTH = `(?<month>${alternatives(englishMonths)})(?![a-z])\\.?`;

const english: DateLanguage = {
  months: englishMonths,
  seasons: englishSeasons,
  parts: englishParts,
  patterns: [
    `(?<!\\p{L}|\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+${YEAR})?`,
    `(?<!\\p{L})${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+${YEAR})?`,
    `(?<!\\p{L})(?:${PART})?${MONTH}(?:\\s+of)?,?\\s+${YEAR}`,
    `(?<!\\p{L})${PART}${MONTH}`,
    `(?<!\\p{L})(?<season>${alternatives(englishSeasons)})(?:\\s+of)?,?\\s+${YEAR}`,
    `(?<!\\p{L})(?:${PART})?(?<!\\d)${YEAR}`,
  ].map((pattern) => new RegExp(pattern, 'iu')),
};

const russianMonths =
  'январь|января|январе февраль|февраля|феврале март|марта|марте апрель|апреля|апреле май|мая|мае июнь|июня|июне июль|июля|июле август|августа|августе сентябрь|сентября|сентябре октябрь|октября|октябре ноябрь|ноября|ноябре декабрь|декабря|декабре'.split(
    ' ',
  );
const russianSeasons = ['весна|весной|весны', 'лето|летом|лета', 'осень|осенью|осени', 'зима|зимой|зимы'];
const russianParts = { начало: 0, 'в начале': 0, середина: 1, 'в середине': 1, конец: 2, 'в конце': 2 };
const RUSSIAN_PART = `(?<part>${alternatives(Object.keys(russianParts))})\\s+`;
const RUSSIAN_MONTH = `(?<month>${alternatives(russianMonths)})(?!\\p{L})`;
const RUSSIAN_YEAR_WORD = '\\s*(?:года|году|год|г\\.?)(?!\\p{L})';

const russian: DateLanguage = {
  months: russianMonths,
  seasons: russianSeasons,
  parts: russianParts,
  patterns: [
    `(?:${RUSSIAN_PART}|(?<!\\d)(?<day>\\d{1,2})\\s+)?(?<!\\p{L})${RUSSIAN_MONTH}\\s+${YEAR}(?:${RUSSIAN_YEAR_WORD})?`,
    `(?<!\\d)(?<day>\\d{1,2})\\s+${RUSSIAN_MONTH}`,
    `(?<!\\p{L})(?<season>${alternatives(russianSeasons)})\\s+${YEAR}(?:${RUSSIAN_YEAR_WORD})?`,
    `(?:${RUSSIAN_PART})?(?<!\\d)${YEAR}${RUSSIAN_YEAR_WORD}`,
  ].map((pattern) => new RegExp(pattern, 'iu')),
};

/** Returns the days of a matched date, or undefined if it is not a valid date. */
function dayRange(groups: Record<string, string | undefined>, { months = [], seasons = [], parts = {} }: DateLanguage) {
  const numberOf = (names: readonly string[], word = '') => names.findIndex((name) => name.split('|').includes(word.toLowerCase())) + 1;
  const { year } = groups;
  const month = groups['number'] ? Number(groups['number']) : numberOf(months, groups['month']);
  const day = Number(groups['day'] ?? 0);
  const part = parts[groups['part']?.toLowerCase() ?? ''];
  const season = numberOf(seasons, groups['season']);
  if (month > 12 || day > 31 || (groups['month'] && month === 0)) return undefined;
  if (month > 0) {
    const prefix = `${year ? `${year}-` : ''}${pad(month)}-`;
    const last = lastDay(month, year);
    const [from, to] = day > 0 ? [day, day] : part === undefined ? [1, last] : thirdOfMonth(part, last);
    return { from: prefix + pad(from), to: prefix + pad(to) };
  }
  if (!year) return undefined;
  if (season === 4) {
    const next = String(Number(year) + 1);
    return { from: `${year}-12-01`, to: `${next}-02-${lastDay(2, next)}` };
  }
  const [from, to] = season > 0 ? [season * 3, season * 3 + 2] : part === undefined ? [1, 12] : [part * 4 + 1, part * 4 + 4];
  return { from: `${year}-${pad(from)}-01`, to: `${year}-${pad(to)}-${lastDay(to, year)}` };
}

const pad = (number: number) => String(number).padStart(2, '0');

const lastDay = (month: number, year = '2000') => new Date(Date.UTC(Number(year), month, 0)).getUTCDate();

/** Returns the first and last day of a third of a month, as EDTF divides it: `2016-12-1X` is 10 to 19 December. */
const thirdOfMonth = (part: number, last: number): [number, number] => [Math.max(1, part * 10), part === 2 ? last : part * 10 + 9];
