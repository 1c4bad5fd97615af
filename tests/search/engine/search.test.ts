import { describe, expect, it, test } from 'vitest';
import type { SearchState } from '../../../src/search/engine/url-state.ts';
import { flattenHits, groupHits } from '../../../src/search/engine/response.ts';
import { search } from '../../../src/search/engine/search.ts';
import { indexFile, searchIndexFixture } from '../../support/search-fixtures.ts';

const run = (text: string, state: Partial<SearchState> = {}, index = searchIndexFixture) =>
  search({ text, filters: {}, sort: 'relevance', verbatim: false, ...state }, index);

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
    ['harbour dredged', '/entries/beta/s1/'],
    ['“ferry will sail”', '/entries/alpha/s1/'],
  ])('ranks for “%s” %s first', async (text, first) => {
    expect(flattenHits(await run(text), false)[0]!.document.path).toBe(first);
  });

  it('corrects a misspelt name, unless the query is verbatim', async () => {
    expect(await run('Thornbery')).toMatchObject({ text: 'thornbury', typed: 'Thornbery', unknown: [] });
    expect(await run('Thornbery', { verbatim: true })).toMatchObject({ unknown: ['Thornbery'], hits: [] });
  });

  it('returns unknown words, and results for the known ones only if they are more', async () => {
    expect(await run('ferry volcano')).toMatchObject({ unknown: ['volcano'], known: 'ferry', hits: [] });
    const { unknown, hits } = await run('harbour dredged volcano');
    expect(unknown).toEqual(['volcano']);
    expect(hits.length).toBeGreaterThan(0);
  });

  it('returns partial results if no document has all words, but none without a quoted phrase', async () => {
    expect(await run('rose dredged sail')).toMatchObject({ isPartial: true, missing: ['rose'] });
    expect(await run('“dredged ferry”')).toMatchObject({ hits: [], missingPhrases: ['dredged ferry'] });
  });

  it('returns nothing for two words of which only the commoner one occurs', async () => {
    expect((await run('elsewhere ferry')).hits).toEqual([]);
  });

  it.each(['“ferry sails”', '“boat will sail”', '“price of crossing”', '“Thornbury Ilse”', '«ferry will sale»'])(
    'does not affirm the wrong quotation %s',
    async (text) => {
      const { hits, pageHits, missingPhrases } = await run(text);
      expect([hits, pageHits, missingPhrases]).toEqual([[], [], [text.slice(1, -1)]]);
    },
  );

  it('returns near matches of a wrong quotation apart from results', async () => {
    expect((await run('“ferry sails”')).near[0]!.document.path).toBe('/entries/alpha/s1/');
    expect((await run('“ferry will sail”')).near).toEqual([]);
  });

  it('returns the form by which a result was found if the result does not show it', async () => {
    const formsOf = async (text: string) => (await run(text)).hits[0]!.forms;
    expect(await formsOf('boats')).toEqual([{ text: 'boats', source: 'variant' }]);
    expect(await formsOf('Ильза Торнбери')).toEqual([{ text: 'Ильза Торнбери', source: 'name' }]);
    expect(await formsOf('price of crossing')).toEqual([{ text: 'price of crossing', source: 'concept' }]);
    expect(await formsOf('boat harbour')).toEqual([{ text: 'ferry', source: 'synonym' }]);
    expect(await formsOf('Thornbury')).toEqual([]);
  });

  it('merges pages with the same title into one result, and counts it once', async () => {
    const { hits, facetCounts } = await run('lighthouse');
    expect(hits.map(({ document, parts }) => [document.kind, parts?.map((part) => part.document.kind)])).toEqual([['actor', ['place']]]);
    expect(Object.fromEntries(facetCounts.kind)).toEqual({ actor: 1, place: 1 });
    expect(flattenHits({ hits, pageHits: [] }, true).map(({ document }) => document.path)).toEqual(['/actors/light/', '/places/light/']);
  });

  it.each(['is the channel safe', 'are pilots of the ferry safe in the channel?'])(
    'ranks for “%s” the question of the Record first',
    async (text) => {
      expect((await run(text)).hits[0]!.document.path).toBe('/themes/ferries/#pilots');
    },
  );

  it('does not rank a question first that has few words of the query', async () => {
    const { hits } = await run('who dredged the harbour for pilots');
    expect(hits[0]!.document.path).toBe('/entries/beta/s1/');
  });

  it.each(['https://www.alpha.example/ferry?x=1', 'alpha.example/ferry/amp', 'https://copy.example/base/entries/alpha/'])(
    'finds the article with the address %s',
    async (text) => {
      expect((await run(text)).hits.map(({ document }) => document.path)).toEqual(['/entries/alpha/']);
    },
  );

  it('returns nothing for the address of another page', async () => {
    const text = 'https://alpha.example/harbour';
    expect(await run(text)).toMatchObject({ hits: [], unknown: [text] });
  });

  it('treats values of one filter as alternatives, and applies all filters', async () => {
    const statement = ['forecast', 'reported-fact'];
    expect((await run('', { filters: { statement } })).hits).toHaveLength(3);
    const { hits, unfilteredCount, facetCounts } = await run('', { filters: { statement, year: ['2002'] } });
    expect(hits.map(({ document }) => document.path)).toEqual(['/entries/beta/s1/']);
    expect(unfilteredCount).toBe(indexFile.documents.length);
    // Each facet is counted without its own filter.
    expect(Object.fromEntries(facetCounts.year)).toEqual({ 2001: 1, 2002: 1 });
    expect(Object.fromEntries(facetCounts.statement)).toEqual({ forecast: 0, 'reported-fact': 1 });
  });

  test.each([
    ['date', ['/entries/alpha/s1/', '/entries/beta/s1/', '/entries/beta/s2/']],
    ['newest', ['/entries/beta/s1/', '/entries/alpha/s1/', '/entries/beta/s2/']],
  ] as const)('sorts by %s with undated results last', async (sort, paths) => {
    const { hits } = await run('', { filters: { kind: ['statement'] }, sort });
    expect(hits.map(({ document }) => document.path)).toEqual(paths);
  });
});

