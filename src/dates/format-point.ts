import type { Day, Month, Point, Season } from './types.ts';
import { earliestDay, latestDay } from './day-range.ts';
import type { FormatParts } from './format-parts.ts';
import { getSeason } from './season.ts';

/** Says a point with its qualification. `inside` is true where other words go before it or after it. */
export function formatPoint(point: Point, lexicon: FormatParts, inside = false): string {
  const isMarked = point.approximate.length + point.uncertain.length > 0;
  return lexicon.qualify(namePoint(point, lexicon, inside || isMarked), point, inside);
}

/** Whether a point is a plain day, month or year: every digit given, no qualification, no season. */
export function isUnqualified(point: Point): boolean {
  const isMarked = point.approximate.length + point.uncertain.length > 0;
  return point.kind !== 'season' && !isMarked && !Object.values(point).some((value) => typeof value === 'string' && value.includes('X'));
}

/** Says points side by side, what they end in being said once: `26`, `27 May 2017`. */
export function formatPointList(points: readonly Point[], lexicon: FormatParts): string[] {
  const names = points.map((point) => formatPoint(point, lexicon, true));
  if (!points.every((point) => isUnqualified(point) && point.kind === points[0]?.kind)) return names;
  const ending = sharedEnding(names);
  return names.map((name, index) => (index === names.length - 1 ? name : name.slice(0, name.length - ending.length)));
}

function namePoint(point: Point, lexicon: FormatParts, inside: boolean): string {
  if (point.kind === 'day') return nameDay(point, lexicon, inside);
  if (point.kind === 'month') return nameMonth(point, lexicon, inside);
  return point.kind === 'season' ? nameSeason(point, lexicon, inside) : nameYear(point, lexicon, inside);
}

function nameDay(point: Day, lexicon: FormatParts, inside: boolean): string {
  const month = nameMonth(point, lexicon, inside);
  if (point.day === 'XX') return month;
  if (!point.day.endsWith('X')) return `${Number(point.day)} ${month}`;
  if (point.day === '1X') return `mid-${month}`;
  return point.day === '0X' ? `early ${month}` : `late ${month}`;
}

function nameMonth(point: Day | Month, lexicon: FormatParts, inside: boolean): string {
  if (point.month === 'XX') return nameYear(point, lexicon, inside);
  const year = String(Number(point.year));
  if (!point.month.endsWith('X')) return `${monthOf(`${point.year}-${point.month}`, lexicon)} ${year}`;
  return lexicon.within(monthOf(earliestDay(point), lexicon), `${monthOf(latestDay(point), lexicon)} ${year}`, 'month');
}

function monthOf(iso: string, lexicon: FormatParts): string {
  return lexicon.months[Number(iso.slice(5, 7)) - 1] ?? '';
}

function nameYear(point: Point, lexicon: FormatParts, inside: boolean): string {
  const [from, to] = [earliestDay(point), latestDay(point)].map((day) => String(Number(day.slice(0, 4))));
  if (!point.year.endsWith('X')) return String(Number(point.year));
  if (/\dX$/.test(point.year)) return `${inside ? lexicon.article : ''}${from}s`;
  return lexicon.within(from ?? '', to ?? '', 'year');
}

function nameSeason(point: Season, lexicon: FormatParts, inside: boolean): string {
  const span = getSeason(point.season);
  const years = new Set([earliestDay(point), latestDay(point)].map((day) => Number(day.slice(0, 4))));
  return `${inside && span.article ? lexicon.article : ''}${lexicon.season(span)} ${[...years].join('–')}`;
}

function sharedEnding(names: readonly string[]): string {
  const [first = ''] = names;
  const endings = [...first.matchAll(/ /g)].map(({ index }) => first.slice(index));
  return endings.find((ending) => names.every((name) => name.endsWith(ending) && name !== ending)) ?? '';
}
