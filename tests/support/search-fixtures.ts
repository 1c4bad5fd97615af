import { prepare } from '../../src/search/engine/search-index.ts';
import type { IndexFile, SearchDocument } from '../../src/search/engine/search-document.ts';
import { createVocabulary } from '../../src/search/engine/spell-check.ts';
import type { SearchIndex } from '../../src/search/engine/search.ts';

/** A record with only what a test says of it. */
export const createFixtures = (given: Partial<SearchDocument> & Pick<SearchDocument, 'address' | 'kind' | 'title'>): SearchDocument => ({
  names: [],
  misspellings: [],
  keywords: [],
  text: '',
  facts: [],
  facets: {},
  ...given,
});

const records = [
  createFixtures({
    address: '/actors/ilse/',
    kind: 'actor',
    title: 'Ilse Thornbury',
    names: ['Thornbury', 'Ильза Торнбери'],
    person: true,
    facets: { side: ['japan'], actor: ['ilse'] },
  }),
  createFixtures({
    address: '/themes/ferries/',
    kind: 'theme',
    title: 'Ferries and fares',
    keywords: ['boats'],
    facets: { theme: ['ferries'] },
  }),
  createFixtures({
    address: '/entries/alpha/',
    kind: 'article',
    title: 'On the ferry',
    date: '2001-05-01',
    facets: { article: ['alpha'], year: ['2001'] },
  }),
  createFixtures({
    address: '/entries/alpha/s1/',
    kind: 'statement',
    title: 'Alpha, statement 1',
    text: 'The ferry will sail again, Thornbury said, once the harbour has been dredged.',
    date: '2001-06-01',
    facets: { article: ['alpha'], statement: ['forecast'], theme: ['ferries'], year: ['2001'], actor: ['ilse'], speaker: ['ilse'] },
  }),
  createFixtures({
    address: '/entries/beta/s1/',
    kind: 'statement',
    title: 'Beta, statement 1',
    text: 'A harbour far from any ferry was dredged.',
    date: '2002-01-01',
    facets: { article: ['beta'], statement: ['reported-fact'], theme: ['ferries'], year: ['2002'] },
  }),
  createFixtures({
    address: '/entries/beta/s2/',
    kind: 'statement',
    title: 'Beta, statement 2',
    text: 'Fares rose.',
    facets: { article: ['beta'], statement: ['reported-fact'] },
  }),
];

export const catalogue: IndexFile = {
  records,
  labels: { article: { alpha: 'Alpha', beta: 'Beta' }, actor: { ilse: 'Ilse Thornbury' }, theme: { ferries: 'Ferries and fares' } },
  concepts: [{ phrases: ['price of crossing'], records: [5, 1] }],
  synonyms: [['ferry', 'boat']],
};

const prepared = prepare(catalogue);

/** The small catalogue, ready to be searched, without the text of pages. */
export const library: SearchIndex = {
  prepared,
  vocabulary: createVocabulary(prepared.nameWords, prepared.words, ['elsewhere'], prepared.ownWords),
};
