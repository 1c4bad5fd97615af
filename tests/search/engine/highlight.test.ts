import { describe, expect, it, test } from 'vitest';
import { highlightText } from '../../../src/search/engine/highlight.ts';
import { parseQuery } from '../../../src/search/engine/query.ts';

const highlight = (text: string, query: string) => highlightText(text, parseQuery(query));

describe('highlightText', () => {
  test.each([
    ['Sanctions, and one sanction.', 'sanctions ', '[Sanctions], and one [sanction].'],
    ['Talks on Ukraine', 'uk', 'Talks on [Ukraine]'],
    ['Talks on Ukraine', 'uk ', 'Talks on Ukraine'],
    ['Sakhalin-2 and 2 more', 'sakhalin 2', '[Sakhalin]-[2] and [2] more'],
    ['point of no return', 'point of no return ', '[point] of [no] [return]'],
    ['安倍晋三', '晋三', '[安倍晋三]'],
  ])('highlights “%s” for the query “%s” as “%s”', (text, query, expected) => {
    const spans = highlight(text, query);
    expect(spans.map((span) => (span.isMatch ? `[${span.text}]` : span.text)).join('')).toBe(expected);
  });

  it('returns the whole text', () => {
    const text = 'The G7’s “two-directional” policy, 2016';
    const spans = highlight(text, 'policy g7');
    expect(spans.map((span) => span.text).join('')).toBe(text);
  });
});
