import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import * as labels from '../../src/text/labels.ts';
import { formatLocator, formatLocators } from '../../src/text/labels.ts';
import { formatList } from '../../src/text/list.ts';

const { relationLabels, ...others } = labels;

describe('sayLocator', () => {
  test.each([
    ['p0', 'standfirst'],
    ['p1', 'paragraph 1'],
    ['p12', 'paragraph 12'],
    ['c1', 'caption 1'],
    ['n2', 'note 2'],
    ['r3', 'related headline 3'],
    ['x4', 'passage 4'],
  ])('says %s as “%s”', (locator, words) => {
    expect(formatLocator(locator)).toBe(words);
  });
});

describe('sayLocators', () => {
  test.each([
    [[], ''],
    [['p0'], 'standfirst'],
    [['p4'], 'paragraph 4'],
    [['p4', 'p5'], 'paragraphs 4 and 5'],
    [['p1', 'p2', 'p10'], 'paragraphs 1, 2 and 10'],
    [['p0', 'p1'], 'standfirst and paragraph 1'],
    [['p0', 'p1', 'p2'], 'standfirst, paragraph 1 and paragraph 2'],
    [['p3', 'c1'], 'paragraph 3 and caption 1'],
    [['c1', 'c2'], 'caption 1 and caption 2'],
  ])('says %j as “%s”', (locators, words) => {
    expect(formatLocators(locators)).toBe(words);
  });

  it('says every number once, in the order given', () => {
    const locator = fc
      .tuple(fc.constantFrom('p', 'c', 'n', 'r'), fc.integer({ min: 1, max: 99 }))
      .map(([kind, number]) => `${kind}${number}`);
    fc.assert(
      fc.property(fc.array(locator), (locators) => {
        expect(formatLocators(locators).match(/\d+/g) ?? []).toEqual(locators.map((each) => each.slice(1)));
      }),
    );
  });
});

describe('join', () => {
  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
    [['a', 'b', 'c', 'd'], 'a, b, c and d'],
  ])('joins %j to “%s”', (words, joined) => {
    expect(formatList(words)).toBe(joined);
  });

  it('loses no word', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[b-m]{1,5}$/), { minLength: 1 }), (words) => {
        expect(formatList(words).split(/, | and /)).toEqual(words);
      }),
    );
  });
});

describe('the labels', () => {
  const tables = Object.entries(others).filter(([, value]) => typeof value === 'object');

  test.each(tables)('in %s are words, each its own', (_, table) => {
    const words = Object.values(table);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).toMatch(/^[A-Z][a-z]/);
  });

  it('of a relation differ by the side from which it is seen', () => {
    const words = Object.values(relationLabels).flatMap(({ forward, backward }) => [forward, backward]);
    expect(new Set(words).size).toBe(words.length);
  });
});
