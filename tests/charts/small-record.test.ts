import { expect, it } from 'vitest';
import { placeMaps } from '../../src/charts/map/maps.ts';
import { networkPictures } from '../../src/charts/network/network.ts';
import { networkPicture } from '../../src/views/network-data.ts';
import { placesPicture } from '../../src/views/map-data.ts';
import { fixture } from '../support/chart-record.ts';

it('draws the maps and the network of a small archive, and of an empty one', () => {
  const maps = placeMaps(placesPicture(fixture));
  expect(maps.near.marks.length + maps.far.marks.length).toBe(fixture.places.length);
  expect(placeMaps([]).finding).toMatch(/^Of 0 places/);
  expect(networkPictures(networkPicture(fixture, 1)).broad.nodes.length).toBeGreaterThan(1);
  expect(networkPictures({ total: 0, least: 5, pairs: [], actors: [] }).finding).toBe(
    'No pair is drawn. 0 of 0 pairs share 5 statements or more and are drawn, with 0 actors.',
  );
});
