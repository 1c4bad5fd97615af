import { describe, expect, it, test } from 'vitest';
import { parseQuery } from '../../../src/search/engine/query.ts';
import { suggestCorrection, createVocabulary } from '../../../src/search/engine/spell-check.ts';

const vocabulary = createVocabulary(new Set(['takaichi', 'ilse', 'thornbury']), new Set(['sanctions', 'market', 'winner', 'the']), [
  'annotation',
]);
const corrected = (text: string, verbatim = false) => suggestCorrection(parseQuery(text), vocabulary, verbatim);

describe('correction', () => {
  test.each([
    ['Takaishi', 'takaichi'],
    ['Takaishi and sancions', 'takaichi and sanctions'],
    ['Thornbery ', 'thornbury '.trim()],
  ])('makes “%s” “%s”', (typed, query) => {
    expect(corrected(typed)).toEqual({ query, unknown: [], changed: true });
  });

  test.each(['sanction', 'sanct', 'annotations ', 'ILSE'])('leaves “%s” as it is', (typed) => {
    expect(corrected(typed)).toMatchObject({ unknown: [], changed: false });
  });

  test.each(['merkel ', 'wheat ', 'annotatoin ', 'xyz '])('makes nothing else of “%s”, but says that it is unknown', (typed) => {
    expect(corrected(typed)).toMatchObject({ unknown: [typed.trim()], changed: false });
  });

  it('changes neither what is quoted nor what is to be taken as typed', () => {
    expect(corrected('“Takaishi”')).toMatchObject({ unknown: ['takaishi'], changed: false });
    expect(corrected('Takaishi', true)).toMatchObject({ unknown: ['takaishi'], changed: false });
  });
});
