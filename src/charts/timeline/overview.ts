import { getYear } from '../../dates/bounds.ts';
import type { TheRecord } from '../../record/model.ts';
import { corpusSummary } from '../../record/corpus-summary.ts';
import { formatYears, longestGap, numberToWords, pluralize } from '../../text/english.ts';

import { eventData, labelThreshold, placeEvents } from './event-marks.ts';
import { timeAxis } from './time-axis.ts';
import { getRecordTimeScale } from './time-scale.ts';

export type TimelineOverview = ReturnType<typeof timelineOverview>;

/** The height of a lane, in pixels. */
const LANE = 24;

/** Returns all events in time, those with more statements higher. Positions down are in pixels from the top. */
export function timelineOverview(record: TheRecord) {
  const scale = getRecordTimeScale(record);
  const axis = timeAxis(record.entries, scale);
  const events = record.events.map(eventData);
  const marks = placeEvents(events, scale).map((mark) => ({ ...mark, y: axis.top + LANE * (mark.lane + 0.5) }));
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

/** Returns the finding: the shortest run of years in which more than half of the dated events begin, and the years of the articles without any. */
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
    counted: `${within} of ${pluralize(years.length, 'dated event')}.`,
  };
}
