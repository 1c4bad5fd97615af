import { getYear } from '../../dates/bounds.ts';
import { timelinePath, yearPath } from '../../paths/paths.ts';
import type { TheRecord } from '../../record/model.ts';
import { eventStatuses } from '../../schema/event.ts';
import { statusLabels } from '../../text/labels.ts';
import { formatList, longestGap, pluralize } from '../../text/english.ts';
import { eventData } from './event-data.ts';
import { addLabels, placeEvents } from './event-marks.ts';
import { timeAxis } from './time-axis.ts';
import { getRecordTimeScale } from './time-scale.ts';

export type TimelineOverview = ReturnType<typeof timelineOverview>;

/** Heights in pixels. */
const HEADING = 20;
const laneHeights = { full: 15, small: 11 };

/** Returns all events in time, by status. Positions down are in pixels from the top. */
export function timelineOverview(record: TheRecord, size: keyof typeof laneHeights = 'full') {
  const scale = getRecordTimeScale(record);
  const axis = timeAxis(record.entries, scale);
  const events = record.events.map(eventData);
  const laneHeight = laneHeights[size];
  let y = axis.top;
  const bands = eventStatuses.flatMap((status) => {
    const ofStatus = events.filter((event) => event.status === status);
    const marks = addLabels(placeEvents(ofStatus, scale));
    if (marks.length === 0) return [];
    const top = y;
    y += HEADING + laneHeight * (1 + Math.max(...marks.map(({ lane }) => lane)));
    return {
      title: `${statusLabels[status]} ${marks.length}`,
      top,
      marks: marks.map((mark) => ({ ...mark, y: top + HEADING + laneHeight * (mark.lane + 0.5) })),
    };
  });
  const undated = events.filter(({ range }) => !range).length;
  return {
    title: 'Events in time',
    desc: describeOverview(record),
    /** The height down to the axis. */
    height: y + 4,
    axis,
    bands,
    undated: { words: `${pluralize(undated, 'event')} that no article dates`, address: yearPath(null) },
    timelineAddress: timelinePath,
  };
}

function describeOverview({ events }: TheRecord): string {
  const dated = events.filter(({ data }) => data.date.edtf !== null);
  const years = dated.map(({ data }) => getYear(data.date.edtf)!);
  const byStatus = eventStatuses
    .map((status) => ({ status, count: dated.filter(({ data }) => data.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${statusLabels[status].toLowerCase()}`);
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
