/** How a language says a date: named groups `year`, `month` or `number`, `day`, `season`, `part`. */
export interface DatePattern {
  pattern: RegExp;
  /** Names of the months, January first, several divided by a bar. */
  months?: readonly string[];
  /** Names of spring, summer, autumn and winter. */
  seasons?: readonly string[];
  /** Words for the first, the middle and the last third. */
  parts?: Readonly<Record<string, 0 | 1 | 2>>;
}

const YEAR = '(?<year>(?:19|20)\\d{2})(?!\\d)';

const months =
  'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec'.split(
    ' ',
  );
const seasons = ['spring', 'summer', 'autumn|fall', 'winter'];
const parts = { early: 0, 'beginning of': 0, 'start of': 0, mid: 1, 'middle of': 1, late: 2, 'end of': 2 } as const;

const any = (lists: readonly string[]) => lists.join('|');
const PART = `(?:(?:the\\s+)?(?<part>${Object.keys(parts).join('|')})[-\\s]+)?`;
const MONTH = `(?<month>${any(months)})(?![a-z])\\.?`;

export const english: DatePattern[] = [
  `(?<!\\p{L}|\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+${YEAR})?`,
  `(?<!\\p{L})${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+${YEAR})?`,
  `(?<!\\p{L})${PART}${MONTH}(?:\\s+of)?,?\\s+${YEAR}`,
  `(?<!\\p{L})(?:the\\s+)?(?<part>${Object.keys(parts).join('|')})[-\\s]+${MONTH}`,
  `(?<!\\p{L})(?<season>${any(seasons)})(?:\\s+of)?,?\\s+${YEAR}`,
  `(?<!\\p{L})${PART}(?<!\\d)${YEAR}`,
].map((pattern) => ({ pattern: new RegExp(pattern, 'iu'), months, seasons, parts }));

const japaneseSeasons = ['春', '夏', '秋', '冬'];

export const japanese: DatePattern[] = [
  { pattern: /(?:(?<year>\d{4})年)?(?<number>\d{1,2})月(?:(?<day>\d{1,2})日|(?<part>上旬|中旬|下旬|初旬|初め|半ば|末))?/u },
  { pattern: /(?<year>\d{4})年の?(?<season>[春夏秋冬])/u },
  { pattern: /(?<year>\d{4})年(?<part>初め|半ば|末)?/u },
].map((wording) => ({ ...wording, seasons: japaneseSeasons, parts: { 上旬: 0, 初旬: 0, 初め: 0, 中旬: 1, 半ば: 1, 下旬: 2, 末: 2 } }));

const russianMonths =
  'январь|января|январе февраль|февраля|феврале март|марта|марте апрель|апреля|апреле май|мая|мае июнь|июня|июне июль|июля|июле август|августа|августе сентябрь|сентября|сентябре октябрь|октября|октябре ноябрь|ноября|ноябре декабрь|декабря|декабре'.split(
    ' ',
  );
const russianSeasons = ['весна|весной|весны', 'лето|летом|лета', 'осень|осенью|осени', 'зима|зимой|зимы'];
const russianParts = { начало: 0, 'в начале': 0, середина: 1, 'в середине': 1, конец: 2, 'в конце': 2 } as const;
const RUSSIAN_YEAR = `${YEAR}(?:\\s*(?:года|году|год|г\\.?)(?!\\p{L}))?`;

export const russian: DatePattern[] = [
  `(?:(?<part>${Object.keys(russianParts).join('|')})\\s+|(?<!\\d)(?<day>\\d{1,2})\\s+)?(?<!\\p{L})(?<month>${any(russianMonths)})(?!\\p{L})\\s+${RUSSIAN_YEAR}`,
  `(?<!\\d)(?<day>\\d{1,2})\\s+(?<month>${any(russianMonths)})(?!\\p{L})`,
  `(?<!\\p{L})(?<season>${any(russianSeasons)})\\s+${RUSSIAN_YEAR}`,
  `(?:(?<part>${Object.keys(russianParts).join('|')})\\s+)?(?<!\\d)${YEAR}\\s*(?:года|году|год|г\\.?)(?!\\p{L})`,
].map((pattern) => ({ pattern: new RegExp(pattern, 'iu'), months: russianMonths, seasons: russianSeasons, parts: russianParts }));
