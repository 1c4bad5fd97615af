/** A date in EDTF (ISO 8601-2:2019, Annex A, levels 0 to 2) as plain data. */
export type EdtfDate = Point | Interval | DateSet;

/** One date or season, as exact as its digits. It always covers an unbroken run of days. */
export type Point = Year | Month | Day | Season;

/** A year of four digits. The last digits may be unspecified: `2016`, `201X`, `20XX`. */
export type Year = Qualification & { readonly kind: 'year'; readonly year: string };

/** A month of two digits, such as `12`, `1X` or `XX`. */
export type Month = Qualification & { readonly kind: 'month'; readonly year: string; readonly month: string };

/** A day of two digits, such as `14`, `1X` (10 to 19) or `XX`. */
export type Day = Qualification & { readonly kind: 'day'; readonly year: string; readonly month: string; readonly day: string };

/** A season, quarter, third or half of a year, by its code from 21 to 41. */
export type Season = Qualification & { readonly kind: 'season'; readonly year: string; readonly season: string };

/** A component of a date. */
export type Part = 'year' | 'month' | 'day' | 'season';

/** The parts that are approximate (`~`), uncertain (`?`) or both (`%`). All parts mean the whole date. */
export type Qualification = { readonly approximate: readonly Part[]; readonly uncertain: readonly Part[] };

/** An extended interval. At least one end is a point. */
export type Interval = { readonly kind: 'interval' } & (
  { readonly from: Point; readonly to: Point | OpenEnd } | { readonly from: OpenEnd; readonly to: Point }
);

/** An end of an interval without a date: `..` is open, an empty end is unknown. */
export type OpenEnd = 'open' | 'unknown';

/** A set: `[…]` is one of its members, `{…}` is all of them. It has a bound on at least one side. */
export type DateSet = { readonly kind: 'set'; readonly choice: 'one' | 'all'; readonly members: readonly SetMember[] };

/** A member of a set: a point, `..to`, `from..` or `from..to`. */
export type SetMember = Point | SetRange;

export type SetRange =
  | { readonly kind: 'earlier'; readonly to: Point }
  | { readonly kind: 'later'; readonly from: Point }
  | { readonly kind: 'range'; readonly from: Point; readonly to: Point };

export const isPoint = (date: EdtfDate | SetMember): date is Point => 'year' in date;

/** Returns the parts that a point has, coarsest first. */
export function getParts(point: Point): Part[] {
  return (['year', 'season', 'month', 'day'] as const).filter((part) => part in point);
}
