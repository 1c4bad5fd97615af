import { expect, it } from 'vitest';
import { miniTimeline } from '../../src/charts/timeline/mini-timeline.ts';
import { record } from '../support/chart-record.ts';

const theme = record.themes[0]!;
const events = [...new Set(theme.statements.flatMap((statement) => statement.events))];
const isDated = ({ data }: { data: { date: { edtf: string | null } } }) => data.date.edtf !== null;

it('A small timeline draws each dated event once and says how many of all are dated', () => {
  const chart = miniTimeline(record, theme.data.title, events, theme.statements)!;
  expect(chart.marks).toHaveLength(events.filter(isDated).length);
  expect(chart.desc).toContain(`${theme.statements.filter(isDated).length} of ${theme.statements.length} statements`);
  expect(chart.axis.markers).toHaveLength(record.entries.length);
});

it('A small timeline has one stem for each date, the tallest for the most statements', () => {
  const { stems } = miniTimeline(record, 'All', [], record.statements)!;
  expect(stems).toHaveLength(new Set(record.statements.flatMap(({ data }) => data.date.edtf ?? [])).size);
  expect(Math.max(...stems.map(({ height }) => height))).toBe(22);
});

it('Nothing is drawn where fewer than two things are dated', () => {
  const event = record.events.find(isDated)!;
  const undated = record.statements.filter((statement) => !isDated(statement));
  expect(miniTimeline(record, 'One', [event], [])).toBeUndefined();
  expect(miniTimeline(record, 'None', [], undated)).toBeUndefined();
  expect(miniTimeline(record, 'Two', [event], [record.statements.find(isDated)!])).toBeDefined();
});
