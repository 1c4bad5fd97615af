import { describe, expect, it, test } from 'vitest';
import { parseQuery } from '../../../src/search/engine/query.ts';
import { suggestCorrection, createVocabulary } from '../../../src/search/engine/spell-check.ts';

const documentWords = new Set(['sanctions', 'market', 'winner', 'the']);
const vocabulary = createVocabulary({ nameWords: new Set(['takaichi', 'ilse', 'thornbury']), documentWords, knownWords: documentWords }, [
  'annotation',
]);
const correct = (text: string, verbatim = false) => suggestCorrection(parseQuery(text), vocabulary, verbatim);

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
