import { describe, expect, it } from 'vitest';
import { eventPage } from '../../src/views/event-page.ts';
import { find, ids } from '../support/fixtures.ts';

describe('eventPage', () => {
  it('returns the places, actors and entries of an event', () => {
    expect(eventPage(find('events', 'ferry-pact'))).toMatchObject({
      description: 'An event of the strait',
      kindLabel: 'Agreement',
      statusLabel: 'Happened',
      places: [{ name: 'Port Alder', address: '/places/port-alder/' }],
      entries: [
        { name: 'Gazette 2001', address: '/entries/alpha-2001/' },
        { name: 'Thornbury 2002', address: '/entries/beta-2002/' },
      ],
      actors: [{ name: 'Norrow', address: '/actors/norrow/', side: 'third', part: 'signs' }],
      differences: [],
    });
  });

  it('returns the account and the differences, each with its references', () => {
    const { account, differences, statements } = eventPage(find('events', 'night-boats'));
    expect(account.map(({ references }) => references.map(({ address }) => address))).toEqual([['/entries/alpha-2001/s3/']]);
    expect(differences.map(({ references }) => references.map(({ address }) => address))).toEqual([
      ['/entries/alpha-2001/s3/', '/entries/beta-2002/s1/'],
    ]);
    expect(ids(statements)).toEqual(['alpha-2001.s3', 'beta-2002.s1']);
  });
});
