import { isEdtf } from '../../src/dates/parse.ts';

/** A date as a text prints it. */
export interface PrintedDate {
  /** In EDTF; null where no year is printed. */
  edtf: string | null;
  /** The words of the text. */
  wording: string;
}

const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const RUSSIAN = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
/** First years of Japanese eras, less one. */
const ERAS: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

const EN_MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
const RU_MONTH =
  '(янв[а-яё]*|фев[а-яё]*|мар[а-яё]*|апр[а-яё]*|ма[йяе]|июн[а-яё]*|июл[а-яё]*|авг[а-яё]*|сен[а-яё]*|окт[а-яё]*|ноя[а-яё]*|дек[а-яё]*)';
const YEAR = '((?:19|20)\\d\\d)';
const DAY = '(\\d{1,2})';

type Parts = (found: RegExpExecArray) => [year: string | number | null, month?: string | number, day?: string];

/** How dates are printed, the fullest first. A day and month in figures alone (7/11/2024) are left: which is which is not printed. */
const FORMS: [RegExp, Parts][] = [
  [new RegExp(`\\b${YEAR}[-/.](\\d{1,2})[-/.]${DAY}(?!\\d)`), ([, y, m, d]) => [y!, m, d]],
  [new RegExp(`${YEAR}\\s*年\\s*(\\d{1,2})\\s*月\\s*${DAY}\\s*日`), ([, y, m, d]) => [y!, m, d]],
  [
    /(令和|平成|昭和)\s*(\d{1,2}|元)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/,
    ([, era, y, m, d]) => [ERAS[era!]! + (y === '元' ? 1 : Number(y)), m, d],
  ],
  [new RegExp(`\\b${EN_MONTH}\\s+${DAY}(?:st|nd|rd|th)?,?\\s+${YEAR}\\b`, 'i'), ([, m, d, y]) => [y!, english(m!), d]],
  [new RegExp(`\\b${DAY}(?:st|nd|rd|th)?(?:\\s+of)?\\s+${EN_MONTH},?\\s+${YEAR}\\b`, 'i'), ([, d, m, y]) => [y!, english(m!), d]],
  [new RegExp(`(?<!\\d)${DAY}\\s+${RU_MONTH}\\s+${YEAR}`, 'i'), ([, d, m, y]) => [y!, russian(m!), d]],
  [new RegExp(`\\b(\\d{2})\\.(\\d{2})\\.${YEAR}\\b`), ([, d, m, y]) => [y!, m, d]],
  [new RegExp(`${YEAR}\\s*年\\s*(\\d{1,2})\\s*月`), ([, y, m]) => [y!, m]],
  [new RegExp(`\\b${EN_MONTH},?\\s+${YEAR}\\b`, 'i'), ([, m, y]) => [y!, english(m!)]],
  [new RegExp(`(?<![а-яё])${RU_MONTH}\\s+${YEAR}`, 'i'), ([, m, y]) => [y!, russian(m!)]],
  [new RegExp(`\\b${EN_MONTH}\\s+${DAY}(?!\\d)`, 'i'), () => [null]],
  [new RegExp(`\\b${DAY}\\s+${EN_MONTH}\\b`, 'i'), () => [null]],
  [new RegExp(`(?<!\\d)${DAY}\\s+${RU_MONTH}`, 'i'), () => [null]],
  [/\d{1,2}\s*月\s*\d{1,2}\s*日/, () => [null]],
];

/** The first date in a text, by the fullest form that it has; undefined where there is none of the calendar. */
export function findDate(text: string): PrintedDate | undefined {
  for (const [form, partsOf] of FORMS) {
    const found = form.exec(text);
    if (!found) continue;
    const [year, month, day] = partsOf(found);
    const edtf =
      year === null
        ? null
        : [String(year), month, day]
            .filter((part) => part !== undefined)
            .map((part) => String(part).padStart(2, '0'))
            .join('-');
    return edtf === null || isEdtf(edtf) ? { edtf, wording: found[0] } : undefined;
  }
  return undefined;
}

const english = (name: string) => ENGLISH.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function russian(name: string): number {
  const lower = name.toLowerCase();
  const whole = RUSSIAN.findIndex((begin) => begin.length === 3 && lower.startsWith(begin));
  return (whole < 0 ? RUSSIAN.indexOf('ма') : whole) + 1;
}
