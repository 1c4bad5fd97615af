import { expect, it, test } from 'vitest';
import { isSameAddress, normalizeAddress } from '../../../src/search/engine/web-address.ts';

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
