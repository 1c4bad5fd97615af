import { getYear } from '../../dates/bounds.ts';
import type { TheRecord } from '../../record/model.ts';
import { eventStatuses } from '../../schema/event.ts';
import { timelinePath, yearPath } from '../../paths/paths.ts';
import { statusLabels } from '../../text/labels.ts';
import { formatList } from '../../text/list.ts';
import { placeEvents, type EventMark } from './event-marks.ts';
import { eventData } from './event-data.ts';
import { getDayRange } from './day-range.ts';
import { pluralize, longestGap } from '../../text/plural.ts';
import { timeAxis, type TimeAxis } from './time-axis.ts';
import { timeScale, type TimeScale } from './time-scale.ts';

/** Events of one status, with where their band begins and each mark stands, in pixels from the top. */
export interface Band {
  title: string;
  top: number;
  marks: (EventMark & { y: number })[];
}

/** All events in time, by status, under the days from which the articles look. */
export interface TimelineOverview {
  title: string;
  desc: string;
  height: number;
  axis: TimeAxis;
  bands: Band[];
  undated: { words: string; address: string };
  timelineAddress: string;
}

/** Heights in pixels. */
const HEADING = 20;
const lanes = { full: 15, small: 11 };

/** The drawing of the timeline; small, its lanes are lower. */
export function timelineOverview(record: TheRecord, size: keyof typeof lanes = 'full'): TimelineOverview {
  const scale = getTimeScale(record);
  const axis = timeAxis(record.entries, scale);
  const states = record.events.map(eventData);
  const lane = lanes[size];
  let y = axis.top;
  const bands = eventStatuses.flatMap((status) => {
    const marks = placeEvents(
      states.filter((state) => state.status === status),
      scale,
    );
    if (marks.length === 0) return [];
    const top = y;
    y += HEADING + lane * (1 + Math.max(...marks.map((mark) => mark.lane)));
    return {
      title: `${statusLabels[status]} ${marks.length}`,
      top,
      marks: marks.map((mark) => ({ ...mark, y: top + HEADING + lane * (mark.lane + 0.5) })),
    };
  });
  const undated = states.filter(({ extent }) => !extent).length;
  return {
    title: 'Events in time',
    desc: describeOverview(record),
    height: y + 4,
    axis,
    bands,
    undated: { words: `${pluralize(undated, 'event')} that no article dates`, address: yearPath(null) },
    timelineAddress: timelinePath,
  };
}

const scales = new WeakMap<TheRecord, TimeScale>();

/** The scale of all drawings of time of a Record: its pages, thousands of them, share one. */
export function getTimeScale(record: TheRecord): TimeScale {
  let scale = scales.get(record);
  if (!scale) scales.set(record, (scale = timeScale(collectDays(record))));
  return scale;
}

/** Every day that the drawing must have room for. */
export function collectDays(record: TheRecord): string[] {
  const dates = [...record.events.map(({ data }) => data.date.edtf), ...record.entries.map(({ data }) => data.source.published.edtf)];
  return dates.flatMap((edtf) => {
    const extent = getDayRange(edtf);
    return [extent?.from, extent?.to].filter((day) => typeof day === 'string');
  });
}

function describeOverview({ events }: TheRecord): string {
  const dated = events.filter(({ data }) => data.date.edtf !== null);
  const years = dated.map(({ data }) => getYear(data.date.edtf)!);
  const byStatus = eventStatuses
    .map((status) => ({ status, number: dated.filter(({ data }) => data.status === status).length }))
    .filter(({ number }) => number > 0)
    .map(({ status, number }) => `${number} ${statusLabels[status].toLowerCase()}`);
  const [most] = [...Map.groupBy(years, (year) => year)].toSorted(([a, x], [b, y]) => y.length - x.length || a - b);
  const gap = longestGap(years);
  return [
    `${pluralize(dated.length, 'dated event')}: ${formatList(byStatus)}.`,
    most && `More begin in ${most[0]} than in any other year: ${most[1].length}.`,
    gap && `None begins ${gap.from === gap.to ? `in ${gap.from}` : `from ${gap.from} to ${gap.to}`}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
