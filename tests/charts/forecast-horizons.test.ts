import { describe, expect, it } from 'vitest';
import { MIN_WIDTH } from '../../src/charts/text-metrics.ts';
import { forecastHorizons } from '../../src/charts/timeline/forecast-horizons.ts';
import { records } from '../support/chart-record.ts';

describe.each(records)('forecastHorizons of %s', (_, record) => {
  const chart = forecastHorizons(record);
  const forecasts = record.statements.filter(({ data }) => data.kind === 'forecast');
  const dated = chart.groups.flatMap((group) => group.dated);
  const undated = chart.groups.flatMap((group) => group.undated);

  it('has every forecast once, with a date or without', () => {
    expect(dated.length + undated.length).toBe(forecasts.length);
    expect(new Set([...dated, ...undated].map(({ address }) => address)).size).toBe(forecasts.length);
    expect(dated).toHaveLength(forecasts.filter(({ data }) => data.horizon?.edtf).length);
  });

  it('counts all forecasts, the dated ones and the outcomes', () => {
    expect(chart.desc).toContain(`Of ${forecasts.length} forecast`);
    expect(chart.desc).toContain(`${dated.length} say until when`);
    expect(chart.desc).toContain(`${undated.length} give no date`);
    expect(chart.outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(forecasts.length);
  });

  it('has no line backwards, no line in the space for words, and no two lines in one row', () => {
    for (const { from, to } of dated) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThanOrEqual(from);
      expect(to).toBeLessThan(80);
    }
    expect(new Set(dated.map(({ y }) => y)).size).toBe(dated.length);
    for (const { x } of undated) expect(x).toBeLessThan(MIN_WIDTH - 20);
    for (const { y } of [...dated, ...undated]) expect(y).toBeLessThan(chart.axisY);
  });
});
