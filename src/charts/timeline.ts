import { getYear } from '../dates/bounds.ts';
import { corpusSummary, type EventNode, type TheRecord } from '../record/model.ts';
import { formatYears, longestGap, numberToWords, pluralize } from '../text/english.ts';
import { timeAxis, getRecordTimeScale, getDayRange, percentToPixels, type TimeScale, TIMELINE_WIDTH } from './time-scale.ts';
import { formatDate } from '../dates/format.ts';
import { eventPath } from '../paths/paths.ts';
import { compareCodeUnits } from '../record/sort.ts';
import { statusLabels } from '../text/labels.ts';
import { voicesOf } from '../views/voice.ts';
import { labelWidth } from './geometry.ts';

export type TimelineOverview = ReturnType<typeof timelineOverview>;

/** The height of a lane, in pixels. */
const LANE = 24;

/** Returns all events in time, those with more statements higher. Positions down are in pixels from the top. */
export function timelineOverview(record: TheRecord) {
  const scale = getRecordTimeScale(record);
  const axis = timeAxis(record.entries, scale);
  const events = record.events.map(eventData);
  const marks = placeEvents(
    events,
    scale,
    axis.markers.map(({ x }) => x),
  ).map((mark) => ({ ...mark, y: axis.top + LANE * (mark.lane + 0.5) }));
  const dated = events.filter(({ range }) => range);
  const labels = marks.filter(({ label }) => label).length;
  const labelled =
    labels > 0 &&
    `Labels: ${labels === 1 ? 'the event' : `the ${numberToWords(labels)} events`} with ${numberToWords(labelThreshold(dated))} or more statements; the number says how many.`;
  return {
    ...describeYears(record),
    labelled,
    /** The height down to the axis. */
    height: axis.top + LANE * (1 + Math.max(-1, ...marks.map(({ lane }) => lane))) + 4,
    axis,
    marks,
    undated: events.filter(({ range }) => !range),
  };
}

export type EventData = ReturnType<typeof eventData>;

/** Returns an event as the timeline needs it, without positions. */
export function eventData(event: EventNode) {
  const { title, label = title, status, date } = event.data;
  const range = getDayRange(date.edtf);
  const knownUntil = event.entries
    .map((entry) => getDayRange(entry.data.source.published.edtf)?.from ?? '')
    .toSorted(compareCodeUnits)
    .at(-1);
  return {
    id: event.id,
    label,
    /** Title, date and status. */
    words: `${title} · ${formatDate(date.edtf, date.basis)} · ${statusLabels[status].toLowerCase()}`,
    address: eventPath(event.id),
    status,
    /** Who reports it. */
    voices: voicesOf(event.statements),
    statements: event.statements.length,
    /** Undefined if no article dates the event. */
    ...(range && { range }),
    /** The day of the last article that mentions the event. An open end is drawn as known until this day. */
    ...(knownUntil && { knownUntil }),
  };
}

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
  /** The side on which the label is, and the position next to which it begins or ends. */
  label?: { x: number; anchor: 'start' | 'end' };
}

/** A range across the chart, in pixels. */
export interface Interval {
  start: number;
  end: number;
}

/** Half the width of a mark with its space, in pixels. */
const HALF_MARK = 8;

/** The length of a line that fades out, in pixels. */
export const FADE = 26;

/** The space between a mark and its label, in pixels. */
export const LABEL_GAP = 9;

/** A bar up to this width, in per cent, would be hidden by its mark. */
const HIDDEN_BAR = 1;

/** An event has a label if it has at least this many statements. */
const MIN_STATEMENTS = 3;

/** The maximum number of labels. With more, only events with more statements have one. */
const MAX_LABELS = 30;

/** Returns the minimum number of statements of an event that has a label. */
export function labelThreshold(events: readonly EventData[]): number {
  const most = events.map(({ statements }) => statements).toSorted((a, b) => b - a)[MAX_LABELS];
  return Math.max(MIN_STATEMENTS, (most ?? 0) + 1);
}

/**
 * Returns the dated events, each once. Marks and labels in a lane do not overlap at `TIMELINE_WIDTH` or wider.
 * Events with more statements come first and have the upper lanes. A label is on the side on which it crosses fewer vertical lines.
 *
 * @param verticals positions of the lines, in per cent
 */
