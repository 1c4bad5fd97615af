import { describe, expect, it } from 'vitest';
import { coverageBars, scaleBars } from '../../src/charts/tables/bars.ts';
import { compareMatrix } from '../../src/charts/tables/compare-matrix.ts';
import { longestGap } from '../../src/text/plural.ts';
import { getYear } from '../../src/dates/bounds.ts';
import { record } from '../support/chart-record.ts';

describe('Bars', () => {
  const charts = coverageBars(record);
  const sum = (rows: { bars: { count: number }[] }[]) => rows.flatMap(({ bars }) => bars).reduce((all, { count }) => all + count, 0);

  it('by kind and by side count every statement once', () => {
    expect(sum(charts.byKind.rows)).toBe(record.statements.length);
    expect(sum(charts.bySide.rows)).toBe(record.statements.length);
  });

  it('by year count every dated statement, and show the years between', () => {
    expect(sum(charts.byYear.rows)).toBe(record.statements.filter(({ data }) => data.date.edtf).length);
    const gap = longestGap(record.statements.flatMap(({ data }) => getYear(data.date.edtf) ?? []))!;
    expect(gap.to).toBeGreaterThan(gap.from);
    expect(charts.byYear.rows).toContainEqual({ name: `${gap.from}–${gap.to}`, bars: [{ count: 0, length: 0 }] });
  });

  it('are as long as their numbers, the longest 100 per cent', () => {
    const rows = scaleBars([
      { name: 'a', counts: [10, 5] },
      { name: 'b', counts: [0, 1] },
    ]);
    expect(rows.map(({ bars }) => bars.map(({ length }) => length))).toEqual([
      [100, 50],
      [0, 10],
    ]);
  });
});

describe('The matrix of questions and articles', () => {
  const chart = compareMatrix(record);
  const rows = chart.themes.flatMap(({ questions }) => questions);

  it('has every question once, with a cell for every article', () => {
    expect(rows).toHaveLength(record.themes.reduce((sum, { questions }) => sum + questions.length, 0));
    expect(new Set(rows.map(({ anchor }) => anchor)).size).toBe(rows.length);
    for (const { counts } of rows) expect(counts).toHaveLength(record.entries.length);
  });

  it('is empty exactly where an article is silent, and says how often', () => {
    const filled = rows.flatMap(({ counts }) => counts).filter((count) => count > 0).length;
    const positions = record.themes.flatMap(({ questions }) => questions.flatMap((question) => question.positions));
    expect(filled).toBe(positions.filter(({ text }) => text).length);
    expect(chart.desc).toContain(`${filled} positions and ${positions.length - filled} silences on ${rows.length} questions`);
    expect(chart.entries.reduce((sum, { speaking }) => sum + speaking, 0)).toBe(filled);
  });
});

it('The longest gap is the first of the longest runs of years with nothing', () => {
  expect(longestGap([1945, 2012, 2014])).toEqual({ from: 1946, to: 2011 });
  expect(longestGap([2014, 2016, 2018])).toEqual({ from: 2015, to: 2015 });
  expect(longestGap([2014, 2015])).toBeUndefined();
  expect(longestGap([])).toBeUndefined();
});
