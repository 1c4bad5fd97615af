import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { getBounds } from '../../src/dates/bounds.ts';
import { SEASON_MONTHS } from '../../src/dates/season.ts';
import { cases } from '../support/date-cases.ts';
import { edtfText } from '../support/edtf-arbitraries.ts';

describe('boundsOf', () => {
  test.each(cases.dates)('$edtf lies from $from to $to', ({ edtf, from, to }) => {
    expect(getBounds(edtf)).toEqual({ from, to });
  });

  it('never ends before it begins', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        const { from, to } = getBounds(text);
        return from === null || to === null || from <= to;
      }),
    );
  });

  it('bounds every date on one side at least, with days of the calendar', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        const days = Object.values(getBounds(text)).filter((day) => day !== null);
        expect(days.length).toBeGreaterThan(0);
        for (const day of days) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      }),
    );
  });

  it('is not moved by approximation or uncertainty', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        expect(getBounds(text.replaceAll(/[?~%]/g, ''))).toEqual(getBounds(text));
      }),
    );
  });

  test.each([
    ['quarters', [33, 34, 35, 36]],
    ['thirds', [37, 38, 39]],
    ['halves', [40, 41]],
  ])('the %s fill the year without gap or overlap', (_, codes) => {
    const months = codes.flatMap((code) => {
      const span = SEASON_MONTHS[String(code)];
      return Array.from({ length: span?.months ?? 0 }, (_unused, index) => (span?.first ?? 0) + index);
    });
    expect(months).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test.each([[[21, 22, 23, 24]], [[25, 26, 27, 28]], [[29, 30, 31, 32]]])(
    'the seasons %s have three months each and share none',
    (codes) => {
      const months = codes.flatMap((code) => {
        const first = SEASON_MONTHS[String(code)]?.first ?? 0;
        return [first, first + 1, first + 2].map((month) => ((month - 1) % 12) + 1);
      });
      expect(new Set(months).size).toBe(12);
    },
  );
});
