import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeAxis, getRecordTimeScale, createTimeScale, toDecimalYear } from '../../src/charts/time-scale.ts';
import { isoDay } from '../../src/dates/edtf-date.ts';
import { record } from '../support/record.ts';

const year = fc.oneof(fc.integer({ min: 1800, max: 2100 }), fc.constantFrom(1855, 1945, 1956, 2012, 2016, 2017, 2024));
const day = fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map((parts) => isoDay(...parts));
const days = fc.array(day, { minLength: 1, maxLength: 60 });

/** Dates in three busy runs of years, two lone years and gaps of every kind. */
const dates = ['1945', '1945', '2012', '2012', '2014', '2014', '2016', '2016', '2022', '2024', '2024', '2025', '2025', '2026-05'];
const scale = createTimeScale(dates);
const breaks = (texts: string[]) => createTimeScale(texts).segments.filter(({ broken }) => broken).map(({ from, to }) => [from, to - 1]); // prettier-ignore

describe('createTimeScale', () => {
  it('places every day after the days before it', () => {
    fc.assert(
      fc.property(days, (some) => {
        const { x } = createTimeScale(some);
        const sorted = [...new Set(some)].toSorted();
        for (const [index, later] of sorted.slice(1).entries()) expect(x(later)).toBeGreaterThan(x(sorted[index]!));
      }),
    );
  });

  it('places every day inside the chart, even a day outside the scale', () => {
    fc.assert(
      fc.property(days, day, (some, other) => {
        const { x } = createTimeScale(some);
        for (const at of [...some, other].map(x)) expect(at >= 2 && at <= 98 + 1e-6).toBe(true);
      }),
    );
  });

  it('has segments without gaps, from the first to the last year, and at least half of the chart at full scale', () => {
    fc.assert(
      fc.property(days, (some) => {
        const { segments, x } = createTimeScale(some);
        const years = some.map((text) => Number(text.slice(0, 4)));
        expect([segments[0]!.from, segments.at(-1)!.to]).toEqual([Math.min(...years), Math.max(...years) + 1]);
        expect(segments.at(-1)!.end).toBeCloseTo(98);
        for (const [index, segment] of segments.entries()) {
          expect(x(`${segment.from}-01-01`)).toBeCloseTo(segment.start);
          expect(segment.start).toBe(index === 0 ? 2 : segments[index - 1]!.end);
          expect(segment.broken ? segment.compression : 1).toBeGreaterThanOrEqual(1);
        }
        const broken = segments.filter((segment) => segment.broken).reduce((sum, { start, end }) => sum + end - start, 0);
        expect(broken).toBeLessThanOrEqual(48 + 1e-6);
      }),
    );
  });

  it('compresses runs of years with few dates, and draws all other years at one scale', () => {
    expect(breaks(dates)).toEqual([
      [1945, 2011],
      [2017, 2023],
    ]);
    const width = (year: number) => scale.x(`${year + 1}-01-01`) - scale.x(`${year}-01-01`);
    for (const year of [2013, 2014, 2015, 2016, 2024, 2025]) expect(width(year)).toBeCloseTo(width(2012));
    for (const { broken, from, compression } of scale.segments)
      expect(broken ? Math.round(width(2012) / width(from)) : 1).toBe(compression);
  });

  it('needs three dates for a segment at full scale, and five years for a break', () => {
    expect(breaks([...dates, '1945'])).toEqual([
      [1946, 2011],
      [2017, 2023],
    ]);
    expect(breaks([...dates, '2019', '2019'])).toEqual([[1945, 2011]]);
    expect(breaks(['2016', '2016', '2016', '2021', '2021', '2021'])).toEqual([]);
  });

  it('includes further dates without drawing their years at full scale', () => {
    expect(createTimeScale(dates, ['1855', '1855', '1855']).segments[0]).toMatchObject({ from: 1855, to: 2012, broken: true });
  });

  it('returns an empty scale without dates', () => {
    expect(timeAxis([], createTimeScale([null]))).toMatchObject({ markers: [], years: [], breaks: [], sentence: '' });
  });
});

it('getRecordTimeScale returns a scale from the first to the last date of the Record', () => {
  const { segments } = getRecordTimeScale(record);
  const years = record.events.flatMap(({ data }) => /\d{4}/.exec(data.date.edtf ?? '')?.map(Number) ?? []);
  expect(segments[0]!.from).toBeLessThanOrEqual(Math.min(...years));
  expect(segments.at(-1)!.to).toBeGreaterThan(Math.max(...years));
});

it('toDecimalYear counts the days of leap years', () => {
  expect(toDecimalYear('2016-01-01')).toBe(2016);
  expect(toDecimalYear('2016-12-31')).toBeCloseTo(2016 + 365 / 366);
  expect(toDecimalYear('2015-07-02')).toBeCloseTo(2015 + 182 / 365);
});
