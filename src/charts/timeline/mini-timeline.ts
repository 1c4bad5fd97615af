import { getYear } from '../../dates/bounds.ts';
import type { EventNode, StatementNode, TheRecord } from '../../record/model.ts';
import { compareCodeUnits } from '../../record/sort.ts';
import { eventStatuses, type EventStatus } from '../../schema/event.ts';
import { pluralize } from '../../text/english.ts';
import { eventData } from './event-data.ts';
import { placeEvents, type EventMark } from './event-marks.ts';
import { timeAxis } from './time-axis.ts';
import { getDayRange, getRecordTimeScale } from './time-scale.ts';

export type MiniTimeline = NonNullable<ReturnType<typeof miniTimeline>>;

/** The number of articles up to which each has a line, as on the overview. With more, only articles with statements here have one. */
const MAX_MARKERS = 40;

/** Heights in pixels. */
const LANE = 10;
const MAX_STEM = 22;
const MIN_STEM = 4;
const TOP = 4;

/**
 * Returns the events and statements of one actor, theme or event, on the scale of the overview.
 * Returns undefined if fewer than two of them are dated.
 */
export function miniTimeline(record: TheRecord, name: string, events: readonly EventNode[], statements: readonly StatementNode[]) {
  const scale = getRecordTimeScale(record);
  const dated = statements.filter(({ data }) => data.date.edtf !== null);
  const placed = placeEvents(events.map(eventData), scale);
  if (placed.length + dated.length < 2) return undefined;
  const lanes = placed.length === 0 ? 0 : 1 + Math.max(...placed.map(({ lane }) => lane));
  const speaking = new Set(statements.map(({ entry }) => entry.id));
  const axisY = TOP + lanes * LANE + (dated.length > 0 ? MAX_STEM + 4 : 2);
  return {
    title: `${name} in time`,
    desc: describeTimeline(events, statements),
    legend: formatLegend(placed, dated.length > 0),
    height: axisY + 1,
    /** The y of the axis, in pixels from the top. */
    axisY,
    axis: timeAxis(record.entries.length > MAX_MARKERS ? record.entries.filter(({ id }) => speaking.has(id)) : record.entries, scale),
    /** The ids of articles that have statements here. */
    speaking,
    marks: placed.map((mark) => ({ ...mark, y: TOP + (mark.lane + 0.5) * LANE })),
    stems: createStems(dated, scale.x),
  };
}

/** Returns one line up from the axis for each date. More statements make it taller, in pixels. Other positions are in per cent. */
function createStems(dated: readonly StatementNode[], x: (day: string) => number) {
  const groups = [...Map.groupBy(dated, ({ data }) => data.date.edtf!)].toSorted(([a], [b]) => compareCodeUnits(a, b));
  const most = Math.max(...groups.map(([, group]) => group.length));
  return groups.map(([edtf, group]) => {
    const { from, to } = getDayRange(edtf)!;
    const [start, end] = [x((from ?? to)!), x((to ?? from)!)];
    return {
      x: (start + end) / 2,
      height: Math.round(MIN_STEM + ((MAX_STEM - MIN_STEM) * (group.length - 1)) / Math.max(1, most - 1)),
      ...(end - start > 1 && { bar: { start, end } }),
    };
  });
}

function describeTimeline(events: readonly EventNode[], statements: readonly StatementNode[]): string {
  const years = [...events, ...statements]
    .map(({ data }) => getYear(data.date.edtf))
    .filter((year) => year !== null)
    .toSorted((a, b) => a - b);
  const when = years[0] === years.at(-1) ? `all in ${years[0]}` : `from ${years[0]} to ${years.at(-1)}`;
  const parts = [formatShare(events, 'event'), formatShare(statements, 'statement')].filter(Boolean);
  return `Dated: ${parts.join(' and ')}, ${when}.`;
}

/** How the mark shows each status. */
const markWords: Record<EventStatus, string> = {
  happened: '',
  ongoing: '',
  announced: 'with a dot: announced',
  expected: 'hollow: expected',
  conditional: 'dashed: conditional',
  reported: 'hollow: only rumoured',
  ended: 'struck out: broken off',
};

function formatLegend(marks: readonly EventMark[], hasStems: boolean): string {
  const other = eventStatuses.filter((status) => markWords[status] && marks.some(({ event }) => event.status === status));
  const words = other.length > 0 ? ` (${other.map((status) => markWords[status]).join('; ')})` : '';
  const parts = [marks.length > 0 && `Marks are events${words}`, hasStems && 'stems are statements'].filter(Boolean).join(', ');
  return `${parts.replace(/^s/, 'S')}.`;
}

function formatShare(items: readonly (EventNode | StatementNode)[], name: string): string {
  const dated = items.filter(({ data }) => data.date.edtf !== null).length;
  if (items.length === 0) return '';
  return dated === items.length ? pluralize(dated, name) : `${dated} of ${pluralize(items.length, name)}`;
}
