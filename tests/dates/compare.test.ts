import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { getBounds } from '../../src/dates/bounds.ts';
import { compareDates, getYear } from '../../src/dates/compare.ts';
import { cases } from '../support/date-cases.ts';
import { edtfOrNull, edtfText } from '../support/edtf-arbitraries.ts';

const nearby = fc.oneof(edtfOrNull, fc.constantFrom(...cases.order));

describe('compareDates', () => {
  test('the cases stand in order', () => {
    expect(cases.order.toReversed().sort(compareDates)).toEqual(cases.order);
  });

  it('is antisymmetric, and zero only for the same text', () => {
    fc.assert(
      fc.property(nearby, nearby, (a, b) => {
        expect(Math.sign(compareDates(a, b))).toBe(0 - Math.sign(compareDates(b, a)));
        expect(compareDates(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(nearby, nearby, nearby, (a, b, c) => {
        if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) expect(compareDates(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('sorts every permutation to the same order', () => {
    const permutation = fc
      .array(nearby, { maxLength: 12 })
      .chain((dates) => fc.tuple(fc.constant(dates), fc.shuffledSubarray(dates, { minLength: dates.length })));
    fc.assert(
      fc.property(permutation, ([dates, shuffled]) => {
        expect(shuffled.toSorted(compareDates)).toEqual(dates.toSorted(compareDates));
      }),
    );
  });

  it('never puts a later beginning first', () => {
    fc.assert(
      fc.property(edtfText, edtfText, (a, b) => {
        const [first, second] = [getBounds(a).from, getBounds(b).from];
        if (first !== null && second !== null && first < second) expect(compareDates(a, b)).toBeLessThan(0);
      }),
    );
  });
});

describe('yearOf', () => {
  test.each([
    ['2016-12-14', 2016],
    ['201X', 2010],
    ['2014-24', 2014],
    ['2014/..', 2014],
    ['../2014', 2014],
    ['[..2015-06-11]', 2015],
    ['[2022..2026]', 2022],
    [null, null],
  ])('lists %s under %s', (text, year) => {
    expect(getYear(text)).toBe(year);
  });
});
