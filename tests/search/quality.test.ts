import { describe, expect, it, test } from 'vitest';
import { byCategory, computeMetrics, getRank, formatFailures, formatMetrics, type QueryResult } from '../support/search-quality/metrics.ts';

const asked = (answers: string[], found: string[], category = 'names'): QueryResult => ({
  query: { category, text: 'lamp oil', filters: {}, answers },
  found,
});

describe('rankOf', () => {
  test.each([
    ['the first of several answers counts', asked(['/b/', '/c/'], ['/a/', '/c/', '/b/']), 2],
    ['no answer among the results is no rank', asked(['/b/'], ['/a/']), 0],
    ['nothing found is no rank', asked(['/b/'], []), 0],
    ['nothing found is right where nothing must be found', asked([], []), 1],
    ['anything found is wrong where nothing must be found', asked([], ['/a/']), 0],
    ['an answer below the fiftieth result is none', asked(['/b/'], [...Array.from({ length: 50 }, (_, n) => `/a${n}/`), '/b/']), 0],
  ])('%s', (_, each, rank) => {
    expect(getRank(each)).toBe(rank);
  });
});

describe('qualityOf', () => {
  it('counts first places, first five and the mean of reciprocal ranks', () => {
    const list = [
      asked(['/a/'], ['/a/']),
      asked(['/a/'], ['/b/', '/a/']),
      asked(['/a/'], ['/1/', '/2/', '/3/', '/4/', '/5/', '/a/']),
      asked(['/a/'], []),
    ];
    expect(computeMetrics(list)).toEqual({ queries: 4, hit1: 0.25, hit5: 0.5, mrr: (1 + 1 / 2 + 1 / 6) / 4 });
    expect(formatMetrics(computeMetrics(list))).toBe('hit@1 25.0 %, hit@5 50.0 %, MRR 0.417 (4 queries)');
  });

  it('refuses to measure nothing', () => {
    expect(() => computeMetrics([])).toThrow('No query');
  });
});

describe('what is reported', () => {
  it('is every query that was not answered first', () => {
    expect(formatFailures([asked(['/a/'], ['/a/']), asked(['/a/'], ['/b/', '/a/']), asked([], ['/b/'])])).toEqual([
      'names | lamp oil | answer at 2, wanted /a/ | found /b/ /a/ (2)',
      'names | lamp oil | wanted nothing | found /b/ (1)',
    ]);
  });

  it('is quality by category', () => {
    expect(byCategory([asked(['/a/'], ['/a/']), asked([], ['/a/'], 'nothing')]).map(([category, { hit1 }]) => [category, hit1])).toEqual([
      ['names', 1],
      ['nothing', 0],
    ]);
  });
});
