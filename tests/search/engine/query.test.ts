import { describe, expect, it, test } from 'vitest';
import { findPhrases, hasPhrase, toExactForm, isSameAddress, normalizeAddress } from '../../../src/search/engine/query.ts';

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

  it('returns nothing for one word in «», which may be a name', () => {
    expect(['«Курилы»', '«Сахалин-2»', '«Кури'].flatMap(findPhrases)).toEqual([]);
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

test.each([
  'https://ferries.example/news/12',
  'http://www.ferries.example/news/12/',
  'ferries.example/news/12#top',
  'https://m.ferries.example/news/12/amp/',
  'HTTPS://amp.ferries.example/amp/news/12',
  'ferries.example/news/12/index.html',
])('normalizes %s', (address) => {
  expect(normalizeAddress(address)).toBe('ferries.example/news/12');
});

it('returns undefined for a text that is not an address', () => {
  expect(['ferries', 'and/or', 'Dr. No', 'a.b', 'ferries.example', 'https://', 'G7/G8 summit'].map(normalizeAddress)).toEqual(
    Array.from({ length: 7 }, () => undefined),
  );
});

test.each([
  ['ferries.example/12?utm_source=x', 'ferries.example/12', true],
  ['ferries.example/show.php?id=5&utm_source=x', 'ferries.example/show.php?id=5', true],
  ['ferries.example/show.php?id=6', 'ferries.example/show.php?id=5', false],
  ['ferries.example/show.php', 'ferries.example/show.php?id=5', false],
  ['ferries.example/13', 'ferries.example/12', false],
])('compares the typed %s with %s: %s', (typed, address, isSame) => {
  expect(isSameAddress(typed, address)).toBe(isSame);
});
