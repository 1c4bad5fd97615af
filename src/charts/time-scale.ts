import { getBounds, type Bounds } from '../dates/bounds.ts';
import { parseEdtf } from '../dates/parse.ts';
import type { TheRecord, EntryNode } from '../record/model.ts';
import { memoize } from '../record/frozen.ts';
import { formatDate } from '../dates/format.ts';
import { entryPath } from '../paths/paths.ts';
import { formatList, formatYears, fractionInWords } from '../text/english.ts';
import { labelWidth } from './geometry.ts';

/** The minimum width of the timeline, in pixels: A4 paper less its margins. On a narrower screen it scrolls. Also in TimelineOverview.astro. */
export const TIMELINE_WIDTH = 672;

/** The bounds of a date. `isPeriod`: true if it covers every day of the range; false if it is one unknown day in it. */
export type DayRange = Bounds & { readonly isPeriod: boolean };

/** Returns the range of a date in EDTF, or undefined if there is no date to draw. */
export function getDayRange(edtf: string | null): DayRange | undefined {
  if (edtf === null) return undefined;
  return { ...getBounds(edtf), isPeriod: parseEdtf(edtf).kind === 'interval' };
}

/** A run of years at one scale. Positions are in per cent of the width of the chart. */
export interface Segment {
  /** The first year. */
  from: number;
  /** The first year after the segment. */
  to: number;
  start: number;
  end: number;
  /** Whether the years are compressed: the axis is broken here. */
  broken: boolean;
  /** How many times narrower its years are than at full scale, rounded. */
  compression: number;
}

/** A time scale that is linear by segments and never decreases. */
export interface TimeScale {
  segments: readonly Segment[];
  /** Returns the position of a day, `YYYY-MM-DD`. A day outside the segments has the position of the nearest end. */
  x: (day: string) => number;
}

/** A year is busy if it has at least this many dates. With one, the single date of 2022 would split the break from 2018 to 2023. */
const BUSY_YEAR_DATES = 2;

/** A run of busy years is at full scale if it has at least this many dates. The two dates of 1945 do not need a segment. */
const SEGMENT_DATES = 3;

/** The minimum number of years in a break. Shorter ones would save little: a break is about as wide as one year at full scale. */
const MIN_BREAK_YEARS = 5;

/** The width of a break, in per cent: 64 pixels at the minimum width of the timeline, enough for its label. */
const BREAK_WIDTH = 9.5;

/** The maximum width of all breaks together, in per cent. At least half of the chart stays at full scale. */
const MAX_BREAKS_WIDTH = 48;

/** Space for half a mark at either end, in per cent. */
const MARGIN = 2;

/** Converts per cent of a chart of this width to pixels. */
export const percentToPixels = (percent: number, width: number) => (percent * width) / 100;

/** Formats a position for SVG: `41.3%`. A tenth of a per cent is about a pixel. */
export const formatPercent = (value: number) => `${Number(value.toFixed(1))}%`;

/** Returns the time scale that all charts of a Record share. */
export const getRecordTimeScale = memoize(({ events, entries, statements }: TheRecord) =>
  createTimeScale(
    [...events.map(({ data }) => data.date.edtf), ...entries.map(({ data }) => data.source.published.edtf)],
    statements.map(({ data }) => data.date.edtf),
  ),
);

/**
 * Returns a scale on which every day of the dates has a position. Runs of years with few dates are compressed.
 *
 * @param dates in EDTF
 * @param further dates that must be on the scale but do not make a year busy
 */
export function createTimeScale(dates: readonly (string | null)[], further: readonly (string | null)[] = []): TimeScale {
  const days = [...dates, ...further].flatMap((edtf) => Object.values(getBounds(edtf))).filter((day) => day !== null);
  if (days.length === 0) return { segments: [], x: () => MARGIN };
  const years = days.map(yearOfDay);
  const [first, end] = [Math.min(...years), Math.max(...years) + 1];
  const segments = createSegments(first, end, findBreaks(first, end, dates));
  return { segments, x: (day) => getPosition(segments, toDecimalYear(day)) };
}

/** Converts a day to a number of years: 1 July 2016 is about 2016.5. */
export function toDecimalYear(day: string): number {
  const year = yearOfDay(day);
  const [start, end] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  return year + (Date.parse(day) - start) / (end - start);
}

const yearOfDay = (day: string) => Number(day.slice(0, 4));

type Years = Pick<Segment, 'from' | 'to'>;

/** The height of a row of labels, in pixels. */
export const LABEL_ROW = 17;

/** The space after a label, in pixels. */
const LABEL_GAP = 4;

/** Returns the axis of a timeline: years, breaks and days of publication. Positions across are in per cent. */
export function timeAxis(entries: readonly EntryNode[], { segments, x }: TimeScale) {
  const markers = publicationMarkers(entries, x);
  const broken = segments.filter((segment) => segment.broken);
  return {
    markers,
    /** The years at full scale, with the position of their label. */
    years: segments
      .filter((segment) => !segment.broken)
      .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index))
      .map((year) => ({ year, x: x(`${year}-01-01`), middle: x(`${year}-07-02`) })),
    breaks: broken.map(({ start, end, from, to }) => ({ start, end, middle: (start + end) / 2, from, last: to - 1 })),
    left: segments[0]?.start ?? 0,
    right: segments.at(-1)?.end ?? 100,
    /** The minimum y of marks, below the labels of the publication markers, in pixels. */
    top: LABEL_ROW * (1 + Math.max(-1, ...markers.map(({ row }) => row))) + 6,
    /** The breaks in a sentence. */
    sentence: describeBreaks(segments),
  };
}

