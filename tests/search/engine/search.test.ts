import { describe, expect, it, test } from 'vitest';
import type { SearchState } from '../../../src/search/engine/url-state.ts';
import { flattenHits, groupHits } from '../../../src/search/engine/response.ts';
import type { SearchIndex } from '../../../src/search/engine/search.ts';
import { search } from '../../../src/search/engine/search.ts';
import { catalogue, library } from '../../support/search-fixtures.ts';

const ask = (text: string, given: Partial<SearchState> = {}, from: SearchIndex = library) =>
  search({ text, filters: {}, sort: 'relevance', verbatim: false, ...given }, from);
const addresses = async (text: string, given: Partial<SearchState> = {}, from?: SearchIndex) =>
  flattenHits(await ask(text, given, from), false).map(({ record }) => record.address);

describe('search', () => {
  test.each([
    ['Thornbury', '/actors/ilse/'],
    ['thornbury ilse', '/actors/ilse/'],
    ['Торнберий', '/actors/ilse/'],
    ['Thornbery', '/actors/ilse/'],
    ['fares', '/themes/ferries/'],
    ['boats', '/themes/ferries/'],
    ['former prime minister Thornbury', '/actors/ilse/'],
    ['thornburyilse', '/actors/ilse/'],
    ['Tohrnubry', '/actors/ilse/'],
    ['1 June 2001', '/entries/alpha/s1/'],
    ['harbour January 2002', '/entries/beta/s1/'],
    ['price of the crossing', '/entries/beta/s2/'],
    ['harbour dredged', '/entries/alpha/s1/'],
    ['“ferry will sail”', '/entries/alpha/s1/'],
  ])('for “%s” finds %s first', async (text, first) => {
    expect((await addresses(text))[0]).toBe(first);
  });

  it('says what it corrected', async () => {
    expect(await ask('Thornbery')).toMatchObject({ text: 'thornbury', typed: 'Thornbery', unknown: [] });
    expect(await ask('Thornbery', { verbatim: true })).toMatchObject({ unknown: ['thornbery'], hits: [] });
  });

  it('says which words it does not have, and answers the others only where they are most of what was asked', async () => {
    expect(await ask('ferry volcano')).toMatchObject({ unknown: ['volcano'], known: 'ferry', hits: [] });
    const more = await ask('harbour dredged volcano');
    expect(more.unknown).toEqual(['volcano']);
    expect(more.hits.length).toBeGreaterThan(0);
  });

  it('says where nothing has all the words', async () => {
    expect(await ask('rose dredged sail')).toMatchObject({ partial: true, missing: ['rose'] });
    expect((await ask('“dredged ferry”')).hits).toEqual([]);
  });

  it('takes the values of one filter together and narrows by several', async () => {
    const both = await ask('', { filters: { statement: ['forecast', 'reported-fact'] } });
    expect(both.hits).toHaveLength(3);
    const narrow = await ask('', { filters: { statement: ['forecast', 'reported-fact'], year: ['2002'] } });
    expect(narrow.hits.map(({ record }) => record.address)).toEqual(['/entries/beta/s1/']);
    expect(narrow.unfiltered).toBeGreaterThan(1);
    // What a further value of a filter would add is counted without that filter itself.
    expect(Object.fromEntries(narrow.counts.year)).toEqual({ 2001: 1, 2002: 1 });
    expect(Object.fromEntries(narrow.counts.statement)).toEqual({ forecast: 0, 'reported-fact': 1 });
  });

  it('sorts by date, undated last either way', async () => {
    const filters = { kind: ['statement'] };
    const sorted = async (sort: 'date' | 'newest') => (await ask('', { filters, sort })).hits.map(({ record }) => record.address);
    expect(await sorted('date')).toEqual(['/entries/alpha/s1/', '/entries/beta/s1/', '/entries/beta/s2/']);
    expect(await sorted('newest')).toEqual(['/entries/beta/s1/', '/entries/alpha/s1/', '/entries/beta/s2/']);
  });

  it('adds the pages that have the words in their text after those that have them of their own', async () => {
    const asked: string[] = [];
    const pagefind = {
      search: async (text: string) => {
        asked.push(text);
        return { results: ['p0', 'p3', 'p9'].map((id) => ({ id, score: 1, data: async () => ({ url: '', meta: {}, excerpt: 'x' }) })) };
      },
      init: async () => undefined,
      options: async () => undefined,
      preload: async () => undefined,
    };
    const indexOf = (id: string) => (id === 'p9' ? undefined : Number(id.slice(1)));
    const answer = await ask('Thornbury sail', {}, { ...library, fullText: { pagefind, indexOf } });
    expect(asked).toEqual(['thornbury sail']);
    expect(answer.hits.map(({ index }) => index)).toEqual([3]);
    expect(answer.pageHits.map(({ index }) => index)).toEqual([0]);
    expect(await answer.pageHits[0]!.excerpt!()).toBe('x');
    asked.length = 0;
    const crossing = await ask('price of crossing ', {}, { ...library, fullText: { pagefind, indexOf } });
    expect(crossing.hits.map(({ index }) => index)).toEqual([5, 1]);
    expect([asked, crossing.pageHits], 'no page has the words that readers type for it').toEqual([[], []]);
  });
});

describe('groups', () => {
  it('hold every result once, the five best on top and statements of one article together', () => {
    const list = [3, 4, 5, 3, 4, 3, 4, 5, 3].map((index, at) => ({ index, record: catalogue.records[index]!, score: 100 - at }));
    const { best, groups } = groupHits({ hits: list });
    expect(best).toEqual(list.slice(0, 5));
    expect(groups.map(({ kind, found }) => [kind, found.map(({ index }) => index)])).toEqual([['statement', [3, 3, 4, 5]]]);
  });
});
