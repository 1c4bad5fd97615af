import { beforeAll, describe, expect, it } from 'vitest';
import { queryAll } from '../support/search-quality/query-site.ts';
import { byCategory, computeMetrics, formatFailures, formatMetrics, type QueryResult } from '../support/search-quality/metrics.ts';
import { loadQueries } from '../support/search-quality/query-set.ts';
import { site } from '../support/browser-site.ts';

const { open } = site();
const base = (process.env.BASE_PATH ?? '').replace(/\/+$/, '');

describe.each(['tuning', 'held back'] as const)('the %s half of the search queries', (half) => {
  let asked: QueryResult[];

  beforeAll(async () => {
    const page = await open('/search/');
    asked = await queryAll(page, loadQueries(half), base);
    await page.context().close();
    console.log(
      [
        `${half}: ${formatMetrics(computeMetrics(asked))}`,
        ...byCategory(asked).map(([category, quality]) => `  ${category}: ${formatMetrics(quality)}`),
        ...formatFailures(asked).map((line) => `  ✗ ${line}`),
      ].join('\n'),
    );
  }, 120_000);

  it('is answered by the first result in 92 of 100 cases', () => {
    expect(computeMetrics(asked).hit1).toBeGreaterThanOrEqual(0.92);
  });

  it('is answered within five results in 98 of 100 cases', () => {
    expect(computeMetrics(asked).hit5).toBeGreaterThanOrEqual(0.98);
  });

  it('has a mean reciprocal rank of .95 or more', () => {
    expect(computeMetrics(asked).mrr).toBeGreaterThanOrEqual(0.95);
  });
});
