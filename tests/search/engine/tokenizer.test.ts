import { describe, expect, it, test } from 'vitest';
import { parseQuery } from '../../../src/search/engine/query.ts';
import { foldWords, tokenize } from '../../../src/search/engine/tokenizer.ts';

describe('words', () => {
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
  ])('of “%s” are %j', (text, words) => {
    expect(foldWords(text)).toEqual(words);
  });

  test.each([
    ['Путин', 'Путина'],
    ['Сахалин', 'Сахалине'],
    ['normalisation', 'normalization'],
    ['sanction', 'sanctions'],
    ['seven', '7'],
  ])('%s and %s have one stem', (a, b) => {
    expect(tokenize(a)[0]!.stem).toBe(tokenize(b)[0]!.stem);
  });
});

describe('a query', () => {
  it('keeps small words only where there are no others', () => {
    expect(parseQuery('who joined the sanctions').words.map(({ folded }) => folded)).toEqual(['joined', 'sanctions']);
    expect(parseQuery('the who').words.map(({ folded }) => folded)).toEqual(['the', 'who']);
  });

  it('knows phrases in quotation marks, also where the last mark is still to come', () => {
    expect(parseQuery('“golden age” Trump').phrases).toEqual([{ words: ['golden', 'age'], typed: 'golden age' }]);
    expect(parseQuery('"no return').phrases).toEqual([{ words: ['no', 'return'], typed: 'no return' }]);
  });

  it('may still grow at its end, unless a space or a mark ends it', () => {
    expect([parseQuery('sanc').isPrefix, parseQuery('sanc ').isPrefix, parseQuery('“sanc”').isPrefix]).toEqual([true, false, false]);
  });
});
