import { expect, it } from 'vitest';
import { mapFigure } from '../../src/charts/map/maps.ts';
import { networkFigure } from '../../src/charts/network/network.ts';
import { networkData } from '../../src/views/network-data.ts';
import { mapData } from '../../src/views/map-data.ts';
import { fixture } from '../support/chart-record.ts';

it('draws the maps and the network of a small archive, and of an empty one', () => {
  const maps = mapFigure(mapData(fixture));
  expect(maps.near.marks.length + maps.far.marks.length).toBe(fixture.places.length);
  expect(mapFigure([]).finding).toMatch(/^Of 0 places/);
  expect(networkFigure(networkData(fixture, 1)).broad.nodes.length).toBeGreaterThan(1);
  expect(networkFigure({ total: 0, least: 5, pairs: [], actors: [] }).finding).toBe(
    'No pair is drawn. 0 of 0 pairs share 5 statements or more and are drawn, with 0 actors.',
  );
});
