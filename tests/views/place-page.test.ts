import { describe, expect, it, test } from 'vitest';
import { placePage, placesPage, mapData } from '../../src/views/place-page.ts';
import { changedRecord, getData, find, fixture, ids } from '../support/fixtures.ts';

const strait = find('places', 'marrow-strait');

describe('placePage', () => {
  test.each([
    [44.34, 146.86, '44.3° N, 146.9° E'],
    [-33.9, 18.4, '33.9° S, 18.4° E'],
    [12.5, -140, '12.5° N, 140.0° W'],
    [-54.8, -68.3, '54.8° S, 68.3° W'],
    [0, 0, '0.0° N, 0.0° E'],
    [90, 180, '90.0° N, 180.0° E'],
  ])('formats the coordinates %f, %f as “%s”', (lat, lon, position) => {
    const record = changedRecord((content) => {
      getData(content, 'places', 'port-alder').coordinates = { lat, lon };
    });
    expect(placePage(find('places', 'port-alder', record), record).position).toBe(position);
  });

  it('links to the larger place that contains it', () => {
    expect(placePage(find('places', 'port-alder'), fixture).within).toEqual({ name: 'Marrow Strait', address: '/places/marrow-strait/' });
    expect(placePage(strait, fixture)).not.toHaveProperty('within');
  });

  it('lists each disputed name with the party that uses it', () => {
    expect(placePage(strait, fixture).namings).toEqual([
      {
        name: 'the Home Water',
        users: [
          {
            name: 'Norrow',
            address: '/actors/norrow/',
            side: 'third',
            references: [{ entry: 'Gazette 2001', n: 3, address: '/entries/alpha-2001/s3/' }],
          },
        ],
      },
    ]);
  });

  it('returns its account, events and statements', () => {
    const { description, events, groups, figure } = placePage(strait, fixture);
    expect(description).toBe('A place on the strait');
    expect([ids(events), groups.map(({ open }) => ids(open))]).toEqual([['night-boats'], [['alpha-2001.s3'], ['beta-2002.s1']]]);
    expect(figure).toMatchObject({
      title: 'Both statements come from voices neither Japanese nor Russian',
      source: '2 statements in two articles',
    });
  });

  it('returns the coordinates of its parts for page and map', () => {
    const names = (en: string, ja: string) => ({ en, ja, variants: [], misspellings: [] });
    const record = changedRecord((content) => {
      getData(content, 'places', 'marrow-strait').parts = [
        { japanese: names('Shikotan', '色丹島'), russian: names('Shpanberg', 'シュパンベルグ'), coordinates: { lat: -1, lon: 2 } },
      ];
    });
    const { parts } = placePage(find('places', 'marrow-strait', record), record);
    expect(parts[0]!.position).toBe('1.0° S, 2.0° E');
    expect(mapData(record)[0]!.parts).toEqual([{ lat: -1, lon: 2 }]);
  });
});

describe('placesPage', () => {
  it('lists each place with its kind and its statements in each article', () => {
    expect(placesPage(fixture).map(({ name, kindLabel, counts, total }) => [name, kindLabel, counts, total])).toEqual([
      ['Marrow Strait', 'Sea', [1, 1], 2],
      ['Port Alder', 'City', [1, 1], 2],
    ]);
  });
});

describe('placeData', () => {
  it('includes the names that states use and omits others', () => {
    const namings = (usedBy: string) => {
      const record = changedRecord((content) => {
        getData(content, 'places', 'marrow-strait').namings[0]!.usedBy = usedBy;
      });
      return mapData(record)[0]!.namings;
    };
    expect(namings('norrow')).toEqual([{ name: 'the Home Water', usedBy: 'Norrow' }]);
    expect(namings('alder-gazette')).toEqual([]);
  });
});
