import { describe, expect, it, test } from 'vitest';
import { findQueryDate, dateProximity } from '../../../src/search/engine/query-date.ts';

describe('findQueryDate', () => {
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
    ['02/02/2026', '2026-02-02', '2026-02-02', ''],
    ['12/15/2016', '2016-12-15', '2016-12-15', ''],
    ['15-12-2016', '2016-12-15', '2016-12-15', ''],
    ['令和8年2月2日', '2026-02-02', '2026-02-02', ''],
    ['平成28年', '2016-01-01', '2016-12-31', ''],
    ['令和元年5月', '2019-05-01', '2019-05-31', ''],
    ['昭和２０年８月', '1945-08-01', '1945-08-31', ''],
    ['7 февраля 2026', '2026-02-07', '2026-02-07', ''],
    ['в декабре 2016 года', '2016-12-01', '2016-12-31', 'в'],
  ])('finds in “%s” the days from %s to %s, and the rest “%s”', (text, from, to, rest) => {
    expect(findQueryDate(text)).toEqual({ from, to, rest });
  });

  it('returns both readings of a date whose day and month are not certain', () => {
    const date = findQueryDate('02/07/2026')!;
    expect(date).toMatchObject({ from: '2026-07-02', other: { from: '2026-02-07', to: '2026-02-07' } });
    expect(dateProximity(['2026-02-07', '2026-02-07'], date)).toBe(1);
    expect(dateProximity(['2026-07-02', '2026-07-02'], date)).toBe(1);
  });

  test.each(['12 agreements', '9-10% of LNG', '$2.5 billion', 'may be lifted', 'in May', 'Ferry'])('finds no date in “%s”', (text) => {
    expect(findQueryDate(text)).toBeUndefined();
  });
});

describe('dateProximity', () => {
  const december = { from: '2016-12-01', to: '2016-12-31' };

  it('ranks the same period first, then a day within it, then periods that overlap with it', () => {
    const spans = [
      ['2016-12-01', '2016-12-31'],
      ['2016-12-14', '2016-12-14'],
      ['2016-12-20', '2017-03-01'],
      ['2016-01-01', '2016-12-31'],
      ['2012-01-01', ''],
    ] as const;
    const proximities = spans.map((span) => dateProximity(span, december));
    expect(proximities).toEqual(proximities.toSorted((a, b) => b - a));
    expect(new Set(proximities).size).toBe(spans.length);
  });

  it('returns 0 for a period without a common day', () => {
    expect(dateProximity(['2017-01-01', '2017-01-31'], december)).toBe(0);
  });
});
