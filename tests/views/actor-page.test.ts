import { describe, expect, it, test } from 'vitest';
import { actorPage } from '../../src/views/actor-page.ts';
import { actorsPage } from '../../src/views/actor-page.ts';
import { changedRecord, fixture, find, getStatement, ids } from '../support/fixtures.ts';

const pageOf = (id: string, record = fixture) => actorPage(find('actors', id, record), record);

/** Returns the ids of the statements of an actor by its part. */
const partsOf = (id: string) =>
  Object.fromEntries(pageOf(id).statements.map((part) => [part.id, part.groups.flatMap(({ open, folded }) => ids([...open, ...folded]))]));

describe('actorPage', () => {
  it('lists the statements that the actor makes, relays and is mentioned in', () => {
    expect(partsOf('ferry-board')).toEqual({ says: ['alpha-2001.s2', 'beta-2002.s4'] });
    expect(partsOf('alder-gazette')).toEqual({
      says: ['alpha-2001.s1', 'alpha-2001.s5'],
      relays: ['alpha-2001.s2', 'alpha-2001.s3', 'alpha-2001.s4'],
    });
    expect(partsOf('norrow')).toEqual({ 'spoken-of': ['alpha-2001.s1', 'beta-2002.s2'] });
  });

  it('lists a statement once if the actor has several parts in it', () => {
    const record = changedRecord((content) => {
      Object.assign(getStatement(content, 'beta-2002.s2'), { speakers: ['norrow'], via: ['norrow'], actors: ['norrow'] });
    });
    expect(pageOf('norrow', record).statements.map(({ id, count }) => [id, count])).toEqual([
      ['says', 1],
      ['spoken-of', 1],
    ]);
  });

  it('links to the body it belongs to and to its parts', () => {
    expect(pageOf('ferry-board').partOf).toEqual({ name: 'Norrow', address: '/actors/norrow/' });
    expect(pageOf('norrow')).not.toHaveProperty('partOf');
    expect(pageOf('norrow').parts).toEqual([{ name: 'Ferry Board', address: '/actors/ferry-board/' }]);
  });

  it('lists offices, roles, events and co-occurring actors without states and outlets', () => {
    const { offices, roles, companions, leftOut } = pageOf('ilse-thornbury');
    expect(offices.map(({ title, asOf, references }) => [title, asOf.edtf, references.map(({ n }) => n)])).toEqual([
      ['pilot', '2001-03-04', [3]],
    ]);
    expect(roles.map(({ name, role }) => [name, role])).toEqual([
      ['Gazette 2001', 'a pilot of the strait'],
      ['Thornbury 2002', 'its author'],
    ]);
    expect([companions, leftOut]).toEqual([[], 'The Alder Gazette 1 and Norrow 1']);
    expect(pageOf('beacon-wire').companions).toEqual([
      { name: 'Ferry Board', address: '/actors/ferry-board/', side: 'third', counts: [1] },
    ]);
    expect(pageOf('norrow').events.map(({ id, part }) => [id, part])).toEqual([['ferry-pact', 'signs']]);
  });

  test.each([
    ['norrow', 'Both mentions come from voices neither Japanese nor Russian'],
    ['ferry-board', 'Both statements are passed on by others'],
    ['alder-gazette', 'Own words in 2 statements, others’ words in 3'],
    ['beacon-wire', 'The only statement passed on comes from a voice neither Japanese nor Russian'],
    ['ilse-thornbury', '3 of 4 statements are direct, one is passed on'],
  ])('finds for %s: “%s”', (id, finding) => {
    expect(pageOf(id).figure.title).toBe(finding);
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
    expect(actorsPage(fixture).groups.map(({ name, items }) => [name, items.map((actor) => actor.name)])).toEqual([
      ['People', ['Ilse Thornbury']],
      ['States', ['Norrow']],
      ['Government bodies', ['Ferry Board']],
      ['News outlets', ['The Alder Gazette', 'Beacon Wire']],
    ]);
  });

  it('counts the statements of each actor in each article, and its parts in words', () => {
    const { groups, speakers } = actorsPage(fixture);
    expect(groups.flatMap(({ items }) => items).find(({ name }) => name === 'The Alder Gazette')).toMatchObject({
      description: 'The Alder Gazette in the two newspapers · speaks in 2, passes on 3',
      counts: [5, 0],
      total: 5,
    });
    expect(speakers).toBe(3);
  });

  it('sorts a kind by number of statements, and folds a long one after ten', () => {
    const record = changedRecord((content) => {
      const board = content.actors.find(({ id }) => id === 'ferry-board')!;
      for (let n = 10; n < 22; n++) content.actors.push({ ...structuredClone(board), id: `board-${n}` });
    });
    const bodies = actorsPage(record).groups.find(({ id }) => id === 'government-body')!;
    expect([bodies.count, bodies.items.length, bodies.folded.length, bodies.items[0]!.total]).toEqual([13, 10, 3, 2]);
    expect(bodies.summary).toBe('3 more: Ferry Board, Ferry Board, Ferry Board');
  });
});
