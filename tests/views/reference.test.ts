import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byArticle, reference, citedSentenceView } from '../../src/views/reference.ts';
import { find, fixture } from '../support/fixtures.ts';

const statements = fc.array(fc.constantFrom(...fixture.statements.map(reference)));

describe('citations by article', () => {
  it('are none where nothing is cited', () => {
    expect(byArticle([])).toEqual([]);
  });

  it('keep the order in which articles are first cited, and that within each', () => {
    const references = ['beta-2002.s2', 'alpha-2001.s3', 'beta-2002.s1'].map((id) => reference(find('statements', id)));
    expect(byArticle(references).map(({ entry, references: group }) => [entry, group.map(({ n }) => n)])).toEqual([
      ['Thornbury 2002', [2, 1]],
      ['Gazette 2001', [3]],
    ]);
  });

  it('have every article once and every citation in its own', () => {
    fc.assert(
      fc.property(statements, (references) => {
        const groups = byArticle(references);
        expect(groups.map(({ entry }) => entry)).toEqual([...new Set(references.map(({ entry }) => entry))]);
        for (const group of groups) expect(group.references).toEqual(references.filter(({ entry }) => entry === group.entry));
      }),
    );
  });
});

it('a sentence comes with its citations', () => {
  expect(citedSentenceView(find('events', 'ferry-pact').account[0]!)).toEqual({
    text: 'The paper dates the pact to May 2000.',
    references: [{ entry: 'Gazette 2001', n: 1, address: '/entries/alpha-2001/s1/' }],
  });
});
