import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareDates, getBounds, getYear } from '../../src/dates/bounds.ts';
import { SEASON_MONTHS } from '../../src/dates/edtf-date.ts';
import { cases, edtfOrNull, edtfText } from '../support/dates.ts';

describe('getBounds', () => {
  test.each(cases.dates)('returns $from and $to for $edtf', ({ edtf, from, to }) => {
    expect(getBounds(edtf)).toEqual({ from, to });
  });

  it('never returns an end before the beginning', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        const { from, to } = getBounds(text);
        return from === null || to === null || from <= to;
      }),
    );
  });

  it('returns at least one bound, and only days of the calendar', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        const days = Object.values(getBounds(text)).filter((day) => day !== null);
        expect(days.length).toBeGreaterThan(0);
        for (const day of days) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      }),
    );
  });

  it('ignores approximation and uncertainty', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        expect(getBounds(text.replaceAll(/[?~%]/g, ''))).toEqual(getBounds(text));
      }),
    );
  });
});

describe('SEASON_MONTHS', () => {
  test.each([
    ['quarters', ['33', '34', '35', '36']],
    ['thirds', ['37', '38', '39']],
    ['halves', ['40', '41']],
    ['seasons', ['21', '22', '23', '24']],
    ['northern seasons', ['25', '26', '27', '28']],
    ['southern seasons', ['29', '30', '31', '32']],
  ])('has every month once in the %s', (_, codes) => {
    const months = codes.flatMap((code) => {
      const { first, months: length } = SEASON_MONTHS[code]!;
      return Array.from({ length }, (_unused, index) => ((first - 1 + index) % 12) + 1);
    });
    expect(months.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});

describe('compareDates', () => {
  const dates = fc.oneof(edtfOrNull, fc.constantFrom(...cases.order));

  it('sorts the cases in their order', () => {
    expect(cases.order.toReversed().sort(compareDates)).toEqual(cases.order);
  });

  it('is antisymmetric, and zero only for equal texts', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(Math.sign(compareDates(a, b))).toBe(0 - Math.sign(compareDates(b, a)));
        expect(compareDates(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(dates, dates, dates, (a, b, c) => {
        if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('sorts a date before all dates that begin later', () => {
    fc.assert(
      fc.property(edtfText, edtfText, (a, b) => {
        const [first, second] = [getBounds(a).from, getBounds(b).from];
        if (first !== null && second !== null && first < second) expect(compareDates(a, b)).toBeLessThan(0);
      }),
    );
  });
});

describe('getYear', () => {
  test.each([
    ['2016-12-14', 2016],
    ['201X', 2010],
    ['2014-24', 2014],
    ['2014/..', 2014],
    ['../2014', 2014],
    ['[..2015-06-11]', 2015],
    ['[2022..2026]', 2022],
    [null, null],
  ])('maps %s to the year %s', (text, year) => {
    expect(getYear(text)).toBe(year);
  });
});
