import { describe, expect, it, test } from 'vitest';
import { computeMetrics, formatReport, getRank, type QueryResult } from '../support/search-quality/metrics.ts';

const result = (answers: string[], paths: string[], category = 'names'): QueryResult => ({
  query: { category, text: 'lamp oil', filters: {}, answers },
  paths,
});

describe('getRank', () => {
  test.each([
    ['the rank of the first of several answers', result(['/b/', '/c/'], ['/a/', '/c/', '/b/']), 2],
    ['0 if no result is an answer', result(['/b/'], ['/a/']), 0],
    ['0 if there are no results', result(['/b/'], []), 0],
    ['1 if nothing must be found and nothing is found', result([], []), 1],
    ['0 if nothing must be found and something is found', result([], ['/a/']), 0],
    ['0 if the answer is below the 50th result', result(['/b/'], [...Array.from({ length: 50 }, (_, n) => `/a${n}/`), '/b/']), 0],
  ])('returns %s', (_, each, rank) => {
    expect(getRank(each)).toBe(rank);
  });
});

describe('computeMetrics', () => {
  it('counts answers at rank 1 and up to rank 5, and averages reciprocal ranks', () => {
    const results = [
      result(['/a/'], ['/a/']),
      result(['/a/'], ['/b/', '/a/']),
      result(['/a/'], ['/1/', '/2/', '/3/', '/4/', '/5/', '/a/']),
      result(['/a/'], []),
    ];
    expect(computeMetrics(results)).toEqual({ queries: 4, hit1: 0.25, hit5: 0.5, mrr: (1 + 1 / 2 + 1 / 6) / 4 });
  });

  it('throws for an empty list', () => {
    expect(() => computeMetrics([])).toThrow('no queries to measure');
  });
});

describe('formatReport', () => {
  it('lists all metrics, those of each category, and the queries whose first result is wrong', () => {
    expect(formatReport([result(['/a/'], ['/a/']), result(['/a/'], ['/b/', '/a/']), result([], ['/b/'], 'nothing')])).toEqual([
      'hit@1 33.3 %, hit@5 66.7 %, MRR 0.500 (3 queries)',
      'names: hit@1 50.0 %, hit@5 100.0 %, MRR 0.750 (2 queries)',
      'nothing: hit@1 0.0 %, hit@5 0.0 %, MRR 0.000 (1 queries)',
      '✗ names | lamp oil | answer at 2, expected /a/ | found /b/ /a/ (2)',
      '✗ nothing | lamp oil | expected nothing | found /b/ (1)',
    ]);
  });
});
