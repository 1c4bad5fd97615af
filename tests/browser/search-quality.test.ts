import { beforeAll, describe, expect, it } from 'vitest';
import { askAll } from '../support/search-quality/query-site.ts';
import { byCategory, qualityOf, sayFailures, sayQuality, type Asked } from '../support/search-quality/metrics.ts';
import { querySet } from '../support/search-quality/query-set.ts';
import { site } from '../support/browser-site.ts';

const { open } = site();
const base = (process.env.BASE_PATH ?? '').replace(/\/+$/, '');

describe.each(['tuning', 'held back'] as const)('the %s half of the search queries', (half) => {
  let asked: Asked[];

  beforeAll(async () => {
    const page = await open('/search/');
    asked = await askAll(page, querySet(half), base);
    await page.context().close();
    console.log(
      [
        `${half}: ${sayQuality(qualityOf(asked))}`,
        ...byCategory(asked).map(([category, quality]) => `  ${category}: ${sayQuality(quality)}`),
        ...sayFailures(asked).map((line) => `  ✗ ${line}`),
      ].join('\n'),
    );
  }, 120_000);

  it('is answered by the first result in 92 of 100 cases', () => {
    expect(qualityOf(asked).hit1).toBeGreaterThanOrEqual(0.92);
  });

  it('is answered within five results in 98 of 100 cases', () => {
    expect(qualityOf(asked).hit5).toBeGreaterThanOrEqual(0.98);
  });

  it('has a mean reciprocal rank of .95 or more', () => {
    expect(qualityOf(asked).mrr).toBeGreaterThanOrEqual(0.95);
  });
});
