import { describe, expect, it } from 'vitest';
import { memoize } from '../../src/text/memoize.ts';

describe('what is asked once', () => {
  const counted = () => {
    let times = 0;
    return memoize((thing: { words: string[] }) => `${thing.words.join(' ')}, asked ${++times}`);
  };

  it('is not made again for a frozen thing', () => {
    const of = counted();
    const thing = Object.freeze({ words: ['calm', 'sea'] });
    expect([of(thing), of(thing)]).toEqual(['calm sea, asked 1', 'calm sea, asked 1']);
  });

  it('is made again for a thing that may have changed', () => {
    const of = counted();
    const thing = { words: ['calm'] };
    expect(of(thing)).toBe('calm, asked 1');
    thing.words = ['rough'];
    expect(of(thing)).toBe('rough, asked 2');
  });

  it('is made for each of two things that are alike', () => {
    const of = counted();
    expect([{ words: ['sea'] }, { words: ['sea'] }].map((thing) => of(Object.freeze(thing)))).toEqual(['sea, asked 1', 'sea, asked 2']);
  });
});
