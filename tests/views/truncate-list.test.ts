import { describe, expect, it } from 'vitest';
import { truncateStatements, MAX_STATEMENTS } from '../../src/views/statement-list-item.ts';
import { minSharedStatements, type CoOccurrence } from '../../src/views/network-page.ts';
import { theRecord } from '../support/citation-site.ts';

const { statements } = theRecord();

describe('truncateStatements', () => {
  it('returns all statements up to the limit', () => {
    const short = Array.from({ length: MAX_STATEMENTS }, (_, index) => statements[index % statements.length]!);
    const { listed, otherArticles } = truncateStatements(short);
    expect(listed).toHaveLength(MAX_STATEMENTS);
    expect(otherArticles).toEqual([]);
  });

  it('returns the articles and counts of the statements beyond the limit', () => {
    const long = Array.from({ length: MAX_STATEMENTS + 7 }, (_, index) => statements[index % statements.length]!);
    const { listed, otherArticles } = truncateStatements(long);
    expect(listed).toHaveLength(MAX_STATEMENTS);
    expect(otherArticles.reduce((sum, { count }) => sum + count, 0)).toBe(7);
    for (const { address } of otherArticles) expect(address).toMatch(/^\/entries\/[a-z0-9-]+\/#ledger$/);
  });
});

describe('minSharedStatements', () => {
  const pairOf = (a: number, b: number, count: number) =>
    ({ a: { id: `a${a}` }, b: { id: `b${b}` }, statements: Array(count) }) as unknown as CoOccurrence;

  it('is five for a small network', () => {
    expect(minSharedStatements([pairOf(1, 2, 9), pairOf(3, 4, 5), pairOf(5, 6, 4)])).toBe(5);
    expect(minSharedStatements([])).toBe(5);
  });

  it('rises in a large network until the chart has at most 40 actors', () => {
    const pairs = Array.from({ length: 60 }, (_, index) => pairOf(index, index, 100 - index));
    const minShared = minSharedStatements(pairs);
    const shown = pairs.filter(({ statements: { length } }) => length >= minShared);
    expect(shown).toHaveLength(20);
  });
});
