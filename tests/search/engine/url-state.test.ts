import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUrlState, sorts, toSearchParams } from '../../../src/search/engine/url-state.ts';
import { facetNames } from '../../../src/search/engine/search-document.ts';

describe('the state of the search page', () => {
  it('is written as a reader would', () => {
    expect(toSearchParams({ text: ' visa ', filters: { theme: ['exchange', 'energy'] }, sort: 'date', verbatim: false })).toBe(
      '?q=visa&theme=exchange&theme=energy&sort=date',
    );
    expect(toSearchParams({ text: '', filters: {}, sort: 'relevance', verbatim: false })).toBe('');
  });

  it('comes back from the address as it went in', () => {
    const value = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
    const filters = fc.record(Object.fromEntries(facetNames.map((name) => [name, fc.uniqueArray(value, { minLength: 1, maxLength: 3 })])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), filters, fc.constantFrom(...sorts), fc.boolean(), (typed, chosen, sort, verbatim) => {
        const state = { text: typed.toWellFormed().trim(), filters: chosen, sort, verbatim };
        expect(parseUrlState(toSearchParams(state))).toEqual(state);
      }),
    );
  });

  it('passes over what it does not know', () => {
    expect(parseUrlState('?colour=red&sort=price&theme=')).toEqual({
      text: '',
      filters: { theme: [] },
      sort: 'relevance',
      verbatim: false,
    });
  });
});
