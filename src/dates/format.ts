import type { EdtfDate, Interval, Point } from './types.ts';
import { joinRange, longFormat, shortFormat, type FormatParts } from './format-parts.ts';
import { parseEdtf } from './parse.ts';
import { isUnqualified, formatPoint, formatPointList } from './format-point.ts';
import { formatSet } from './format-set.ts';

/** How a date is known: printed in the article, reckoned from its words, or inferred by the editor. */
export type Provenance = 'printed' | 'reckoned' | 'inferred';

/**
 * Says a date in EDTF in English: `mid-December 2016`, `about November 2024, inferred`, `undated` for null.
 * Nothing is said that the date does not give; a basis other than `printed` is said last.
 *
 * @throws {SyntaxError} where the text is not EDTF that the Record reads
 */
export function formatDate(edtf: string | null, basis: Provenance = 'printed'): string {
  if (edtf === null) return UNDATED;
  const said = say(parseEdtf(edtf), longFormat);
  return basis === 'printed' ? said : `${said}, ${basis}`;
}

/**
 * Says a date in EDTF for a tight table: `mid-Dec 2016`, `c. Nov 2024`, `Nov 2025?`, `undated` for null.
 *
 * @throws {SyntaxError} where the text is not EDTF that the Record reads
 */
export function formatDateShort(edtf: string | null): string {
  return edtf === null ? UNDATED : say(parseEdtf(edtf), shortFormat);
}

/** Says a calendar day, `2016-12-14`: `14 December 2016`. @throws {SyntaxError} where the text is anything but a day */
export function formatDay(iso: string): string {
  const date = parseEdtf(iso);
  if (date.kind !== 'day' || !isUnqualified(date)) throw new SyntaxError(`“${iso}” is not a day: write it like "2016-12-14"`);
  return formatPoint(date, longFormat);
}

const UNDATED = 'undated';

function say(date: EdtfDate, lexicon: FormatParts): string {
  if (date.kind === 'interval') return formatInterval(date, lexicon);
  return date.kind === 'set' ? formatSet(date, lexicon) : formatPoint(date, lexicon);
}

function formatInterval(date: Interval, lexicon: FormatParts): string {
  if (date.from === 'open') return `until ${formatPoint(date.to, lexicon, true)}`;
  if (date.from === 'unknown') return lexicon.startUnknown(formatPoint(date.to, lexicon, true));
  if (date.to === 'open') return `since ${formatPoint(date.from, lexicon, true)}`;
  if (date.to === 'unknown') return lexicon.endUnknown(formatPoint(date.from, lexicon, true));
  return formatRange(date.from, date.to, lexicon);
}

function formatRange(from: Point, to: Point, lexicon: FormatParts): string {
  if (formatPoint(from, lexicon) === formatPoint(to, lexicon)) return formatPoint(from, lexicon);
  const [first = '', last = ''] = formatPointList([from, to], lexicon);
  return isUnqualified(from) && isUnqualified(to) && from.kind === to.kind ? joinRange(first, last) : lexicon.joinMixedRange(first, last);
}
