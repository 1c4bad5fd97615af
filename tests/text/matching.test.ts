import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { closestMatch, editDistance, foldText, removeAccents, removeInvisible, suggestClosest } from '../../src/text/matching.ts';
import { disguised, sentences } from '../support/disguises.ts';

describe('foldText', () => {
  test.each([
    ['soft hyphens', 'ev\u00adery tide', 'every tide'],
    ['zero-width characters', '\ufeffa\u200b b\u2060oa\u200dt', 'a boat'],
    ['ligatures', 'the oﬃce ﬂag', 'the office flag'],
    ['full-width letters and half-width kana', 'Ｇ７のｶﾞｽ', 'G7のガス'],
    ['dashes', '9‐10‑11‒12–13—14―15−16', '9-10-11-12-13-14-15-16'],
    ['apostrophes', 'Japan’s Japanʼs Japan′s', "Japan's Japan's Japan's"],
    ['quotation marks', '“a” „b“ «c» ″d″', '"a" "b" "c" "d"'],
    ['white space', ' a\u00a0b\t\n c ', 'a b c'],
    ['letters with separate accents', 'Shinzo\u0304', 'Shinzō'],
  ])('unifies %s', (_, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('keeps case, accents and the long vowel mark of katakana', () => {
    expect(foldText('Shinzō ВМФ объём サーバー')).toBe('Shinzō ВМФ объём サーバー');
  });

  test.each(Object.entries(sentences))('returns the same for every form of a text in %s', (_, sentence) => {
    fc.assert(fc.property(disguised(sentence), (text) => foldText(text) === foldText(sentence)));
  });

  it('changes nothing when it is applied twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldText(foldText(text)) === foldText(text)));
  });

  it('distinguishes texts that differ in a letter', () => {
    // No sentence has a ж.
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(sentences)), fc.nat(), (sentence, at) => {
        const letters = [...sentence.matchAll(/\p{L}/gu)];
        const { index } = letters[at % letters.length]!;
        expect(foldText(`${sentence.slice(0, index)}ж${sentence.slice(index + 1)}`)).not.toBe(foldText(sentence));
      }),
    );
  });
});

describe('removeAccents', () => {
  it('removes accents of Latin and Cyrillic letters and keeps the voicing of kana', () => {
    expect(removeAccents('Shinzō объём ガス')).toBe('Shinzo объем ガス');
  });
});

describe('removeInvisible', () => {
  it('removes only characters that print nothing', () => {
    expect(removeInvisible('\ufeffa\u00ad‑b – c\u200b “d”\n')).toBe('a‑b – c “d”\n');
  });
});

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
