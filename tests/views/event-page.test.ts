import { describe, expect, it } from 'vitest';
import { eventListItem } from '../../src/views/event-list-item.ts';
import { eventPage } from '../../src/views/event-page.ts';
import { find, ids } from '../support/fixtures.ts';

describe('eventPage', () => {
  it('returns places, participants and the articles that mention it', () => {
    expect(eventPage(find('events', 'ferry-pact'))).toMatchObject({
      description: 'The paper dates the pact to May 2000.',
      kind: 'Agreement',
      status: 'Happened',
      places: [{ name: 'Port Alder', address: '/places/port-alder/' }],
      entries: [
        { name: 'Gazette 2001', address: '/entries/alpha-2001/' },
        { name: 'Thornbury 2002', address: '/entries/beta-2002/' },
      ],
      actors: [{ name: 'Norrow', address: '/actors/norrow/', side: 'third', part: 'signs' }],
      differences: [],
    });
  });

  it('returns the account and the differences with references', () => {
    const { account, differences, statements } = eventPage(find('events', 'night-boats'));
    expect(account.map(({ references }) => references.map(({ address }) => address))).toEqual([['/entries/alpha-2001/s3/']]);
    expect(differences.map(({ references }) => references.map(({ n }) => n))).toEqual([[3, 1]]);
    expect(ids(statements)).toEqual(['alpha-2001.s3', 'beta-2002.s1']);
  });
});

describe('eventListItem', () => {
  it('returns the data of a list item', () => {
    expect(eventListItem(find('events', 'crews-strike'))).toEqual({
      id: 'crews-strike',
      title: 'The strike of the crews',
      address: '/events/crews-strike/',
      date: 'about May 2002, inferred',
      status: 'ended',
      statusLabel: 'Ended',
      kindLabel: 'Conflict',
      entries: ['Thornbury 2002'],
      statements: 1,
    });
  });
});
