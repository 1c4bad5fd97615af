import type { ExtendedDate, Interval, Point } from './types.ts';
import { dash, longForm, shortForm, type Lexicon } from './format-parts.ts';
import { parseEdtf } from './parse.ts';
import { isPlain, sayPoint, sayTogether } from './format-point.ts';
import { saySet } from './format-set.ts';

/** How a date is known: printed in the article, reckoned from its words, or inferred by the editor. */
export type Basis = 'printed' | 'reckoned' | 'inferred';

/**
 * Says a date in EDTF in English: `mid-December 2016`, `about November 2024, inferred`, `undated` for null.
 * Nothing is said that the date does not give; a basis other than `printed` is said last.
 *
 * @throws {SyntaxError} where the text is not EDTF that the Record reads
 */
export function sayDate(edtf: string | null, basis: Basis = 'printed'): string {
  if (edtf === null) return UNDATED;
  const said = say(parseEdtf(edtf), longForm);
  return basis === 'printed' ? said : `${said}, ${basis}`;
}

/**
 * Says a date in EDTF for a tight table: `mid-Dec 2016`, `c. Nov 2024`, `Nov 2025?`, `undated` for null.
 *
 * @throws {SyntaxError} where the text is not EDTF that the Record reads
 */
export function sayShort(edtf: string | null): string {
  return edtf === null ? UNDATED : say(parseEdtf(edtf), shortForm);
}

/** Says a calendar day, `2016-12-14`: `14 December 2016`. @throws {SyntaxError} where the text is anything but a day */
export function sayDay(iso: string): string {
  const date = parseEdtf(iso);
  if (date.kind !== 'day' || !isPlain(date)) throw new SyntaxError(`“${iso}” is not a day: write it like "2016-12-14"`);
  return sayPoint(date, longForm);
}

const UNDATED = 'undated';

function say(date: ExtendedDate, lexicon: Lexicon): string {
  if (date.kind === 'interval') return sayInterval(date, lexicon);
  return date.kind === 'set' ? saySet(date, lexicon) : sayPoint(date, lexicon);
}

function sayInterval(date: Interval, lexicon: Lexicon): string {
  if (date.from === 'open') return `until ${sayPoint(date.to, lexicon, true)}`;
  if (date.from === 'unknown') return lexicon.startUnknown(sayPoint(date.to, lexicon, true));
  if (date.to === 'open') return `since ${sayPoint(date.from, lexicon, true)}`;
  if (date.to === 'unknown') return lexicon.endUnknown(sayPoint(date.from, lexicon, true));
  return sayRange(date.from, date.to, lexicon);
}

function sayRange(from: Point, to: Point, lexicon: Lexicon): string {
  if (sayPoint(from, lexicon) === sayPoint(to, lexicon)) return sayPoint(from, lexicon);
  const [first = '', last = ''] = sayTogether([from, to], lexicon);
  return isPlain(from) && isPlain(to) && from.kind === to.kind ? dash(first, last) : lexicon.unlike(first, last);
}
