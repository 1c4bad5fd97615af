import { describe, expect, it } from 'vitest';
import { memoize } from '../../src/record/frozen.ts';

describe('memoize', () => {
  const counted = () => {
    let calls = 0;
    return memoize(({ words }: { words: string[] }) => `${words.join(' ')}, call ${++calls}`);
  };

  it('computes the result once for a frozen object', () => {
    const format = counted();
    const input = Object.freeze({ words: ['calm', 'sea'] });
    expect([format(input), format(input)]).toEqual(['calm sea, call 1', 'calm sea, call 1']);
  });

  it('computes the result again for an object that is not frozen', () => {
    const format = counted();
    const input = { words: ['calm'] };
    expect(format(input)).toBe('calm, call 1');
    input.words = ['rough'];
    expect(format(input)).toBe('rough, call 2');
  });

  it('computes separate results for two equal objects', () => {
    const format = counted();
    expect([{ words: ['sea'] }, { words: ['sea'] }].map((input) => format(Object.freeze(input)))).toEqual(['sea, call 1', 'sea, call 2']);
  });
});