/** Returns the compressed years in a sentence: “Shaded years are drawn narrower: 2018–2023 at a fifth of the width.” */
export function describeBreaks(segments: TimeScale['segments']): string {
  const phrases = segments
    .filter(({ broken }) => broken)
    .map(({ from, to, compression }) => `${formatYears(from, to - 1)} at ${fractionInWords(compression)}`);
  return phrases.length === 0 ? '' : `Shaded years are drawn narrower: ${formatList(phrases)} of the width.`;
}

/** Returns the runs of years before, between and after the busy ones. */
function findBreaks(first: number, end: number, dates: readonly (string | null)[]): Years[] {
  const counts = new Map<number, number>();
  for (const year of dates.flatMap(toMarkYear)) counts.set(year, (counts.get(year) ?? 0) + 1);
  const runs: (Years & { dates: number })[] = [];
  for (const [year, count] of [...counts].toSorted(([a], [b]) => a - b)) {
    if (count < BUSY_YEAR_DATES) continue;
    const last = runs.at(-1);
    if (last && year - last.to < MIN_BREAK_YEARS) Object.assign(last, { to: year + 1, dates: last.dates + count });
    else runs.push({ from: year, to: year + 1, dates: count });
  }
  const busy = runs.filter((run) => run.dates >= SEGMENT_DATES);
  if (busy.length === 0) return [];
  return [...busy, { from: end, to: end }]
    .map(({ from }, index) => ({ from: busy[index - 1]?.to ?? first, to: from }))
    .filter(({ from, to }) => to - from >= MIN_BREAK_YEARS);
}

/** Returns the year in which a date is drawn: the first year of a period, or else the middle of the range. */
function toMarkYear(edtf: string | null): number | [] {
  const range = getDayRange(edtf);
  if (!range) return [];
  const [from, to] = [(range.from ?? range.to)!, (range.to ?? range.from)!];
  return range.isPeriod ? yearOfDay(from) : Math.floor((toDecimalYear(from) + toDecimalYear(to)) / 2);
}

function createSegments(first: number, end: number, breaks: readonly Years[]): Segment[] {
  const breakWidth = Math.min(BREAK_WIDTH, MAX_BREAKS_WIDTH / breaks.length);
  const fullYears = end - first - breaks.reduce((sum, { from, to }) => sum + to - from, 0);
  const yearWidth = (100 - 2 * MARGIN - breaks.length * breakWidth) / fullYears;
  const compressing = breaks.filter(({ from, to }) => (to - from) * yearWidth > breakWidth);
  if (compressing.length < breaks.length) return createSegments(first, end, compressing);
  const limits = [first, ...breaks.flatMap(({ from, to }) => [from, to]), end];
  let start = MARGIN;
  return limits.slice(1).flatMap((to, index) => {
    const from = limits[index]!;
    if (from === to) return [];
    const broken = index % 2 === 1;
    const width = broken ? breakWidth : (to - from) * yearWidth;
    const segment = { from, to, start, end: start + width, broken, compression: Math.round(((to - from) * yearWidth) / width) };
    start = segment.end;
    return segment;
  });
}

function getPosition(segments: readonly Segment[], year: number): number {
  const segment = segments.find(({ to }) => year < to) ?? segments.at(-1)!;
  const share = Math.min(1, Math.max(0, (year - segment.from) / (segment.to - segment.from)));
  return segment.start + share * (segment.end - segment.start);
}

/** Returns the days of publication as lines with a label, sorted by x. No label crosses another label or line, even at `TIMELINE_WIDTH`. */
function publicationMarkers(entries: readonly EntryNode[], x: TimeScale['x']) {
  const lines = entries.flatMap((entry) => {
    const { edtf, basis } = entry.data.source.published;
    const { from, to } = getBounds(edtf);
    const days = [from ?? to, to ?? from].filter((day) => day !== null);
    if (days.length === 0) return [];
    return {
      id: entry.id,
      label: entry.data.label,
      address: entryPath(entry.id),
      words: formatDate(edtf, basis),
      x: days.reduce((sum, day) => sum + x(day), 0) / days.length,
      /** Whether the day is not known. */
      inexact: from !== to,
    };
  });
  return assignRows(lines.toSorted((a, b) => a.x - b.x));
}

// From right to left. A label takes the row of the label to its right, or the next row if they would overlap.
function assignRows<Line extends { x: number; label: string }>(lines: readonly Line[]) {
  const placed: { start: number; end: number; row: number }[] = [];
  return lines
    .toReversed()
    .map((line, index) => {
      const x = percentToPixels(line.x, TIMELINE_WIDTH);
      const width = labelWidth(line.label) + LABEL_GAP;
      const next = lines[lines.length - index];
      const anchor = x + width < (next ? percentToPixels(next.x, TIMELINE_WIDTH) : TIMELINE_WIDTH) || x < width ? 'start' : 'end';
      const [start, end] = anchor === 'start' ? [x, x + width] : [x - width, x];
      const overlapping = placed.filter((other) => other.start - LABEL_GAP < end && start < other.end + LABEL_GAP);
      const row = Math.max(placed.at(-1)?.row ?? 0, ...overlapping.map((other) => other.row + 1));
      placed.push({ start, end, row });
      return { ...line, row, anchor } as const;
    })
    .toReversed();
}
