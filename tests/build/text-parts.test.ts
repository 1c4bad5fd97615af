import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { partsOf } from '../../scripts/build/text-parts.ts';
import { foldedWords } from '../../src/search/words.ts';

const wordsOfParts = (text: string) => partsOf(text).flatMap(foldedWords);

test.each(['the G 7 in 2016', 'Soviet – Japanese, U.S. Navy', 'a ５ and x ² of ７ ⅷ', 'Shinzō Abe’s プーチン 会談', 'p 1,250 .', ''])(
  'the words of the parts of “%s” are its words',
  (text) => {
    expect(wordsOfParts(text)).toEqual(foldedWords(text));
  },
);

it('gives the words of any text whose white space is run together', () => {
  const piece = fc.oneof(
    fc.constantFrom('G', '7', 'a', '-', '–', 'U.', 'S.', '’s', '2.5', '１', '②', '´', '́', 'ẞ', 'Σ', 'ー', 'ン'),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 2, arbitrary: piece }, fc.constant(' '))), (pieces) => {
      const text = pieces.join('').replace(/\s+/g, ' ').trim();
      expect(wordsOfParts(text)).toEqual(foldedWords(text));
    }),
    { numRuns: 3000 },
  );
});

it('parts what need not be together', () => {
  expect(partsOf('seven meetings of the G 7')).toEqual(['seven', 'meetings', 'of', 'the', 'G 7']);
});
