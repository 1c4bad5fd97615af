import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatDate, formatDateShort, formatDay, longFormat, shortFormat } from '../../src/dates/format.ts';
import { cases, edtfText } from '../support/dates.ts';

describe('formatDate', () => {
  test.each(cases.dates)('formats $edtf as “$words”', ({ edtf, words }) => {
    expect(formatDate(edtf)).toBe(words);
  });

  test.each(cases.provenances)('formats $edtf, $provenance, as “$words”', ({ edtf, provenance, words }) => {
    expect(formatDate(edtf, provenance)).toBe(words);
  });

  it('throws for a text that is not EDTF', () => {
    expect(() => formatDate('last month')).toThrow(SyntaxError);
  });
});

describe('formatDateShort', () => {
  test.each(cases.dates)('formats $edtf as “$short”', ({ edtf, short }) => {
    expect(formatDateShort(edtf)).toBe(short);
  });

  it('is at most one dash longer than the words', () => {
    fc.assert(fc.property(edtfText, (text) => formatDateShort(text).length <= formatDate(text).length + ' – '.length));
  });
});

describe('formatDay', () => {
  it('formats a calendar day', () => {
    expect(formatDay('2016-12-14')).toBe('14 December 2016');
  });

  test.each(['2016-12', '2016-12-1X', '2016-12-14~', '2016-12-14/2016-12-15', '2015-02-29', ''])('throws for “%s”', (text) => {
    expect(() => formatDay(text)).toThrow(SyntaxError);
  });
});

describe.each([
  ['formatDate', formatDate, longFormat],
  ['formatDateShort', formatDateShort, shortFormat],
] as const)('%s', (_, format, { months }) => {
  const monthName = new RegExp(`(?<![A-Za-z])(${months.join('|')})(?![a-z])`, 'g');

  it('returns no month that the EDTF does not have', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        for (const [name] of format(text).matchAll(monthName)) expect(monthsIn(text)).toContain(months.indexOf(name) + 1);
      }),
    );
  });

  it('returns no day that the EDTF does not have', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        for (const [number] of format(text).matchAll(/\b\d{1,2}\b/g)) expect(daysIn(text)).toContain(Number(number));
      }),
    );
  });
});

function monthsIn(text: string): number[] {
  return [...text.replaceAll(/[?~%]/g, '').matchAll(/\d{4}-([01][\dX])/g)].flatMap(([, month = '']) => {
    if (month === '0X') return [1, 2, 3, 4, 5, 6, 7, 8, 9];
    return month === '1X' ? [10, 11, 12] : [Number(month)];
  });
}

function daysIn(text: string): number[] {
  return [...text.replaceAll(/[?~%]/g, '').matchAll(/\d{4}-\d\d-(\d\d)/g)].map(([, day]) => Number(day));
}
