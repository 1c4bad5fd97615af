import { describe, expect, it, test } from 'vitest';
import type { Statement } from '../../src/schema/statement.ts';
import { entryListItem, statementListItem, toSpeaker, eventListItem } from '../../src/views/list-items.ts';
import { changedRecord, find, getData, getStatement } from '../support/fixtures.ts';

const id = 'alpha-2001.s3';

/** Returns the list item of a forecast with these fields. */
function lineWith(data: Partial<Statement>) {
  const record = changedRecord((content) => Object.assign(getStatement(content, id), data));
  return statementListItem(find('statements', id, record));
}

describe('statementListItem', () => {
  it('returns the data of a list item', () => {
    expect(statementListItem(find('statements', 'alpha-2001.s4'))).toEqual({
      id: 'alpha-2001.s4',
      n: 4,
      anchor: 's4',
      address: '/entries/alpha-2001/s4/',
      text: 'Boats by night need a lamp on the mole.',
      kindLabel: 'Condition or demand',
      voice: {
        speakers: ['unnamed'],
        passedOnBy: ['third'],
        names: 'a harbour clerk, through The Alder Gazette',
        description: 'a harbour clerk, unnamed, through The Alder Gazette, neither side',
      },
      speakers: [{ name: 'a harbour clerk' }],
      via: [[{ name: 'The Alder Gazette', address: '/actors/alder-gazette/', side: 'third' }]],
      entry: { label: 'Gazette 2001', address: '/entries/alpha-2001/' },
      at: '¶2',
      relations: [],
      condition: 'a lamp on the mole',
    });
  });

  it('formats its date with its basis', () => {
    expect(statementListItem(find('statements', 'alpha-2001.s1')).date).toBe('12 May 2000');
    expect(statementListItem(find('statements', id)).date).toBe('autumn 2001, inferred');
  });

  test.each<[string, Statement['horizon'], string]>([
    ['its date', { edtf: '2001', basis: 'printed' }, '2001'],
    ['its date with its basis', { edtf: '2001-23', basis: 'inferred', ground: 'as it says' }, 'autumn 2001, inferred'],
    ['its date, and not its wording', { edtf: '2001', basis: 'printed', wording: 'this year' }, '2001'],
    ['its wording where it has no date', { edtf: null, basis: 'printed', wording: 'some day', ground: 'no day' }, '‘some day’'],
    ['“none given” where it has neither', { edtf: null, basis: 'printed', ground: 'none given' }, 'none given'],
    ['“none given” where it has no horizon', undefined, 'none given'],
  ])('formats the horizon of a forecast with %s', (_, horizon, words) => {
    expect(lineWith({ horizon }).horizon).toBe(words);
  });

  it('flags its relations, contradictions first, and names the article of a statement elsewhere', () => {
    const record = changedRecord(({ relations }) => {
      relations[0]!.data.relations = [
        { from: id, to: 'beta-2002.s2', kind: 'corroborates', why: 'Both are about boats.' },
        { from: 'beta-2002.s1', to: id, kind: 'answers', why: 'It says what came.', outcome: 'not-met' },
        { from: 'alpha-2001.s4', to: id, kind: 'contradicts', why: 'No lamp, no boats.' },
      ];
    });
    expect(statementListItem(find('statements', id, record)).relations).toEqual([
      { kind: 'contradicts', label: 'contradicted by 4', address: '/entries/alpha-2001/s4/' },
      { kind: 'answers', label: 'outcome reported in Thornbury 2002, 1', address: '/entries/beta-2002/s1/' },
      { kind: 'corroborates', label: 'corroborates Thornbury 2002, 2', address: '/entries/beta-2002/s2/' },
    ]);
  });

  it('has no horizon if the statement is not a forecast', () => {
    expect(lineWith({ kind: 'opinion' })).not.toHaveProperty('horizon');
  });
});

describe('toSpeaker', () => {
  it('returns a linked name with its side', () => {
    expect(toSpeaker({ actor: find('actors', 'norrow') })).toEqual({ name: 'Norrow', address: '/actors/norrow/', side: 'third' });
  });

  it('returns the description of an unnamed speaker', () => {
    expect(toSpeaker({ unnamed: 'a harbour clerk' })).toEqual({ name: 'a harbour clerk' });
  });
});

it('eventListItem returns the list item of an event', () => {
  expect(eventListItem(find('events', 'crews-strike'))).toEqual({
    id: 'crews-strike',
    title: 'The strike of the crews',
    address: '/events/crews-strike/',
    date: 'about May 2002, inferred',
    status: 'ended',
    statusLabel: 'Ended',
  });
});

describe('entryListItem', () => {
  it('returns the data of a list item with the first sentence about the owner', () => {
    const record = changedRecord((content) => {
      getData(content, 'entries', 'alpha-2001').standpoint.owner = 'A paper of the U.S. navy. It is free.';
    });
    expect(entryListItem(find('entries', 'alpha-2001', record))).toMatchObject({
      label: 'Gazette 2001',
      by: 'Unsigned',
      publisher: 'The Alder Gazette',
      published: '4 March 2001',
      owner: 'A paper of the U.S. navy.',
      statements: 5,
    });
  });

  it('lists all authors', () => {
    const record = changedRecord((content) => {
      getData(content, 'entries', 'beta-2002').source.authors = ['ilse-thornbury', 'norrow', 'ferry-board'];
    });
    expect(entryListItem(find('entries', 'beta-2002', record)).by).toBe('Ilse Thornbury, Norrow and Ferry Board');
  });
});
