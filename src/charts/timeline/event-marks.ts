import { labelWidth, LABEL_BREAKPOINT, MIN_WIDTH, percentToPixels } from '../text-metrics.ts';
import type { EventData } from './event-data.ts';
import type { TimeScale } from './time-scale.ts';

/** An event with its position: across in per cent, and a lane from 0. */
export interface EventMark {
  event: EventData;
  x: number;
  lane: number;
  /** The days of the event, in per cent, if they are wider than the mark. */
  bar?: { start: number; end: number };
  /** The position from which a line fades out, if the beginning or the end is open. */
  openStart?: number;
  openEnd?: number;
  /** The title next to the mark, if a wide chart has space for it. */
  label?: { x: number; anchor: 'start' | 'end' };
}

/** Pixels across. */
export interface Interval {
  start: number;
  end: number;
}

/** Half the width of a mark with its space, in pixels. */
const HALF_MARK = 6.5;

/** The length of a line that fades out, in pixels. */
const FADE = 26;

/** A bar up to this width, in per cent, would be hidden by its mark. */
const HIDDEN_BAR = 1;

/** Returns the dated events, each once. Marks in a lane do not overlap at `MIN_WIDTH` or wider. */
export function placeEvents(events: readonly EventData[], scale: TimeScale): EventMark[] {
  const marks = events.filter(({ range }) => range).map((event) => placeEvent(event, scale));
  const lanes = assignLanes(marks.map((mark) => pixelInterval(mark, MIN_WIDTH)));
  return marks.map((mark, index) => ({ ...mark, lane: lanes[index]! }));
}

/** Returns a lane from 0 for each interval, in the same order. Intervals in one lane do not overlap. There are as few lanes as possible. */
export function assignLanes(intervals: readonly Interval[]): number[] {
  const ends: number[] = [];
  const lanes = intervals.map(() => 0);
  for (const [index, { start, end }] of [...intervals.entries()].toSorted(([i, a], [j, b]) => a.start - b.start || i - j)) {
    const free = ends.findIndex((taken) => taken <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    lanes[index] = lane;
  }
  return lanes;
}

/** Returns the pixels that a mark covers in a chart of this width. */
export function pixelInterval({ x, bar, openStart, openEnd }: Omit<EventMark, 'lane'>, width: number): Interval {
  const at = (percent: number) => percentToPixels(percent, width);
  return {
    start: Math.min(at(x) - HALF_MARK, bar ? at(bar.start) - 2 : Infinity, openStart === undefined ? Infinity : at(openStart) - FADE),
    end: Math.max(at(x) + HALF_MARK, bar ? at(bar.end) + 2 : -Infinity, openEnd === undefined ? -Infinity : at(openEnd) + FADE),
  };
}

function placeEvent(event: EventData, scale: TimeScale): Omit<EventMark, 'lane'> {
  const { from, to, isPeriod } = event.range!;
  if (from === null) return { event, x: scale.x(to!), openStart: scale.x(to!) };
  const start = scale.x(from);
  if (to === null && !isPeriod) return { event, x: start, openEnd: start };
  const end = to === null ? Math.max(start, scale.x(event.knownUntil ?? from)) : scale.x(to);
  return {
    event,
    x: isPeriod ? start : (start + end) / 2,
    ...(end - start > HIDDEN_BAR && { bar: { start, end } }),
    ...(to === null && { openEnd: end }),
  };
}

/** Adds labels that overlap nothing in their lane at `LABEL_BREAKPOINT`. Events with more statements get their label first. */
export function addLabels(marks: readonly EventMark[]): EventMark[] {
  const taken = marks.map((mark) => ({ lane: mark.lane, ...pixelInterval(mark, LABEL_BREAKPOINT) }));
  const labels = new Map<number, NonNullable<EventMark['label']>>();
  for (const index of [...marks.keys()].toSorted((a, b) => marks[b]!.event.statements - marks[a]!.event.statements || a - b)) {
    const { event, lane, x, bar, openStart, openEnd } = marks[index]!;
    const own = taken[index]!;
    const width = labelWidth(event.title) + 4;
    const isFree = ({ start, end }: Interval) =>
      start >= 0 &&
      end <= LABEL_BREAKPOINT &&
      taken.every((other) => other === own || other.lane !== lane || other.end <= start || end <= other.start);
    const after = { start: own.end, end: own.end + width };
    const before = { start: own.start - width, end: own.start };
    if (isFree(after)) labels.set(index, { x: openEnd ?? bar?.end ?? x, anchor: 'start' });
    else if (isFree(before)) labels.set(index, { x: openStart ?? bar?.start ?? x, anchor: 'end' });
    else continue;
    taken.push({ lane, ...(labels.get(index)!.anchor === 'start' ? after : before) });
  }
  return marks.map((mark, index) => ({ ...mark, ...(labels.has(index) && { label: labels.get(index) }) }));
}
