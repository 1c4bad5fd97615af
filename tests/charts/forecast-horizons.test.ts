import { describe, expect, it } from 'vitest';
import { forecastHorizons } from '../../src/charts/timeline/forecast-horizons.ts';
import { MIN_WIDTH } from '../../src/charts/text-metrics.ts';
import { fixture, record } from '../support/chart-record.ts';

describe.each([
  ['the fixture', fixture],
  ['the Record', record],
])('The ledger of forecasts of %s', (_, them) => {
  const chart = forecastHorizons(them);
  const forecasts = them.statements.filter(({ data }) => data.kind === 'forecast');
  const dated = chart.groups.flatMap((group) => group.dated);
  const undated = chart.groups.flatMap((group) => group.undated);

  it('has every forecast once, with a date or without', () => {
    expect(dated.length + undated.length).toBe(forecasts.length);
    expect(new Set([...dated, ...undated].map(({ address }) => address)).size).toBe(forecasts.length);
    expect(dated).toHaveLength(forecasts.filter(({ data }) => data.horizon?.edtf).length);
  });

  it('says true numbers', () => {
    expect(chart.desc).toContain(`Of ${forecasts.length} forecast`);
    expect(chart.desc).toContain(`${dated.length} say until when`);
    expect(chart.desc).toContain(`${undated.length} give no date`);
    expect(chart.outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(forecasts.length);
  });

  it('draws no line backwards, none beyond the room for lines, and no two in one row', () => {
    for (const { from, to } of dated) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThanOrEqual(from);
      expect(to).toBeLessThan(80);
    }
    expect(new Set(dated.map(({ y }) => y)).size).toBe(dated.length);
    for (const { x } of undated) expect(x).toBeLessThan(MIN_WIDTH - 20);
    for (const { y } of [...dated, ...undated]) expect(y).toBeLessThan(chart.ground);
  });
});
