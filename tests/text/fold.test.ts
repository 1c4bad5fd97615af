import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { foldText, removeAccents, removeInvisible } from '../../src/text/fold.ts';
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
