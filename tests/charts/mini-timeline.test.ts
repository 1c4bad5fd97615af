import { expect, it, test } from 'vitest';
import { miniTimeline } from '../../src/charts/timeline/mini-timeline.ts';
import { fixture, records } from '../support/chart-record.ts';

const isDated = ({ data }: { data: { date: { edtf: string | null } } }) => data.date.edtf !== null;

test.each(records)('a theme of %s has a mark for each dated event, and counts the dated statements', (_, record) => {
  const theme = record.themes[0]!;
  const events = [...new Set(theme.statements.flatMap((statement) => statement.events))];
  const chart = miniTimeline(record, theme.data.title, events, theme.statements)!;
  expect(chart.marks).toHaveLength(events.filter(isDated).length);
  expect(chart.desc).toContain(`${theme.statements.filter(isDated).length} of ${theme.statements.length} statements`);
  expect(chart.axis.markers).toHaveLength(record.entries.length);
});

test.each(records)('all statements of %s have one stem for each date, and the highest number has the tallest', (_, record) => {
  const { stems } = miniTimeline(record, 'All', [], record.statements)!;
  expect(stems).toHaveLength(new Set(record.statements.flatMap(({ data }) => data.date.edtf ?? [])).size);
  expect(Math.max(...stems.map(({ height }) => height))).toBe(22);
});

it('returns undefined if fewer than two things are dated', () => {
  const event = fixture.events.find(isDated)!;
  const undated = fixture.statements.filter((statement) => !isDated(statement));
  expect(miniTimeline(fixture, 'One', [event], [])).toBeUndefined();
  expect(miniTimeline(fixture, 'None', [], undated)).toBeUndefined();
  expect(miniTimeline(fixture, 'Two', [event], [fixture.statements.find(isDated)!])).toBeDefined();
});