export function placeEvents(events: readonly EventData[], scale: TimeScale, verticals: readonly number[] = []): EventMark[] {
  const threshold = labelThreshold(events.filter(({ range }) => range));
  const lanes: Interval[][] = [];
  return events
    .filter(({ range }) => range)
    .map((event, index) => ({ mark: placeEvent(event, scale), index }))
    .toSorted((a, b) => b.mark.event.statements - a.mark.event.statements || a.index - b.index)
    .map(({ mark }) => {
      const covered = pixelInterval(mark);
      const options: LabelOption[] = mark.event.statements < threshold ? [{ covered }] : placeLabel(mark, covered, verticals);
      for (let lane = 0; ; lane++) {
        const taken = (lanes[lane] ??= []);
        const option = options.find((each) => taken.every(({ start, end }) => end <= each.covered.start || each.covered.end <= start));
        if (!option) continue;
        taken.push(option.covered);
        return { ...mark, lane, ...(option.label && { label: option.label }) };
      }
    });
}

/** Returns the pixels that a mark covers at `TIMELINE_WIDTH` or at another width, with its label if it has one. */
export function pixelInterval(mark: Omit<EventMark, 'lane'>, width = TIMELINE_WIDTH): Interval {
  const { event, x, bar, openStart, openEnd, label } = mark;
  const at = (percent: number) => percentToPixels(percent, width);
  const covered = {
    start: Math.min(at(x) - HALF_MARK, bar ? at(bar.start) - 3 : Infinity, openStart === undefined ? Infinity : at(openStart) - FADE),
    end: Math.max(at(x) + HALF_MARK, bar ? at(bar.end) + 3 : -Infinity, openEnd === undefined ? -Infinity : at(openEnd) + FADE),
  };
  const words = label && labelWidth(`${event.label} ${event.statements}`) + LABEL_GAP;
  if (!words) return covered;
  return label.anchor === 'start' ? { ...covered, end: covered.end + words } : { ...covered, start: covered.start - words };
}

/** Returns the finding: the shortest run of years in which more than half of the dated events begin, and the longest run without any. */
function describeYears(record: TheRecord) {
  const years = record.events.flatMap(({ data }) => getYear(data.date.edtf) ?? []).toSorted((a, b) => a - b);
  const { firstYear, lastYear } = corpusSummary(record);
  if (years.length === 0) return { title: 'The articles date no event', counted: '' };
  const most = Math.floor(years.length / 2) + 1;
  const runs = years.slice(most - 1).map((to, index) => ({ from: years[index]!, to }));
  const { from, to } = runs.reduce((best, run) => (run.to - run.from < best.to - best.from ? run : best));
  const gap = longestGap(years.filter((year) => year >= Number(firstYear) && year <= Number(lastYear)));
  const within = years.filter((year) => year >= from && year <= to).length;
  return {
    title: `Most dated events begin in ${formatYears(from, to)}${gap ? `; none begins in ${formatYears(gap.from, gap.to)}` : ''}`,
    counted: `Of all ${pluralize(years.length, 'dated event')}, ${within} ${within === 1 ? 'begins' : 'begin'} in ${from === to ? 'this year' : 'these years'}.`,
  };
}

/** A position of a label, with the pixels that mark and label cover. */
interface LabelOption {
  covered: Interval;
  label?: NonNullable<EventMark['label']>;
}

/** Returns the positions that a label may have, the best first. Without space for it on the chart, there is no label. */
function placeLabel(mark: Omit<EventMark, 'lane'>, covered: Interval, verticals: readonly number[]): LabelOption[] {
  const { x, bar, openStart, openEnd } = mark;
  const labels = [
    { x: openEnd ?? Math.max(x, bar?.end ?? x), anchor: 'start' as const },
    { x: openStart ?? Math.min(x, bar?.start ?? x), anchor: 'end' as const },
  ];
  const options = labels
    .map((label) => ({ label, covered: pixelInterval({ ...mark, label }) }))
    .filter((option) => option.covered.start >= 0 && option.covered.end <= TIMELINE_WIDTH);
  const isIn = (x: number, { start, end }: Interval) => start < x && x < end;
  const lines = verticals.map((percent) => percentToPixels(percent, TIMELINE_WIDTH)).filter((x) => !isIn(x, covered));
  const crossed = (option: LabelOption) => lines.filter((x) => isIn(x, option.covered)).length;
  return options.length > 0 ? options.toSorted((a, b) => crossed(a) - crossed(b)) : [{ covered }];
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
