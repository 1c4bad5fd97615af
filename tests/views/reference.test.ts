import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { byArticle, reference, citedSentenceView, inlineCitation } from '../../src/views/reference.ts';
import { find, fixture, changedRecord, getData } from '../support/fixtures.ts';

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

const cited = (cites: string, entry?: string) =>
  inlineCitation(fixture, cites, entry).map((group) => [group.entry, group.references.map(({ n }) => n)]);

describe('inlineCitation', () => {
  test.each<[string, string | undefined, [string, number[]][]]>([
    ['1', 'alpha-2001', [['Gazette 2001', [1]]]],
    ['1', 'beta-2002', [['Thornbury 2002', [1]]]],
    [
      '3 1',
      'alpha-2001',
      [
        ['Gazette 2001', [3]],
        ['Gazette 2001', [1]],
      ],
    ],
    ['beta-2002.s4', undefined, [['Thornbury 2002', [4]]]],
    [
      'alpha-2001.s1 beta-2002.s2',
      undefined,
      [
        ['Gazette 2001', [1]],
        ['Thornbury 2002', [2]],
      ],
    ],
    [
      '1 alpha-2001.s3 2',
      'beta-2002',
      [
        ['Thornbury 2002', [1, 2]],
        ['Gazette 2001', [3]],
      ],
    ],
    [
      '1\n  2',
      'alpha-2001',
      [
        ['Gazette 2001', [1]],
        ['Gazette 2001', [2]],
      ],
    ],
    ['1 5', 'alpha-2001', [['Gazette 2001', [1, 5]]]],
  ])('resolves “%s” on the page of %s to %j', (cites, entry, groups) => {
    expect(cited(cites, entry)).toEqual(groups);
  });

  test.each<[string, string | undefined]>([
    ['99', 'alpha-2001'],
    ['1', undefined],
    ['1', 'gamma-2003'],
    ['alpha-2001.s99', undefined],
    ['s1', 'alpha-2001'],
    ['1 alpha-2001.s99', 'alpha-2001'],
    ['', 'alpha-2001'],
  ])('throws for the unknown statement in “%s” on the page of %s', (cites, entry) => {
    expect(() => inlineCitation(fixture, cites, entry)).toThrow('unknown statement');
  });

  test.each([
    ['beta-2002.s1', ['Thornbury']],
    ['beta-2002.s1 beta-2002.s2', ['Thornbury']],
    ['alpha-2001.s4', ['a harbour clerk']],
    ['alpha-2001.s1 alpha-2001.s2 alpha-2001.s3', ['The Alder Gazette', 'Ferry Board', 'Thornbury']],
  ])('groups %s by voice, with people by family name: %j', (cites, who) => {
    expect(inlineCitation(fixture, cites, undefined).map(({ speakers }) => speakers)).toEqual(who);
  });

  it('separates one speaker who is passed on from the same speaker without a relay', () => {
    const groups = inlineCitation(fixture, 'alpha-2001.s3 beta-2002.s1', undefined);
    expect(groups.map(({ voice }) => voice.names)).toEqual(['Ilse Thornbury, through The Alder Gazette', 'Ilse Thornbury']);
  });

  it('lists each passage once and flags what other statements make of a statement', () => {
    const record = changedRecord(({ relations }) => {
      relations[0]!.data.relations = [
        { from: 'beta-2002.s1', to: 'alpha-2001.s5', kind: 'updates', why: 'It is dear now.' },
        { from: 'alpha-2001.s5', to: 'beta-2002.s2', kind: 'contradicts', why: 'One says dear.' },
        { from: 'alpha-2001.s4', to: 'beta-2002.s2', kind: 'updates', why: 'It changed.' },
        { from: 'alpha-2001.s4', to: 'alpha-2001.s1', kind: 'corroborates', why: 'Both say so.' },
      ];
    });
    const groups = inlineCitation(record, '1 5 4', 'alpha-2001');
    const [paper, clerk] = groups;
    const words = ({ flags }: (typeof groups)[number]) => flags.map((flag) => flag.words);
    expect([paper!.at, words(paper!)]).toEqual(['opening summary, ¶1, ¶3', ['contradicts another', 'updated later']]);
    expect([clerk!.at, words(clerk!)]).toEqual(['¶2', []]);
    expect(words(inlineCitation(record, 'beta-2002.s2', undefined)[0]!)).toEqual(['contradicted', 'updated later']);
  });

  it("links to the anchor on the page of the same entry and to the statement's page elsewhere", () => {
    const [own, other] = inlineCitation(fixture, '1 alpha-2001.s3', 'beta-2002');
    expect(own!.references[0]!.address).toBe('#s1');
    expect(other!.references[0]!.address).toBe('/entries/alpha-2001/s3/');
  });

  it('resolves statements in the Record that it is given', () => {
    const record = changedRecord((content) => {
      getData(content, 'entries', 'alpha-2001').label = 'Another';
    });
    expect(inlineCitation(record, '1', 'alpha-2001')[0]!.entry).toBe('Another');
    expect(inlineCitation(fixture, '1', 'alpha-2001')[0]!.entry).toBe('Gazette 2001');
  });
});
