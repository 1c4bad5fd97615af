import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDecimalYear, timeScale } from '../../src/charts/timeline/time-scale.ts';
import { isoDay } from '../../src/dates/day-range.ts';

const day = fc
  .tuple(fc.integer({ min: 1800, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => isoDay(year, month, date));

describe('The scale of time', () => {
  it('never turns back, and keeps days apart that it has room for', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const { x } = timeScale([a, b]);
        const [first, last] = [a, b].toSorted();
        if (first === last) expect(x(a)).toBe(x(b));
        else expect(x(first!)).toBeLessThan(x(last!));
      }),
    );
  });

  it('draws every day inside the drawing, also one that it was not made for', () => {
    fc.assert(
      fc.property(day, (any) => {
        const at = timeScale().x(any);
        expect(at).toBeGreaterThanOrEqual(2);
        expect(at).toBeLessThanOrEqual(98);
      }),
    );
  });

  it('begins each era where the one before it ends', () => {
    const { segments, x } = timeScale();
    expect(segments[0]).toMatchObject({ from: 1945, start: 2 });
    expect(segments.at(-1)).toMatchObject({ to: 2027 });
    expect(segments.at(-1)!.end).toBeCloseTo(98);
    for (const [index, era] of segments.entries()) {
      expect(x(`${era.from}-01-01`)).toBeCloseTo(era.start);
      expect(era.start).toBe(index === 0 ? 2 : segments[index - 1]!.end);
    }
  });

  it('is broken from 1945 to 2011 and from 2018 to 2023, and one scale elsewhere', () => {
    const { segments, x } = timeScale();
    expect(segments.filter(({ broken }) => broken).map(({ from, to }) => [from, to - 1])).toEqual([
      [1945, 2011],
      [2018, 2023],
    ]);
    const year = (from: number) => x(`${from + 1}-01-01`) - x(`${from}-01-01`);
    for (const other of [2013, 2014, 2015, 2016, 2017, 2024, 2025]) expect(year(other)).toBeCloseTo(year(2012));
    for (const { broken, from, times } of segments) {
      if (broken) expect(Math.round(year(2012) / year(from))).toBe(times);
      else expect(times).toBe(1);
    }
  });

  it('counts days of leap years', () => {
    expect(toDecimalYear('2016-01-01')).toBe(2016);
    expect(toDecimalYear('2016-12-31')).toBeCloseTo(2016 + 365 / 366);
    expect(toDecimalYear('2015-07-02')).toBeCloseTo(2015 + 182 / 365);
  });
});
