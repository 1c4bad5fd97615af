import { describe, expect, it, test } from 'vitest';
import { locatorMap } from '../../src/charts/map/locator-map.ts';
import { northWestPacific, projectPoint, isInFrame, world } from '../../src/charts/map/projection.ts';
import { mapFigure } from '../../src/charts/map/maps.ts';
import { overlap, contains } from '../../src/charts/geometry.ts';
import { mapData } from '../../src/views/map-data.ts';
import { record } from '../support/chart-record.ts';

const places = mapData(record);
const maps = mapFigure(places);
const near = (lat: number, lon: number) => projectPoint(northWestPacific, { lat, lon });

describe('the frames', () => {
  it('put Hokkaido north of Tokyo, Sakhalin north of Hokkaido and Kamchatka east of both', () => {
    const [tokyo, hokkaido, sakhalin, kamchatka] = [near(35.68, 139.69), near(43.4, 142.9), near(50.5, 143), near(56, 159)];
    expect(hokkaido[1]).toBeLessThan(tokyo[1]);
    expect(sakhalin[1]).toBeLessThan(hokkaido[1]);
    expect(kamchatka[0]).toBeGreaterThan(sakhalin[0]);
  });

  it('show Kyushu and Kamchatka on the larger map, and Moscow on the smaller alone', () => {
    expect([isInFrame(northWestPacific, { lat: 32, lon: 131 }), isInFrame(northWestPacific, { lat: 56, lon: 159 })]).toEqual([true, true]);
    expect(isInFrame(northWestPacific, { lat: 55.75, lon: 37.62 })).toBe(false);
    expect(isInFrame(world, { lat: 55.75, lon: 37.62 })).toBe(true);
  });
});

describe('the maps of places', () => {
  it('hold every place once', () => {
    expect([...maps.near.marks, ...maps.far.marks].map(({ address }) => address).toSorted()).toEqual(
      places.map(({ address }) => address).toSorted(),
    );
  });

  test.each([
    ['larger', maps.near],
    ['smaller', maps.far],
  ])('place every dot and every name of the %s inside its frame, and no name on another', (_, { width, height, marks }) => {
    const frame = { x0: 0, y0: 0, x1: width, y1: height };
    for (const { x, y, r, label, said } of marks) {
      expect(contains(frame, { x0: x - r, y0: y - r, x1: x + r, y1: y + r }), said).toBe(true);
      expect(label, `${said} has a name`).toBeDefined();
      expect(contains(frame, label!.box), said).toBe(true);
      for (const other of marks)
        if (other.label !== label) expect(overlap(label!.box, other.label!.box), `${said} / ${other.said}`).toBe(false);
    }
  });

  it('draw the islands whose naming is disputed apart from the land, with both namings', () => {
    expect(maps.near.islands).not.toBe('');
    expect(maps.far.islands).toBe('');
    const disputed = maps.near.marks.filter(({ form }) => form === 'disputed');
    expect(disputed.map(({ label }) => label!.lines)).toEqual([
      ['The four disputed islands', 'Japan: Northern Territories', 'Russia: Southern Kurils'],
    ]);
  });

  it('say true numbers', () => {
    const numbers = maps.finding
      .match(/Of (\d+) places, (\d+) .* and (\d+) beyond/)!
      .slice(1)
      .map(Number);
    expect(numbers).toEqual([record.places.length, maps.near.marks.length, maps.far.marks.length]);
    const most = record.places.toSorted((a, b) => b.statements.length - a.statements.length)[0]!;
    expect(maps.finding).toContain(`filed under ${most.data.names.en} (${most.statements.length})`);
    for (const { data, statements } of record.places) {
      const mark = [...maps.near.marks, ...maps.far.marks].find(({ said }) =>
        said.startsWith(`${data.names.en} ${statements.length} statement`),
      );
      expect(mark?.count, data.names.en).toBe(statements.length);
    }
  });

  it('are the same each time', () => {
    expect(JSON.stringify(mapFigure(places))).toBe(JSON.stringify(maps));
  });
});

describe('the locator', () => {
  it('shows every place inside its frame', () => {
    for (const place of places) {
      const { at, width, height, title } = locatorMap(place);
      expect(contains({ x0: 0, y0: 0, x1: width, y1: height }, { x0: at[0], y0: at[1], x1: at[0], y1: at[1] }), title).toBe(true);
    }
  });

  it('takes the nearer map where it can', () => {
    const title = (name: string) => locatorMap(places.find((place) => place.name === name)!).title;
    expect([title('Tokyo'), title('Moscow')]).toEqual(['Tokyo on a map of the north-west Pacific', 'Moscow on a map of the world']);
  });
});
