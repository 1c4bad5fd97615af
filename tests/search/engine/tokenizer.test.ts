import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseQuery } from '../../../src/search/engine/query.ts';
import { foldWords, tokenize } from '../../../src/search/engine/tokenizer.ts';
import { disguised, sentences } from '../../support/disguises.ts';

describe('tokenize', () => {
  test.each([
    ['Sakhalin-2', ['sakhalin', '2']],
    ['Sakhalin2', ['sakhalin', '2']],
    ['the G-7, the G7', ['the', 'g7', 'the', 'g7']],
    ['Soviet–Japanese', ['soviet', 'japanese']],
    ['almost 9–10% of $2.5 billion', ['almost', '9', '10', 'of', '2.5', 'billion']],
    ['Japan’s U.S. ally', ['japan', 'us', 'ally']],
    ['Shinzō', ['shinzo']],
    ['プーチン', ['ぷーちん']],
    ['', []],
  ])('splits “%s” into %j', (text, words) => {
    expect(foldWords(text)).toEqual(words);
  });

  test.each(Object.entries(sentences))('returns the same words for every form of a text in %s', (_, sentence) => {
    fc.assert(
      fc.property(disguised(sentence), (text) => {
        expect(foldWords(text)).toEqual(foldWords(sentence));
      }),
    );
  });

  test.each([
    ['Путин', 'Путина'],
    ['Сахалин', 'Сахалине'],
    ['normalisation', 'normalization'],
    ['sanction', 'sanctions'],
    ['seven', '7'],
  ])('returns the same stem for %s and %s', (a, b) => {
    expect(tokenize(a)[0]!.stem).toBe(tokenize(b)[0]!.stem);
  });
});

describe('parseQuery', () => {
  it('drops stop words unless there are no other words', () => {
    expect(parseQuery('who joined the sanctions').words.map(({ folded }) => folded)).toEqual(['joined', 'sanctions']);
    expect(parseQuery('the who').words.map(({ folded }) => folded)).toEqual(['the', 'who']);
  });

  it('returns quoted phrases, even if the closing quotation mark is missing', () => {
    expect(parseQuery('“golden age” Trump').phrases).toEqual([{ words: ['golden', 'age'], text: 'golden age' }]);
    expect(parseQuery('"no return').phrases).toEqual([{ words: ['no', 'return'], text: 'no return' }]);
  });

  it('treats the last word as a prefix unless a space or a quotation mark follows', () => {
    expect([parseQuery('sanc').isPrefix, parseQuery('sanc ').isPrefix, parseQuery('“sanc”').isPrefix]).toEqual([true, false, false]);
  });
});
