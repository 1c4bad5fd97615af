import { getBounds } from '../../src/dates/bounds.ts';
import { isEdtf } from '../../src/dates/parse.ts';
import { findQueryDate } from '../../src/search/engine/query-date.ts';

/** A day or month as a text prints it. */
export interface PrintedDate {
  /** Null if no year is printed. */
  edtf: string | null;
  wording: string;
}

/** Years before the first year of Japanese eras. */
const ERAS: Record<string, number> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

/** Returns a text with years of Japanese eras as years of the common era: `令和3年` → `2021年`. */
export const convertEras = (text: string) =>
  text.replace(
    /(令和|平成|昭和)\s*(\d{1,2}|元)\s*年/g,
    (_, era: string, year: string) => `${ERAS[era]! + (year === '元' ? 1 : Number(year))}年`,
  );

/** Finds the first date in a text, in English, Japanese, Russian or ISO 8601. Returns undefined if it is not a day or a month. */
export function findDate(text: string): PrintedDate | undefined {
  const source = convertEras(text);
  const found = findQueryDate(source);
  if (!found) return undefined;
  const { from, to, rest } = found;
  // `rest` is the text without the date, so the date begins at the first difference.
  let start = 0;
  while (start < rest.length && rest[start] === source.trim()[start]) start++;
  const wording = source
    .trim()
    .slice(start, start - rest.length || undefined)
    .trim();
  if (from.length === 'MM-DD'.length) return from === to ? { edtf: null, wording } : undefined;
  const month = from.slice(0, 'YYYY-MM'.length);
  const edtf = from === to ? from : getBounds(month).to === to && from.endsWith('-01') ? month : '';
  return isEdtf(edtf) ? { edtf, wording } : undefined;
}
