import { describe, expect, it } from 'vitest';
import { truncateStatements, MAX_STATEMENTS } from '../../src/views/statement-list-item.ts';
import { record } from '../support/record.ts';

const { statements } = record;

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
