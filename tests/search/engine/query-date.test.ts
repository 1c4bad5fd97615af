import { describe, expect, it, test } from 'vitest';
import { findQueryDate, dateProximity } from '../../../src/search/engine/query-date.ts';

describe('a date that is asked for', () => {
  test.each([
    ['14 December 2016', '2016-12-14', '2016-12-14', ''],
    ['2016-12-14', '2016-12-14', '2016-12-14', ''],
    ['December 2016', '2016-12-01', '2016-12-31', ''],
    ['mid-December 2016', '2016-12-10', '2016-12-19', ''],
    ['late February 2024', '2024-02-20', '2024-02-29', ''],
    ['spring 2017', '2017-03-01', '2017-05-31', ''],
    ['winter 2016', '2016-12-01', '2017-02-28', ''],
    ['early 2017', '2017-01-01', '2017-04-30', ''],
    ['Feb 7', '02-07', '02-07', ''],
    ['ferry strike 2016', '2016-01-01', '2016-12-31', 'ferry strike'],
    ['2016年12月15日', '2016-12-15', '2016-12-15', ''],
    ['2015年', '2015-01-01', '2015-12-31', ''],
    ['7 февраля 2026', '2026-02-07', '2026-02-07', ''],
    ['в декабре 2016 года', '2016-12-01', '2016-12-31', 'в'],
  ])('is, in “%s”, from %s to %s, beside “%s”', (text, from, to, rest) => {
    expect(findQueryDate(text)).toMatchObject({ from, to, rest });
  });

  test.each(['12 agreements', '9-10% of LNG', '$2.5 billion', 'may be lifted', 'in May', 'Ferry'])('is not in “%s”', (text) => {
    expect(findQueryDate(text)).toBeUndefined();
  });

  it('is met best by what has that date, then by what lies within it, then by what spans it closely', () => {
    const asked = { from: '2016-12-01', to: '2016-12-31' };
    const spans = [
      ['2016-12-01', '2016-12-31'],
      ['2016-12-14', '2016-12-14'],
      ['2016-12-20', '2017-03-01'],
      ['2016-01-01', '2016-12-31'],
      ['2012-01-01', ''],
    ] as const;
    const near = spans.map((span) => dateProximity(span, asked));
    expect(near).toEqual(near.toSorted((a, b) => b - a));
    expect(new Set(near).size).toBe(spans.length);
    expect(dateProximity(['2017-01-01', '2017-01-31'], asked)).toBe(0);
  });
});
