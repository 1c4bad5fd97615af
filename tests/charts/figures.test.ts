import { describe, expect, it } from 'vitest';
import { figures, figuresOf } from '../../src/charts/figures.ts';
import { records } from '../support/record.ts';

describe.each(records)('the data of figures of %s', (_, record) => {
  it.each(Object.entries(figuresOf(record)))('have the same columns in each row of %s', (_name, { rows }) => {
    const all = rows(record, (path) => `https://example.org${path}`);
    expect(all.length).toBeGreaterThan(0);
    expect(new Set(all.map((row) => Object.keys(row).join()))).toHaveLength(1);
  });

  it('have a row for each statement, event, place and forecast', () => {
    const count = (name: keyof typeof figures) => figures[name].rows(record, String).length;
    expect(count('glance')).toBe(record.statements.length);
    expect(count('timeline')).toBe(record.events.length);
    expect(count('map')).toBe(record.places.length);
    expect(count('forecasts')).toBe(record.statements.filter(({ data }) => data.kind === 'forecast').length);
  });

  it('count every statement once by who speaks through whom', () => {
    const rows = figures.bands.rows(record, String);
    expect(rows.reduce((sum, { statements }) => sum + Number(statements), 0)).toBe(record.statements.length);
  });
});