describe('search in the text of pages', () => {
  /** Runs a query with a stub of Pagefind that finds two documents and an unknown page. Returns the queries that it received, too. */
  async function runWithPagefind(text: string) {
    const queries: string[] = [];
    const pagefind = {
      search: async (query: string) => {
        queries.push(query);
        return {
          results: ['p0', 'p3', 'p9'].map((id) => ({
            id,
            score: 1,
            data: async () => ({ excerpt: 'x', content: 'Thornbury said: the ferries sail.' }),
          })),
        };
      },
      init: async () => undefined,
      options: async () => undefined,
      preload: async () => undefined,
    };
    const indexOf = (id: string) => (id === 'p9' ? undefined : Number(id.slice(1)));
    return { queries, ...(await run(text, {}, { ...searchIndexFixture, fullText: { pagefind, indexOf } })) };
  }

  it('adds pages that are not among the other results', async () => {
    const { queries, hits, pageHits } = await runWithPagefind('Thornbury sail');
    expect(queries).toEqual(['thornbury sail']);
    expect(hits.map(({ index }) => index)).toEqual([3]);
    expect(pageHits.map(({ index }) => index)).toEqual([0]);
    expect(await pageHits[0]!.excerpt()).toBe('x');
  });

  it('keeps only pages that have a quoted phrase exactly', async () => {
    expect((await runWithPagefind('“the ferries sail”')).pageHits).toHaveLength(2);
    const { pageHits, missingPhrases } = await runWithPagefind('“the ferry sails”');
    expect([pageHits, missingPhrases]).toEqual([[], ['the ferry sails']]);
  });

  it('does not query Pagefind for words that occur on no page', async () => {
    const { queries, hits, pageHits } = await runWithPagefind('price of crossing ');
    expect(hits.map(({ index }) => index)).toEqual([5, 1]);
    expect([queries, pageHits]).toEqual([[], []]);
  });
});

describe('groupHits', () => {
  it('returns the five best results, and the others with the statements of one article together', () => {
    const hits = [3, 4, 5, 3, 4, 3, 4, 5, 3].map((index, rank) => ({ index, document: indexFile.documents[index]!, score: 100 - rank }));
    const { best, groups } = groupHits(hits);
    expect(best).toEqual(hits.slice(0, 5));
    expect(groups.map((group) => [group.kind, group.hits.map(({ index }) => index)])).toEqual([['statement', [3, 3, 4, 5]]]);
  });
});
