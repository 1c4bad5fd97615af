import { beforeAll, describe, expect, it } from 'vitest';
import { site } from '../support/browser-site.ts';
import { computeMetrics, formatReport, type QueryResult } from '../support/search-quality/metrics.ts';
import { loadQueries } from '../support/search-quality/query-set.ts';
import { queryAll } from '../support/search-quality/query-site.ts';

const { open } = site();

describe.each([
  { split: 'tuning', hit1: 0.92, hit5: 0.98, mrr: 0.95 },
  { split: 'held back', hit1: 0.92, hit5: 0.98, mrr: 0.95 },
  { split: 'readers', hit1: 0.9, hit5: 0.95, mrr: 0.93 },
] as const)('search, for the $split queries,', ({ split, ...lowest }) => {
  let results: QueryResult[];

  beforeAll(async () => {
    const page = await open('/search/');
    results = await queryAll(page, loadQueries(split));
    await page.context().close();
    console.log([`${split}:`, ...formatReport(results)].join('\n  '));
  }, 120_000);

  it('returns an answer first for enough queries', () => {
    expect(computeMetrics(results).hit1).toBeGreaterThanOrEqual(lowest.hit1);
  });

  it('returns an answer among the first five results for enough queries', () => {
    // Questions are a category of edition 2026.2: the bound is that of the other queries, and is not lowered for them.
    const others = results.filter(({ query }) => query.category !== 'questions');
    expect(others.length).toBeGreaterThan(0);
    expect(computeMetrics(others).hit5).toBeGreaterThanOrEqual(lowest.hit5);
  });

  it('affirms no absent thing and no wrong quotation', () => {
    const affirmed = results.filter(
      ({ query: { category }, paths }) => ['absent', 'wrong-quotations'].includes(category) && paths.length > 0,
    );
    expect(affirmed.map(({ query, paths }) => `${query.text}: ${paths.join(' ')}`)).toEqual([]);
  });

  it('has a sufficient mean reciprocal rank', () => {
    expect(computeMetrics(results).mrr).toBeGreaterThanOrEqual(lowest.mrr);
  });
});
