import { describe, expect, it, test } from 'vitest';
import { findPhrases, hasPhrase, toExactForm } from '../../../src/search/engine/exact-phrase.ts';

const has = (text: string, quoted: string) => findPhrases(quoted).every((phrase) => hasPhrase(toExactForm(text), phrase));

describe('findPhrases', () => {
  test.each(['“no return”', '"no return"', '«no return»', '„no return“', '”no return”', '「no return」', '『no return』', '＂no return＂'])(
    'reads the marks of %s',
    (text) => {
      expect(findPhrases(`a ${text} b`)).toEqual([{ text: 'no return', exact: ' no return ', isOpen: false }]);
    },
  );

  it('returns nothing for empty marks, and for words without marks', () => {
    expect(['“”', '" "', 'no return', '‘no return’'].flatMap(findPhrases)).toEqual([]);
  });
});

describe('hasPhrase', () => {
  test.each([
    ['The ferry’s last crossing, by night', '"FERRY\'S last crossing by night"'],
    ['The ferry’s last crossing', '“ferry”'],
    ['Café fares rose 2.5%', '“cafe fares”'],
    ['a ‘point of no return’', '“point of no return”'],
    ['北方領土の返還を求める', '「領土の返還」'],
    ['Переговоры о мирном договоре', '«мирном договоре»'],
    ['the ferry sailed', '“the ferry sai'],
  ])('finds in “%s” the phrase %s', (text, quoted) => {
    expect(has(text, quoted)).toBe(true);
  });

  test.each([
    ['the ferry sailed', '“ferry sail”'],
    ['the ferry’s crossing', '“ferry crossing”'],
    ['by night the ferry sailed', '“the ferry by night”'],
    ['the ferry sailed', '“the boat sailed”'],
    ['ten ferries', '“10 ferries”'],
    ['10 ferries', '“10% ferries”'],
    ['北方領土の返還', '「返還の北方領土」'],
    ['мирный договор', '«мирного договора»'],
    ['Kuril Islands · Southern Kurils', '“Islands Southern”'],
  ])('does not find in “%s” the phrase %s', (text, quoted) => {
    expect(has(text, quoted)).toBe(false);
  });
});
