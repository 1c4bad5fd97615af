import { describe, expect, it } from 'vitest';
import { examples } from './examples.ts';

describe('the examples for hosts', () => {
  it('send the same headers', () => {
    const [first, ...others] = Object.values(examples).map((headers) => headers.toSorted().map((header) => header.join(': ')));
    expect(first!.length).toBe(9);
    for (const other of others) expect(other).toEqual(first);
  });
});
