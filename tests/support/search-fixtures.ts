import { emptyDocument } from '../../src/search/index/documents.ts';
import { buildIndex, type DocumentIndex } from '../../src/search/engine/search-index.ts';
import type { IndexFile } from '../../src/search/engine/search-document.ts';
import { createVocabulary } from '../../src/search/engine/spell-check.ts';
import type { SearchIndex } from '../../src/search/engine/search.ts';

export const emptyLabels = { statement: {}, article: {}, actor: {}, theme: {}, side: {}, status: {} };

/** A small index file: an actor, a theme with a question, two articles and their statements, a place and its keeper of one name. */
export const indexFile: IndexFile = {
  documents: [
    {
      ...emptyDocument,
      path: '/actors/ilse/',
      kind: 'actor',
      title: 'Ilse Thornbury',
      names: ['Thornbury', 'Ильза Торнбери'],
      isPerson: true,
      facets: { side: ['japan'], actor: ['ilse'] },
    },
    {
      ...emptyDocument,
      path: '/themes/ferries/',
      kind: 'theme',
      title: 'Ferries and fares',
      keywords: ['boats'],
      facets: { theme: ['ferries'] },
    },
    {
      ...emptyDocument,
      path: '/entries/alpha/',
      kind: 'article',
      title: 'On the ferry',
      date: '2001-05-01',
      addresses: ['alpha.example/ferry'],
      facets: { article: ['alpha'], year: ['2001'] },
    },
    {
      ...emptyDocument,
      path: '/entries/alpha/s1/',
      kind: 'statement',
      title: 'Alpha, statement 1',
      text: 'The ferry will sail again, Thornbury said, once the harbour has been dredged.',
      date: '2001-06-01',
      facets: { article: ['alpha'], statement: ['forecast'], theme: ['ferries'], year: ['2001'], actor: ['ilse'], speaker: ['ilse'] },
    },
    {
      ...emptyDocument,
      path: '/entries/beta/s1/',
      kind: 'statement',
      title: 'Beta, statement 1',
      text: 'A harbour far from any ferry was dredged.',
      date: '2002-01-01',
      facets: { article: ['beta'], statement: ['reported-fact'], theme: ['ferries'], year: ['2002'] },
    },
    {
      ...emptyDocument,
      path: '/entries/beta/s2/',
      kind: 'statement',
      title: 'Beta, statement 2',
      text: 'Fares rose.',
      facets: { article: ['beta'], statement: ['reported-fact'] },
    },
    { ...emptyDocument, path: '/actors/light/', kind: 'actor', title: 'The lighthouse' },
    { ...emptyDocument, path: '/places/light/', kind: 'place', title: 'The lighthouse' },
    {
      ...emptyDocument,
      path: '/themes/ferries/#pilots',
      kind: 'question',
      title: 'Is the channel safe for pilots?',
      facts: ['Ferries and fares'],
      answers: [{ article: 'alpha', statements: [3] }],
      facets: { article: ['alpha'], theme: ['ferries'] },
    },
  ],
  labels: {
    ...emptyLabels,
    article: { alpha: 'Alpha', beta: 'Beta' },
    actor: { ilse: 'Ilse Thornbury' },
    theme: { ferries: 'Ferries and fares' },
  },
  aliases: [{ phrases: ['price of crossing'], documents: [5, 1] }],
  synonyms: [['ferry', 'boat']],
  sides: { ilse: 'japan' },
};

function buildAtOnce(file: IndexFile): DocumentIndex {
  const steps = buildIndex(file);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const documentIndex = buildAtOnce(indexFile);

/** The index of the file, with a vocabulary, without the text of pages. */
export const searchIndexFixture: SearchIndex = { documentIndex, vocabulary: createVocabulary(indexFile, ['elsewhere']) };
