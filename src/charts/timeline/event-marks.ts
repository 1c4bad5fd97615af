import type { EventData } from './event-data.ts';
import { assignLanes, type Interval } from './lanes.ts';
import { MIN_WIDTH, percentToPixels, textWidth, LABEL_BREAKPOINT } from '../text-metrics.ts';
import type { TimeScale } from './time-scale.ts';

/** An event placed: across in per cent, its lane counted from 0. */
export interface EventMark {
  event: EventData;
  x: number;
  lane: number;
  /** What is drawn of its extent, where that is wider than the mark: in per cent. */
  bar?: { start: number; end: number };
  /** Where the extent is open: a line that fades out from there. */
  openStart?: number;
  openEnd?: number;
  /** Beside the mark, where a wide drawing has room for its title. */
  label?: { x: number; anchor: 'start' | 'end' };
}

/** Half the width of a mark with the air around it, and the length of a line that fades out, in pixels. */
const HALF = 6.5;
const FADE = 26;

/** Events with a date, each once, in lanes in which none overlaps another on the narrowest screen. */
export function placeEvents(events: readonly EventData[], scale: TimeScale): EventMark[] {
  const marks = events.filter(({ extent }) => extent).map((event) => markOf(event, scale));
  const lanes = assignLanes(marks.map((mark) => pixelInterval(mark, MIN_WIDTH)));
  return withLabels(marks.map((mark, index) => ({ ...mark, lane: lanes[index]! })));
}

/** The pixels that a mark takes up across, in a drawing of some width. */
export function pixelInterval({ x, bar, openStart, openEnd }: Omit<EventMark, 'lane'>, width: number): Interval {
  const at = (percent: number) => percentToPixels(percent, width);
  return {
    start: Math.min(at(x) - HALF, bar ? at(bar.start) - 2 : Infinity, openStart === undefined ? Infinity : at(openStart) - FADE),
    end: Math.max(at(x) + HALF, bar ? at(bar.end) + 2 : -Infinity, openEnd === undefined ? -Infinity : at(openEnd) + FADE),
  };
}

function markOf(event: EventData, scale: TimeScale): Omit<EventMark, 'lane'> {
  const { from, to, lasting } = event.extent!;
  if (from === null) return { event, x: scale.x(to!), openStart: scale.x(to!) };
  const start = scale.x(from);
  if (to !== null) return barred(event, start, scale.x(to), lasting);
  if (!lasting) return { event, x: start, openEnd: start };
  const known = Math.max(start, scale.x(event.knownUntil ?? from));
  return { ...barred(event, start, known, lasting), openEnd: known };
}

/** A narrower bar would lie hidden under its mark, in per cent. */
const HIDDEN = 1;

const barred = (event: EventData, start: number, end: number, lasting: boolean) => ({
  event,
  x: lasting ? start : (start + end) / 2,
  ...(end - start > HIDDEN && { bar: { start, end } }),
});

// The more statements attest an event, the sooner it gets a label.
function withLabels(marks: EventMark[]): EventMark[] {
  const taken = marks.map((mark) => ({ lane: mark.lane, ...pixelInterval(mark, LABEL_BREAKPOINT) }));
  const labels = new Map<EventMark, EventMark['label']>();
  const order = [...marks.keys()].toSorted((a, b) => marks[b]!.event.statements - marks[a]!.event.statements || a - b);
  for (const index of order) {
    const mark = marks[index]!;
    const own = taken[index]!;
    const width = textWidth(mark.event.title) + 4;
    const free = (start: number, end: number) =>
      start >= 0 &&
      end <= LABEL_BREAKPOINT &&
      taken.every((other) => other === own || other.lane !== own.lane || other.end <= start || end <= other.start);
    const side = free(own.end, own.end + width) ? 'start' : free(own.start - width, own.start) ? 'end' : undefined;
    if (!side) continue;
    if (side === 'start') labels.set(mark, { x: mark.openEnd ?? mark.bar?.end ?? mark.x, anchor: side });
    else labels.set(mark, { x: mark.openStart ?? mark.bar?.start ?? mark.x, anchor: side });
    taken.push({
      lane: mark.lane,
      ...(side === 'start' ? { start: own.end, end: own.end + width } : { start: own.start - width, end: own.start }),
    });
  }
  return marks.map((mark) => ({ ...mark, ...(labels.has(mark) && { label: labels.get(mark) }) }));
}
