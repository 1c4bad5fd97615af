import { describe, expect, it } from 'vitest';
import { coverageBars, scaleBars } from '../../src/charts/tables/bars.ts';
import { compareMatrix } from '../../src/charts/tables/compare-matrix.ts';
import { longestGap } from '../../src/text/english.ts';
import { getYear } from '../../src/dates/bounds.ts';
import { record, records } from '../support/chart-record.ts';

describe.each(records)('coverageBars of %s', (_, record) => {
  const charts = coverageBars(record);
  const sum = (rows: { bars: { count: number }[] }[]) => rows.flatMap(({ bars }) => bars).reduce((all, { count }) => all + count, 0);

  it('counts every statement once by kind and by side', () => {
    expect(sum(charts.byKind.rows)).toBe(record.statements.length);
    expect(sum(charts.bySide.rows)).toBe(record.statements.length);
  });

  it('counts every dated statement once by year', () => {
    expect(sum(charts.byYear.rows)).toBe(record.statements.filter(({ data }) => data.date.edtf).length);
  });
});

it('coverageBars has one row for each run of years without statements', () => {
  const gap = longestGap(record.statements.flatMap(({ data }) => getYear(data.date.edtf) ?? []))!;
  expect(gap.to).toBeGreaterThan(gap.from);
  expect(coverageBars(record).byYear.rows).toContainEqual({ name: `${gap.from}–${gap.to}`, bars: [{ count: 0, length: 0 }] });
});

it('scaleBars returns lengths in per cent of the largest number', () => {
  const rows = scaleBars([
    { name: 'a', counts: [10, 5] },
    { name: 'b', counts: [0, 1] },
  ]);
  expect(rows.map(({ bars }) => bars.map(({ length }) => length))).toEqual([
    [100, 50],
    [0, 10],
  ]);
});

describe.each(records)('compareMatrix of %s', (_, record) => {
  const chart = compareMatrix(record);
  const rows = chart.themes.flatMap(({ questions }) => questions);

  it('has every question once, with a cell for every article', () => {
    expect(rows).toHaveLength(record.themes.reduce((sum, { questions }) => sum + questions.length, 0));
    expect(new Set(rows.map(({ anchor }) => anchor)).size).toBe(rows.length);
    for (const { counts } of rows) expect(counts).toHaveLength(record.entries.length);
  });

  it('has an empty cell exactly for each silence, and counts them', () => {
    const filled = rows.flatMap(({ counts }) => counts).filter((count) => count > 0).length;
    const positions = record.themes.flatMap(({ questions }) => questions.flatMap((question) => question.positions));
    expect(filled).toBe(positions.filter(({ text }) => text).length);
    expect(chart.desc).toContain(`${filled} positions and ${positions.length - filled} silences on ${rows.length} questions`);
    expect(chart.entries.reduce((sum, { speaking }) => sum + speaking, 0)).toBe(filled);
  });
});
