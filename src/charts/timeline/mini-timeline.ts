import { compareCodeUnits } from '../../record/sort.ts';
import type { EventNode, StatementNode, TheRecord } from '../../record/model.ts';
import { getYear } from '../../dates/bounds.ts';
import { eventStatuses, type EventStatus } from '../../schema/event.ts';
import { placeEvents, type EventMark } from './event-marks.ts';
import { eventData } from './event-data.ts';
import { getDayRange } from './day-range.ts';
import { pluralize } from '../../text/plural.ts';
import { timeAxis, type TimeAxis } from './time-axis.ts';
import { getTimeScale } from './overview.ts';

/** Statements about one date. */
export interface Stem {
  x: number;
  /** Its height in pixels, by how many they are. */
  height: number;
  bar?: { start: number; end: number };
}

/** What one actor, theme or event has in time, on the scale of the overview. */
export interface MiniTimeline {
  title: string;
  desc: string;
  /** What marks and stems mean, in words. */
  key: string;
  height: number;
  /** Where the stems stand, in pixels from the top. */
  ground: number;
  axis: TimeAxis;
  /** Articles that have statements here, by id. */
  speaking: ReadonlySet<string>;
  marks: (EventMark & { y: number })[];
  stems: Stem[];
}

/** So many articles at most get a line each; of more, only those that have statements here. */
const MAX_MARKS = 40;

/** Heights in pixels. */
const LANE = 10;
const TALLEST = 22;
const ABOVE = 4;

/**
 * The drawing for a thing with a name, the events that belong to it and the statements about it.
 * Undefined where fewer than two of them are dated.
 */
export function miniTimeline(
  record: TheRecord,
  name: string,
  events: readonly EventNode[],
  statements: readonly StatementNode[],
): MiniTimeline | undefined {
  const scale = getTimeScale(record);
  const dated = statements.filter(({ data }) => data.date.edtf !== null);
  const placed = placeEvents(events.map(eventData), scale);
  if (placed.length + dated.length < 2) return undefined;
  const lanes = placed.length === 0 ? 0 : 1 + Math.max(...placed.map(({ lane }) => lane));
  const speaking = new Set(statements.map(({ entry }) => entry.id));
  const ground = ABOVE + lanes * LANE + (dated.length > 0 ? TALLEST + 4 : 2);
  return {
    title: `${name} in time`,
    desc: describeTimeline(events, statements),
    key: keyOf(placed, dated.length > 0),
    height: ground + 1,
    ground,
    axis: timeAxis(record.entries.length > MAX_MARKS ? record.entries.filter(({ id }) => speaking.has(id)) : record.entries, scale),
    speaking,
    marks: placed.map((mark) => ({ ...mark, y: ABOVE + (mark.lane + 0.5) * LANE })),
    stems: stemsOf(dated, scale.x),
  };
}

function stemsOf(dated: readonly StatementNode[], x: (day: string) => number): Stem[] {
  const groups = [...Map.groupBy(dated, ({ data }) => data.date.edtf!)].toSorted(([a], [b]) => compareCodeUnits(a, b));
  const most = Math.max(...groups.map(([, group]) => group.length));
  return groups.map(([edtf, group]) => {
    const { from, to } = getDayRange(edtf)!;
    const [start, end] = [x((from ?? to)!), x((to ?? from)!)];
    return {
      x: (start + end) / 2,
      height: Math.round(4 + ((TALLEST - 4) * (group.length - 1)) / Math.max(1, most - 1)),
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
  const parts = [ratio(events, 'event'), ratio(statements, 'statement')].filter(Boolean);
  return `Dated: ${parts.join(' and ')}, ${when}.`;
}

/** How a mark shows what did not simply happen. */
const fillings: Record<EventStatus, string> = {
  happened: '',
  announced: 'with a dot: announced',
  expected: 'hollow: expected',
  conditional: 'dashed: conditional',
  ended: 'struck out: broken off',
};

function keyOf(marks: readonly EventMark[], hasStems: boolean): string {
  const other = eventStatuses.filter((status) => fillings[status] && marks.some(({ event }) => event.status === status));
  const said = other.length > 0 ? ` (${other.map((status) => fillings[status]).join('; ')})` : '';
  const parts = [marks.length > 0 && `Marks are events${said}`, hasStems && 'stems are statements'].filter(Boolean).join(', ');
  return `${parts.replace(/^s/, 'S')}.`;
}

function ratio(things: readonly (EventNode | StatementNode)[], name: string): string {
  const dated = things.filter(({ data }) => data.date.edtf !== null).length;
  if (things.length === 0) return '';
  return dated === things.length ? pluralize(dated, name) : `${dated} of ${pluralize(things.length, name)}`;
}
