import { getBounds } from '../../src/dates/bounds.ts';
import { isEdtf } from '../../src/dates/parse.ts';
import { findQueryDate, replaceEras } from '../../src/search/engine/query-date.ts';

/** A day or month as a text prints it. */
export interface PrintedDate {
  /** Null if no year is printed. */
  edtf: string | null;
  wording: string;
}

/** Finds the first date in a text, in English, Japanese, Russian or ISO 8601. Returns undefined if it is not a day or a month. */
export function findDate(text: string): PrintedDate | undefined {
  const source = replaceEras(text);
  const found = findQueryDate(source);
  if (!found || found.other) return undefined;
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
