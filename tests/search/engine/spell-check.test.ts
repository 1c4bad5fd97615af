import { describe, expect, it, test } from 'vitest';
import { parseQuery } from '../../../src/search/engine/query.ts';
import { createVocabulary, suggestCorrection, suggestDocuments } from '../../../src/search/engine/spell-check.ts';
import { emptyDocument } from '../../../src/search/index/documents.ts';
import { emptyLabels, searchIndexFixture } from '../../support/search-fixtures.ts';

const actor = { ...emptyDocument, path: '/actors/a/', kind: 'actor' as const, title: 'Takaichi', names: ['Ilse Thornbury'] };
const event = { ...emptyDocument, path: '/events/e/', kind: 'event' as const, title: 'The sanctions', text: 'market winner' };
const vocabulary = createVocabulary({ documents: [actor, event], labels: emptyLabels, aliases: [], synonyms: [], sides: {} }, [
  'annotation',
]);
const correct = (text: string, verbatim = false) => {
  const { unknown, ...others } = suggestCorrection(parseQuery(text), vocabulary, verbatim);
  return { ...others, unknown: unknown.map(({ plain }) => plain) };
};

describe('suggestCorrection', () => {
  test.each([
    ['Takaishi', 'takaichi'],
    ['Takaishi and sancions', 'takaichi and sanctions'],
    ['Thornbery ', 'thornbury'],
  ])('corrects “%s” to “%s”', (typed, text) => {
    expect(correct(typed)).toEqual({ text, unknown: [], isChanged: true });
  });

  test.each(['sanction', 'sanct', 'annotations ', 'ILSE'])('does not change “%s”', (typed) => {
    expect(correct(typed)).toMatchObject({ unknown: [], isChanged: false });
  });

  test.each(['merkel ', 'wheat ', 'annotatoin ', 'xyz '])('returns “%s” as unknown', (typed) => {
    expect(correct(typed)).toMatchObject({ unknown: [typed.trim()], isChanged: false });
  });

  it('does not change quoted words or a verbatim query', () => {
    expect(correct('“Takaishi”')).toMatchObject({ unknown: ['takaishi'], isChanged: false });
    expect(correct('Takaishi', true)).toMatchObject({ unknown: ['takaishi'], isChanged: false });
  });
});

describe('suggestDocuments', () => {
  const suggest = (text: string) => suggestDocuments(text, searchIndexFixture.documentIndex).map(({ title }) => title);

  test.each(['Thornburry', 'Ilsa Thornbury', 'Francis Thornberry'])('returns the name that looks like “%s”', (text) => {
    expect(suggest(text)).toEqual(['Ilse Thornbury']);
  });

  test.each(['Medvedev', 'Thorn', 'ferry', 'at', ''])('returns nothing for “%s”, which no name looks like', (text) => {
    expect(suggest(text)).toEqual([]);
  });
});
