import { describe, expect, it } from 'vitest';
import { eventPage } from '../../src/views/event-page.ts';
import { addStatement, changedRecord, find, fixture, ids } from '../support/fixtures.ts';

describe('eventPage', () => {
  it('returns the places, actors and entries of an event', () => {
    expect(eventPage(find('events', 'ferry-pact'), fixture)).toMatchObject({
      places: [{ name: 'Port Alder', address: '/places/port-alder/' }],
      groups: [{ article: { name: 'Gazette 2001' } }, { article: { name: 'Thornbury 2002' } }],
      actors: [{ name: 'Norrow', address: '/actors/norrow/', side: 'third', part: 'signs' }],
      differences: [],
    });
  });

  it('returns the account and the differences, each with its references', () => {
    const { account, differences, groups } = eventPage(find('events', 'night-boats'), fixture);
    expect(account.map(({ references }) => references.map(({ address }) => address))).toEqual([['/entries/alpha-2001/s3/']]);
    expect(differences.map(({ references }) => references.map(({ address }) => address))).toEqual([
      ['/entries/alpha-2001/s3/', '/entries/beta-2002/s1/'],
    ]);
    expect(groups.map(({ open }) => ids(open))).toEqual([['alpha-2001.s3'], ['beta-2002.s1']]);
  });

  it('folds the statements of an article after the eighth', () => {
    const record = changedRecord((content) => {
      for (let n = 20; n < 29; n++) addStatement(content, 'beta-2002', n, { events: ['crews-strike'] });
    });
    const [group] = eventPage(find('events', 'crews-strike', record), record).groups;
    expect([group!.count, group!.open.length, group!.folded.map(({ n }) => n)]).toEqual([10, 8, [27, 28]]);
  });

  it('returns the neighbours on the timeline', () => {
    const { previous, next } = eventPage(find('events', 'night-boats'), fixture);
    expect(previous).toEqual({ name: 'The ferry pact is signed', address: '/events/ferry-pact/', date: '12 May 2000' });
    expect(next).toMatchObject({ address: '/events/crews-strike/' });
    expect(eventPage(find('events', 'ferry-pact'), fixture)).not.toHaveProperty('previous');
  });
});
