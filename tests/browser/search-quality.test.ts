import { beforeAll, describe, expect, it } from 'vitest';
import { site } from '../support/browser-site.ts';
import { computeMetrics, formatReport, type QueryResult } from '../support/search-quality/metrics.ts';
import { loadQueries } from '../support/search-quality/query-set.ts';
import { queryAll } from '../support/search-quality/query-site.ts';

const { open } = site();

describe.each(['tuning', 'held back'] as const)('search, for the %s queries,', (split) => {
  let results: QueryResult[];

  beforeAll(async () => {
    const page = await open('/search/');
    results = await queryAll(page, loadQueries(split));
    await page.context().close();
    console.log([`${split}:`, ...formatReport(results)].join('\n  '));
  }, 120_000);

  it('returns an answer first for 92 % of the queries', () => {
    expect(computeMetrics(results).hit1).toBeGreaterThanOrEqual(0.92);
  });

  it('returns an answer among the first five results for 98 % of the queries', () => {
    expect(computeMetrics(results).hit5).toBeGreaterThanOrEqual(0.98);
  });

  it('has a mean reciprocal rank of 0.95 or more', () => {
    expect(computeMetrics(results).mrr).toBeGreaterThanOrEqual(0.95);
  });
});
