import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseQuery } from '../../../src/search/engine/query.ts';
import { foldWords, tokenize, unpadPunctuation } from '../../../src/search/engine/tokenizer.ts';
import { disguised, sentences } from '../../support/disguises.ts';

describe('tokenize', () => {
  test.each([
    ['Sakhalin-2', ['sakhalin', '2']],
    ['Sakhalin2', ['sakhalin', '2']],
    ['the G-7, the G7', ['the', 'g7', 'the', 'g7']],
    ['Soviet–Japanese', ['soviet', 'japanese']],
    ['almost 9–10% of $2.5 billion', ['almost', '9', '10', 'percent', 'of', '2.5', 'billion']],
    ['Japan’s U.S. ally', ['japan', 'us', 'ally']],
    ['Shinzō', ['shinzo']],
    ['プーチン', ['ぷーちん']],
    ['2,5 per cent of 1,250', ['2.5', 'percent', 'of', '1,250']],
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
    ['Крым', 'Крыма'],
    ['Крым', 'Крыму'],
    ['трек', 'треком'],
    ['Азия', 'Азией'],
    ['Мори', 'Мори'],
  ])('returns the same stem for %s and %s', (a, b) => {
    expect(tokenize(a)[0]!.stem).toBe(tokenize(b)[0]!.stem);
  });
});

test.each([
  ['Japan – Russia', 'Japan–Russia'],
  ['this theme : The islands . “ Who asks ? ”', 'this theme: The islands. “Who asks?”'],
  [
    '<mark>China’s</mark> conduct, ‘ <mark>China</mark> ’ , ( 2012 – 2016 )',
    '<mark>China’s</mark> conduct, ‘<mark>China</mark>’, (2012–2016)',
  ],
  ['https : / / example.org / ferries · ¶4', 'https://example.org/ferries · ¶4'],
])('unpadPunctuation removes spaces around punctuation, not between words: %s', (text, expected) => {
  expect(unpadPunctuation(text)).toBe(expected);
  expect(unpadPunctuation(expected)).toBe(expected);
});

describe('parseQuery', () => {
  it('drops stop words unless there are no other words', () => {
    expect(parseQuery('who joined the sanctions').words.map(({ folded }) => folded)).toEqual(['joined', 'sanctions']);
    expect(parseQuery('the who').words.map(({ folded }) => folded)).toEqual(['the', 'who']);
  });

  it('returns quoted phrases, even if the closing quotation mark is missing', () => {
    expect(parseQuery('“golden age” Trump').phrases).toMatchObject([{ text: 'golden age', isOpen: false }]);
    expect(parseQuery('"no return').phrases).toMatchObject([{ text: 'no return', isOpen: true }]);
  });

  test.each([
    ['日本の', ['日本']],
    ['日本とロシア', ['日本', 'ろしあ']],
    ['条約の締結について', ['条約', '締結']],
    ['ロシアは孤立しているか', ['ろしあ', '孤立']],
    ['日本はなぜ制裁を続けるのか？', ['日本', '制裁', '続ける']],
    ['安倍首相', ['安倍', '首相']],
    ['さくら', ['さくら']],
    ['か', ['か']],
  ])('splits “%s” into %j', (text, words) => {
    expect(parseQuery(text).words.map(({ folded }) => folded)).toEqual(words);
  });

  test.each(['When did the ferry sail', 'is it open', 'ferries?', 'когда', 'Почему нет парома', '船はいつ出ますか'])(
    'recognizes the question “%s”',
    (text) => {
      expect(parseQuery(`${text} `).isQuestion || parseQuery(`${text} x`).isQuestion).toBe(true);
    },
  );

  it('does not take a name for a question', () => {
    expect(['Ferries', 'Islands', 'Who-is-who', 'canvas'].filter((text) => parseQuery(text).isQuestion)).toEqual([]);
  });

  it('removes invisible characters inside words', () => {
    expect(parseQuery('sanc\u00adtions\u200b').text).toBe('sanctions');
  });

  it('treats the last word as a prefix unless a space or a quotation mark follows', () => {
    expect([parseQuery('sanc').isPrefix, parseQuery('sanc ').isPrefix, parseQuery('“sanc”').isPrefix]).toEqual([true, false, false]);
  });
});
