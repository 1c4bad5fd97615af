import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { editDistance, closestMatch } from '../../src/text/edit-distance.ts';

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
  ])('from “%s” to “%s” is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is symmetric', () => {
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b) === editDistance(b, a)));
  });

  it('is zero between a word and itself, and between no other two', () => {
    fc.assert(fc.property(word, word, (a, b) => (editDistance(a, b) === 0) === (a === b) && editDistance(a, a) === 0));
  });

  it('is at least the difference in length and at most the longer length', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        return distance >= Math.abs(a.length - b.length) && distance <= Math.max(a.length, b.length);
      }),
    );
  });

  it('is one for every single slip', () => {
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

describe('nearest', () => {
  const known = ['norrow', 'ferry-board', 'ilse-thornbury', 'alder-gazette'];

  test.each([
    ['norow', 'norrow'],
    ['norrow', 'norrow'],
    ['ilse-thornberry', 'ilse-thornbury'],
    ['thornbury-ilse', undefined],
    ['ferryboard', 'ferry-board'],
    ['suther', undefined],
    ['', undefined],
  ])('for “%s” is %s', (text, expected) => {
    expect(closestMatch(text, known)).toBe(expected);
  });

  it('is none among none', () => {
    expect(closestMatch('norrow', [])).toBeUndefined();
  });

  it('is the first of several that are equally near', () => {
    expect(closestMatch('night', ['light', 'might', 'fight'])).toBe('light');
  });

  it('finds every candidate by its own name', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1 }),
        fc.nat(),
        (words, at) => closestMatch(words[at % words.length]!, words) === words[at % words.length],
      ),
    );
  });

  it('is a candidate within a third of the length, or two, and none is nearer', () => {
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
