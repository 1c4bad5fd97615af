import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatLocator, formatLocators } from '../../src/text/labels.ts';
import { formatList } from '../../src/text/english.ts';

describe('formatLocator', () => {
  test.each([
    ['p0', 'opening summary'],
    ['p12', 'paragraph 12'],
    ['c1', 'caption 1'],
    ['n2', 'note 2'],
    ['r3', 'related headline 3'],
    ['x4', 'passage 4'],
  ])('formats %s as “%s”', (locator, text) => {
    expect(formatLocator(locator)).toBe(text);
  });
});

describe('formatLocators', () => {
  test.each([
    [[], ''],
    [['p0'], 'opening summary'],
    [['p4'], 'paragraph 4'],
    [['p1', 'p2', 'p10'], 'paragraphs 1, 2 and 10'],
    [['p0', 'p1', 'p2'], 'opening summary, paragraph 1 and paragraph 2'],
    [['p3', 'c1'], 'paragraph 3 and caption 1'],
    [['c1', 'c2'], 'caption 1 and caption 2'],
  ])('formats %j as “%s”', (locators, text) => {
    expect(formatLocators(locators)).toBe(text);
  });

  it('contains every number once, in the given order', () => {
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

describe('formatList', () => {
  test.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c', 'd'], 'a, b, c and d'],
  ])('formats %j as “%s”', (words, text) => {
    expect(formatList(words)).toBe(text);
  });

  it('joins the last two words with “or” on request', () => {
    expect(formatList(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  });
});
