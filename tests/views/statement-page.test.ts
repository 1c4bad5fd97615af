import { describe, expect, it, test } from 'vitest';
import type { Relation } from '../../src/schema/relations.ts';
import { statementPage } from '../../src/views/statement-page.ts';
import { changedRecord, find, fixture, ids, getStatement } from '../support/fixtures.ts';

const pageOf = (id: string, record = fixture) => statementPage(find('statements', id, record));

describe('statementPage', () => {
  it('returns title, article and date of publication', () => {
    expect(pageOf('beta-2002.s3')).toMatchObject({
      title: 'Thornbury 2002, statement 3',
      article: 'A Year of the Pact',
      published: 'June 2002, inferred',
      quotes: [{ words: 'the dearest cargo of all', locator: 'paragraph 2' }],
    });
  });

  it('links to what it is about and omits empty groups', () => {
    expect(pageOf('alpha-2001.s1').links).toEqual([
      { label: 'Events', links: [{ name: 'The ferry pact is signed', address: '/events/ferry-pact/' }] },
      { label: 'Speaks of', links: [{ name: 'Norrow', address: '/actors/norrow/' }] },
      { label: 'Themes', links: [{ name: 'Ferries', address: '/themes/ferries/' }] },
      { label: 'Places', links: [{ name: 'Port Alder', address: '/places/port-alder/' }] },
    ]);
    expect(pageOf('beta-2002.s3').links.map(({ label }) => label)).toEqual(['Themes']);
  });

  it('links to the previous and next statement', () => {
    const pages = find('entries', 'alpha-2001').statements.map(statementPage);
    expect(pages.map(({ previous, next }) => [previous?.n, next?.n])).toEqual([
      [undefined, 2],
      [1, 3],
      [2, 4],
      [3, 5],
      [4, undefined],
    ]);
  });

  it('includes optional fields only if the statement has them', () => {
    expect(pageOf('alpha-2001.s2').said?.edtf).toBe('2001-03-01');
    expect(pageOf('alpha-2001.s3').horizon?.edtf).toBe('2001-23');
    for (const field of ['said', 'horizon', 'note']) expect(pageOf('alpha-2001.s1')).not.toHaveProperty(field);
    const record = changedRecord((content) => {
      getStatement(content, 'alpha-2001.s1').note = 'The day is that of the signing.';
    });
    expect(pageOf('alpha-2001.s1', record).note).toBe('The day is that of the signing.');
  });

  test.each<[Relation['kind'], string, string]>([
    ['corroborates', 'Corroborates', 'Corroborated by'],
    ['contradicts', 'Contradicts', 'Contradicted by'],
    ['qualifies', 'Qualifies', 'Qualified by'],
    ['updates', 'Updates', 'Updated by'],
    ['answers', 'Reports the outcome of', 'Outcome reported in'],
  ])('labels the relation %s from both sides: “%s”, “%s”', (kind, forward, backward) => {
    const record = changedRecord(({ relations }) => {
      relations[0]!.data.relations = [{ from: 'beta-2002.s1', to: 'alpha-2001.s3', kind, why: 'Both tell of it.' }];
    });
    const seen = ['beta-2002.s1', 'alpha-2001.s3'].map((id) => pageOf(id, record).relations);
    expect(seen.map((relations) => relations.map(({ label, why, line }) => [label, why, line.id]))).toEqual([
      [[forward, 'Both tell of it.', 'alpha-2001.s3']],
      [[backward, 'Both tell of it.', 'beta-2002.s1']],
    ]);
  });

  it('lists every relation on the pages of both statements', () => {
    const shown = fixture.statements.flatMap((statement) =>
      statementPage(statement).relations.map(({ line }) => `${statement.id} ${line.id}`),
    );
    const both = fixture.relations.flatMap(({ from, to }) => [ids([from, to]), ids([to, from])].map((pair) => pair.join(' ')));
    expect(shown.toSorted()).toEqual(both.toSorted());
  });
});
