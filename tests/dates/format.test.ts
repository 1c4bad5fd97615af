import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { longFormat, shortFormat } from '../../src/dates/format-parts.ts';
import { formatDate, formatDay, formatDateShort } from '../../src/dates/format.ts';
import { cases } from '../support/date-cases.ts';
import { edtfText } from '../support/edtf-arbitraries.ts';

describe('sayDate', () => {
  test.each(cases.dates)('says $edtf as “$words”', ({ edtf, words }) => {
    expect(formatDate(edtf)).toBe(words);
  });

  test.each(cases.based)('says $edtf, $basis, as “$words”', ({ edtf, basis, words }) => {
    expect(formatDate(edtf, basis)).toBe(words);
  });

  it('refuses what is not EDTF', () => {
    expect(() => formatDate('last month')).toThrow(SyntaxError);
  });
});

describe('sayShort', () => {
  test.each(cases.dates)('says $edtf as “$short”', ({ edtf, short }) => {
    expect(formatDateShort(edtf)).toBe(short);
  });

  it('is never longer than the words', () => {
    fc.assert(fc.property(edtfText, (text) => formatDateShort(text).length <= formatDate(text).length + ' – '.length));
  });
});

describe('sayDay', () => {
  it('says a calendar day', () => {
    expect(formatDay('2016-12-14')).toBe('14 December 2016');
  });

  test.each(['2016-12', '2016-12-1X', '2016-12-14~', '2016-12-14/2016-12-15', '2015-02-29', ''])('refuses “%s”', (text) => {
    expect(() => formatDay(text)).toThrow(SyntaxError);
  });
});

describe.each([
  ['sayDate', formatDate, longFormat],
  ['sayShort', formatDateShort, shortFormat],
] as const)('%s invents no precision', (_, say, { months }) => {
  const monthName = new RegExp(`(?<![A-Za-z])(${months.join('|')})(?![a-z])`, 'g');

  it('names no month that the EDTF does not give', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        for (const [name] of say(text).matchAll(monthName)) expect(monthsIn(text)).toContain(months.indexOf(name) + 1);
      }),
    );
  });

  it('names no day that the EDTF does not give', () => {
    fc.assert(
      fc.property(edtfText, (text) => {
        for (const [number] of say(text).matchAll(/\b\d{1,2}\b/g)) expect(daysIn(text)).toContain(Number(number));
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
