import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byArticle, reference, citedSentenceView } from '../../src/views/reference.ts';
import { find, fixture } from '../support/fixtures.ts';

const statements = fc.array(fc.constantFrom(...fixture.statements.map(reference)));

describe('byArticle', () => {
  it('returns an empty list for no references', () => {
    expect(byArticle([])).toEqual([]);
  });

  it('keeps the order of first citation and the order within each article', () => {
    const references = ['beta-2002.s2', 'alpha-2001.s3', 'beta-2002.s1'].map((id) => reference(find('statements', id)));
    expect(byArticle(references).map(({ entry, references: group }) => [entry, group.map(({ n }) => n)])).toEqual([
      ['Thornbury 2002', [2, 1]],
      ['Gazette 2001', [3]],
    ]);
  });

  it('returns every article once with its own references', () => {
    fc.assert(
      fc.property(statements, (references) => {
        const groups = byArticle(references);
        expect(groups.map(({ entry }) => entry)).toEqual([...new Set(references.map(({ entry }) => entry))]);
        for (const group of groups) expect(group.references).toEqual(references.filter(({ entry }) => entry === group.entry));
      }),
    );
  });
});

it('citedSentenceView returns a sentence with its references', () => {
  expect(citedSentenceView(find('events', 'ferry-pact').account[0]!)).toEqual({
    text: 'The paper dates the pact to May 2000.',
    references: [{ entry: 'Gazette 2001', n: 1, address: '/entries/alpha-2001/s1/' }],
  });
});
