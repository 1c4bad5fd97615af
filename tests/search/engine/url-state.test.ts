import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUrlState, sorts, toSearchParams } from '../../../src/search/engine/url-state.ts';
import { facetNames } from '../../../src/search/engine/search-document.ts';

describe('toSearchParams and parseUrlState', () => {
  it('format a readable query string', () => {
    expect(toSearchParams({ text: ' visa ', filters: { theme: ['exchange', 'energy'] }, sort: 'date', verbatim: false })).toBe(
      '?q=visa&theme=exchange&theme=energy&sort=date',
    );
    expect(toSearchParams({ text: '', filters: {}, sort: 'relevance', verbatim: false })).toBe('');
  });

  it('round-trip every state', () => {
    const value = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
    const anyFilters = fc.record(
      Object.fromEntries(facetNames.map((name) => [name, fc.uniqueArray(value, { minLength: 1, maxLength: 3 })])),
      {
        requiredKeys: [],
      },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), anyFilters, fc.constantFrom(...sorts), fc.boolean(), (text, filters, sort, verbatim) => {
        const state = { text: text.toWellFormed().trim(), filters, sort, verbatim };
        expect(parseUrlState(toSearchParams(state))).toEqual(state);
      }),
    );
  });

  it('ignore unknown parameters and values', () => {
    expect(parseUrlState('?colour=red&sort=price&theme=')).toEqual({
      text: '',
      filters: { theme: [] },
      sort: 'relevance',
      verbatim: false,
    });
  });
});
