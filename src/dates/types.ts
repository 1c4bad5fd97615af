/** A date in EDTF (ISO 8601-2:2019, Annex A, levels 0 to 2) as plain data. */
export type EdtfDate = Point | Interval | DateSet;

/** One stretch of the calendar, known as closely as its digits say. Every point is an unbroken run of days. */
export type Point = Year | Month | Day | Season;

/** A year of four digits, of which the last may be unspecified: `2016`, `201X`, `20XX`. */
export type Year = Qualification & { readonly kind: 'year'; readonly year: string };

/** A month of two digits, `1X` and `XX` among them. */
export type Month = Qualification & { readonly kind: 'month'; readonly year: string; readonly month: string };

/** A day of two digits, such as `14`, `1X` (10 to 19) and `XX`. */
export type Day = Qualification & { readonly kind: 'day'; readonly year: string; readonly month: string; readonly day: string };

/** A season, quarter, third or half of a year, by its code from 21 to 41. */
export type Season = Qualification & { readonly kind: 'season'; readonly year: string; readonly season: string };

/** The component of a date to which a qualification applies. */
export type Part = 'year' | 'month' | 'day' | 'season';

/** Qualification: the parts that are approximate (`~`), uncertain (`?`) or both (`%`). All parts means the whole date. */
export type Qualification = { readonly approximate: readonly Part[]; readonly uncertain: readonly Part[] };

/** An extended interval. At least one end is a point. */
export type Interval = { readonly kind: 'interval' } & (
  { readonly from: Point; readonly to: Point | OpenEnd } | { readonly from: OpenEnd; readonly to: Point }
);

/** An end of an interval that is not a point: `..` (there is none) or nothing (there is one, which is not known). */
export type OpenEnd = 'open' | 'unknown';

/** A set: `[…]` one of its members, `{…}` all of them. It is bounded on one side at least. */
export type DateSet = { readonly kind: 'set'; readonly choice: 'one' | 'all'; readonly members: readonly SetMember[] };

/** A member of a set: a point, `..to`, `from..` or `from..to`. */
export type SetMember =
  | Point
  | { readonly kind: 'earlier'; readonly to: Point }
  | { readonly kind: 'later'; readonly from: Point }
  | { readonly kind: 'range'; readonly from: Point; readonly to: Point };

/** The parts that a point names, coarsest first. */
export function getParts(point: Point): Part[] {
  return (['year', 'season', 'month', 'day'] as const).filter((part) => part in point);
}

/** Whether a qualification covers the whole of a point. */
export function qualifiesWholeDate(parts: readonly Part[], point: Point): boolean {
  return getParts(point).every((part) => parts.includes(part));
}
