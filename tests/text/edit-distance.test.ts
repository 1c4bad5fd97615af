import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { closestMatch, editDistance, suggestClosest } from '../../src/text/edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-'), maxLength: 10 });

describe('editDistance', () => {
  test.each([
    ['', '', 0],
    ['norrow', 'norrow', 0],
    ['', 'norrow', 6],
    ['norow', 'norrow', 1],
    ['norrrow', 'norrow', 1],
    ['narrow', 'norrow', 1],
    ['norrwo', 'norrow', 1],
    ['onrrwo', 'norrow', 2],
    ['ca', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('returns the distance from “%s” to “%s”: %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is one for a single insertion, deletion, substitution or transposition', () => {
    fc.assert(
      fc.property(word, fc.nat(), (text, at) => {
        const index = at % (text.length + 1);
        const [before, here, after] = [text.slice(0, index), text.slice(index, index + 1), text.slice(index + 1)];
        expect(editDistance(text, `${before}x${here}${after}`)).toBe(1);
        if (!here) return;
        expect(editDistance(text, before + after)).toBe(1);
        expect(editDistance(text, `${before}x${after}`)).toBe(1);
        const [next, rest] = [after.slice(0, 1), after.slice(1)];
        if (next && next !== here) expect(editDistance(text, before + next + here + rest)).toBe(1);
      }),
    );
  });
});

describe('closestMatch', () => {
  const known = ['norrow', 'ferry-board', 'ilse-thornbury', 'alder-gazette'];

  test.each([
    ['norow', 'norrow'],
    ['norrow', 'norrow'],
    ['ilse-thornberry', 'ilse-thornbury'],
    ['thornbury-ilse', undefined],
    ['ferryboard', 'ferry-board'],
    ['suther', undefined],
    ['', undefined],
  ])('returns the closest word to “%s”: %s', (text, expected) => {
    expect(closestMatch(text, known)).toBe(expected);
  });

  it('returns undefined for an empty list', () => {
    expect(closestMatch('norrow', [])).toBeUndefined();
  });

  it('returns the first of several equally close words', () => {
    expect(closestMatch('night', ['light', 'might', 'fight'])).toBe('light');
  });

  it('returns a word within the limit that no other word undercuts, or undefined', () => {
    fc.assert(
      fc.property(word, fc.array(word), (text, words) => {
        const limit = Math.max(2, Math.floor(text.length / 3));
        const best = Math.min(...words.map((each) => editDistance(text, each)));
        const found = closestMatch(text, words);
        if (best > limit) return found === undefined;
        return found !== undefined && words.includes(found) && editDistance(text, found) === best;
      }),
    );
  });
});

describe('suggestClosest', () => {
  it('suggests the closest word before the other advice', () => {
    expect(suggestClosest('norow', ['norrow'], 'add it')).toBe('did you mean “norrow”? If not, add it');
    expect(suggestClosest('suther', ['norrow'], 'add it')).toBe('add it');
  });
});
