import { describe, expect, it, test } from 'vitest';
import { actorPage } from '../../src/views/actor-page.ts';
import { actorsPage } from '../../src/views/actor-page.ts';
import { fixture, find, ids } from '../support/fixtures.ts';

const pageOf = (id: string) => actorPage(find('actors', id));

describe('actorPage', () => {
  it('lists the statements that the actor makes, relays and is mentioned in', () => {
    const { says, relays, spokenOf } = pageOf('ferry-board');
    expect([says, relays, spokenOf].map(ids)).toEqual([['alpha-2001.s2', 'beta-2002.s4'], [], []]);
    expect(ids(pageOf('alder-gazette').relays)).toEqual(['alpha-2001.s2', 'alpha-2001.s3', 'alpha-2001.s4']);
    expect(ids(pageOf('norrow').spokenOf)).toEqual(['alpha-2001.s1', 'beta-2002.s2']);
  });

  it('links to the body it belongs to and to its parts', () => {
    expect(pageOf('ferry-board').partOf).toEqual({ name: 'Norrow', address: '/actors/norrow/' });
    expect(pageOf('norrow')).not.toHaveProperty('partOf');
    expect(pageOf('norrow').parts).toEqual([{ name: 'Ferry Board', address: '/actors/ferry-board/' }]);
  });

  it('lists offices, roles, events and co-occurring actors', () => {
    const { offices, roles, beside } = pageOf('ilse-thornbury');
    expect(offices.map(({ title, asOf, references }) => [title, asOf.edtf, references.map(({ n }) => n)])).toEqual([
      ['pilot', '2001-03-04', [3]],
    ]);
    expect(roles.map(({ name, role }) => [name, role])).toEqual([
      ['Gazette 2001', 'a pilot of the strait'],
      ['Thornbury 2002', 'its author'],
    ]);
    expect(beside).toEqual([
      { name: 'The Alder Gazette', address: '/actors/alder-gazette/', count: 1 },
      { name: 'Norrow', address: '/actors/norrow/', count: 1 },
    ]);
    expect(pageOf('norrow').events.map(({ id, part }) => [id, part])).toEqual([['ferry-pact', 'signs']]);
  });

  it('has a note only if the actor has one', () => {
    expect(pageOf('alder-gazette').note).toBe('A paper of the harbour town.');
    expect(pageOf('norrow')).not.toHaveProperty('note');
  });

  test.each([
    ['norrow', 'Norrow in the two newspapers. 2 statements in the Record.'],
    ['beacon-wire', 'Beacon Wire in the two newspapers. One statement in the Record.'],
  ])('describes %s as “%s”', (id, description) => {
    expect(pageOf(id).summary).toBe(description);
  });
});

describe('actorsPage', () => {
  it('groups actors by kind and omits empty kinds', () => {
    expect(actorsPage(fixture).map(({ title, actors }) => [title, actors.map(({ name }) => name)])).toEqual([
      ['People', ['Ilse Thornbury']],
      ['States', ['Norrow']],
      ['Government bodies', ['Ferry Board']],
      ['News outlets', ['The Alder Gazette', 'Beacon Wire']],
    ]);
  });

  it('counts the statements that each actor makes, relays and is mentioned in', () => {
    const actors = actorsPage(fixture).flatMap((group) => group.actors);
    expect(actors.find(({ name }) => name === 'The Alder Gazette')).toMatchObject({
      says: 2,
      relays: 3,
      spokenOf: 0,
      sideLabel: 'Other',
    });
  });
});
