import { describe, expect, it } from 'vitest';
import { getBounds } from '../../src/dates/bounds.ts';
import { forecastLines } from '../../src/charts/forecast-lines.ts';
import { forecasts } from '../../src/views/forecasts.ts';
import { records } from '../support/record.ts';

describe.each(records)('forecastLines of %s', (_, record) => {
  const page = forecasts(record);
  const chart = forecastLines(page);
  const rows = chart.groups.flatMap((group) => group.rows);

  it('draws each forecast with a link once', () => {
    const expected = page.all.filter(({ later }) => later.length > 0).map(({ line }) => line.address);
    expect(rows.map(({ address }) => address).toSorted()).toEqual(expected.toSorted());
  });

  it('draws marks inside the chart, with space between them', () => {
    for (const { x, reports, horizon } of rows) {
      const marks = [x, ...reports.map((report) => report.x)].toSorted((a, b) => a - b);
      for (const [index, mark] of marks.slice(1).entries()) expect(mark - marks[index]!).toBeGreaterThanOrEqual(4.5 - 1e-6);
      expect(marks[0]).toBeGreaterThanOrEqual(0);
      expect(marks.at(-1)).toBeLessThanOrEqual(100);
      if (horizon) expect(horizon.x).toBeGreaterThanOrEqual(x);
    }
  });

  it('draws a statement before the forecast if it was made before', () => {
    for (const [index, { statement, later }] of chart.groups.flatMap((group) => group.forecasts).entries()) {
      const said = (each: typeof statement) => each.data.said?.edtf ?? null;
      const { x, reports } = rows[index]!;
      const [first] = later;
      if (first?.statement.entry !== statement.entry || said(statement) === null || said(first.statement) === null) continue;
      expect(reports[0]!.x < x).toBe(getBounds(said(first.statement)).to! < getBounds(said(statement)).to!);
    }
  });

  it('draws one mark for each later article and names each later statement', () => {
    for (const [index, { later }] of chart.groups.flatMap((group) => group.forecasts).entries()) {
      const row = rows[index]!;
      expect(row.reports).toHaveLength(new Set(later.map(({ statement }) => statement.entry)).size);
      expect(row.later).toHaveLength(later.length);
    }
  });

  it('names the kind of a later statement that is itself a forecast or an opinion, and of no report', () => {
    for (const [index, { later }] of chart.groups.flatMap((group) => group.forecasts).entries()) {
      for (const [at, { statement, words }] of later.entries()) {
        const { kind } = statement.data;
        const shown = rows[index]!.later[at]!.words;
        if (kind === 'forecast' || kind === 'opinion') expect(shown).toBe(`${kind}: ${words}`);
        if (kind === 'reported-fact') expect(shown).toBe(words);
      }
    }
  });

  it('labels years from left to right', () => {
    const positions = chart.years.map(({ x }) => x);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  });
});
