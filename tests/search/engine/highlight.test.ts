import { describe, expect, it, test } from 'vitest';
import { highlightText } from '../../../src/search/engine/highlight.ts';
import { parseQuery } from '../../../src/search/engine/query.ts';

const marked = (text: string, query: string) =>
  highlightText(text, parseQuery(query))
    .map((each) => (each.marked ? `[${each.text}]` : each.text))
    .join('');

describe('marks', () => {
  test.each([
    ['Sanctions, and one sanction.', 'sanctions ', '[Sanctions], and one [sanction].'],
    ['Talks on Ukraine', 'uk', 'Talks on [Ukraine]'],
    ['Talks on Ukraine', 'uk ', 'Talks on Ukraine'],
    ['Sakhalin-2 and 2 more', 'sakhalin 2', '[Sakhalin]-[2] and [2] more'],
    ['point of no return', 'point of no return ', '[point] of [no] [return]'],
    ['安倍晋三', '晋三', '[安倍晋三]'],
  ])('stand in “%s” for “%s” as “%s”', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('lose nothing of the text', () => {
    const text = 'The G7’s “two-directional” policy, 2016';
    expect(
      highlightText(text, parseQuery('policy g7'))
        .map((each) => each.text)
        .join(''),
    ).toBe(text);
  });
});
