import { yearOf } from '../../dates/compare.ts';
import type { TheRecord } from '../../record/model.ts';
import { eventStatuses } from '../../schema/event.ts';
import { timelineAddress, yearAddress } from '../../paths/paths.ts';
import { join, statusLabels } from '../../text/labels.ts';
import { placeEvents, type EventMark } from './event-marks.ts';
import { eventState } from './event-data.ts';
import { extentOf } from './day-range.ts';
import { count, longestGap } from '../../text/plural.ts';
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
  const scale = scaleOf(record);
  const axis = timeAxis(record.entries, scale);
  const states = record.events.map(eventState);
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
    desc: say(record),
    height: y + 4,
    axis,
    bands,
    undated: { words: `${count(undated, 'event')} that no article dates`, address: yearAddress(null) },
    timelineAddress,
  };
}

const scales = new WeakMap<TheRecord, TimeScale>();

/** The scale of all drawings of time of a Record: its pages, thousands of them, share one. */
export function scaleOf(record: TheRecord): TimeScale {
  let scale = scales.get(record);
  if (!scale) scales.set(record, (scale = timeScale(daysOf(record))));
  return scale;
}

/** Every day that the drawing must have room for. */
export function daysOf(record: TheRecord): string[] {
  const dates = [...record.events.map(({ data }) => data.date.edtf), ...record.entries.map(({ data }) => data.source.published.edtf)];
  return dates.flatMap((edtf) => {
    const extent = extentOf(edtf);
    return [extent?.from, extent?.to].filter((day) => typeof day === 'string');
  });
}

function say({ events }: TheRecord): string {
  const dated = events.filter(({ data }) => data.date.edtf !== null);
  const years = dated.map(({ data }) => yearOf(data.date.edtf)!);
  const byStatus = eventStatuses
    .map((status) => ({ status, number: dated.filter(({ data }) => data.status === status).length }))
    .filter(({ number }) => number > 0)
    .map(({ status, number }) => `${number} ${statusLabels[status].toLowerCase()}`);
  const [most] = [...Map.groupBy(years, (year) => year)].toSorted(([a, x], [b, y]) => y.length - x.length || a - b);
  const gap = longestGap(years);
  return [
    `${count(dated.length, 'dated event')}: ${join(byStatus)}.`,
    most && `More begin in ${most[0]} than in any other year: ${most[1].length}.`,
    gap && `None begins ${gap.from === gap.to ? `in ${gap.from}` : `from ${gap.from} to ${gap.to}`}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
