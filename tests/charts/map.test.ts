import { describe, expect, it, test } from 'vitest';
import { contains, boxesOverlap } from '../../src/charts/geometry.ts';
import { locatorMap, mapFigure } from '../../src/charts/map.ts';
import { mapData, type PlaceData } from '../../src/views/place-page.ts';
import { fixture, record } from '../support/record.ts';

const places = mapData(record);
const maps = mapFigure(places);

const tokyo = { lat: 35.68, lon: 139.69 };
const moscow = { lat: 55.75, lon: 37.62 };
const kunashir = { lat: 44.1, lon: 145.9 };
const place = (name: string, at: PlaceData['at'], more: Partial<PlaceData> = {}): PlaceData => ({
  ...{ name, address: '/places/place/', kind: 'city', at, statements: 4, namings: [], parts: [] },
  ...more,
});

describe('mapFigure', () => {
  it('has every place once', () => {
    expect([...maps.near.marks, ...maps.far.marks].map(({ address }) => address).toSorted()).toEqual(
      places.map(({ address }) => address).toSorted(),
    );
  });

  test.each([
    ['larger', maps.near],
    ['smaller', maps.far],
  ])('places every dot and name of the %s map inside its frame, and no name on another', (_, { width, height, marks }) => {
    const frame = { x0: 0, y0: 0, x1: width, y1: height };
    for (const { x, y, r, label, description } of marks) {
      expect(contains(frame, { x0: x - r, y0: y - r, x1: x + r, y1: y + r }), description).toBe(true);
      if (!label) continue;
      expect(contains(frame, label.box), description).toBe(true);
      for (const other of marks)
        if (other.label && other.label !== label)
          expect(boxesOverlap(label.box, other.label.box), `${description} / ${other.description}`).toBe(false);
    }
  });

  it.each([
    ['larger', maps.near],
    ['smaller', maps.far],
  ])('names the places with the most statements on the %s map', (_, { marks }) => {
    const counts = (isNamed: boolean) => marks.filter(({ label }) => Boolean(label) === isNamed).map(({ count }) => count);
    expect(counts(true).length).toBeGreaterThan(4);
    expect(Math.min(...counts(true))).toBeGreaterThanOrEqual(Math.max(0, ...counts(false)));
  });

  // The list below the map names all: in a crowd of places of many articles, one may have no space for its name.
  it('names every place of the larger map, or nine in ten if there are more than six articles', () => {
    const allowed = record.entries.length > 6 ? maps.near.marks.length / 10 : 0;
    expect(maps.near.marks.filter(({ label }) => !label).length).toBeLessThanOrEqual(allowed);
  });

  it('draws the parts of a disputed place separately from the land, with both names', () => {
    const namings = [
      { name: 'Northern Territories', usedBy: 'Japan' },
      { name: 'Southern Kurils', usedBy: 'Russia' },
    ];
    const { near, far, finding } = mapFigure([place('The islands', kunashir, { kind: 'island-group', parts: [kunashir], namings })]);
    expect(near.islands).not.toBe('');
    expect(far.islands).toBe('');
    expect(near.marks[0]).toMatchObject({ form: 'disputed' });
    expect(near.marks[0]!.label!.lines).toEqual(['The islands', 'Japan: Northern Territories', 'Russia: Southern Kurils']);
    expect(finding).toContain(
      'The islands, Northern Territories in the usage of Japan, Southern Kurils in the usage of Russia: 4 statements.',
    );
  });

  it('counts places and statements', () => {
    const numbers = maps.finding
      .match(/Of (\d+) places, (\d+) .* and (\d+) beyond/)!
      .slice(1)
      .map(Number);
    expect(numbers).toEqual([record.places.length, maps.near.marks.length, maps.far.marks.length]);
    const most = record.places.toSorted((a, b) => b.statements.length - a.statements.length)[0]!;
    expect(maps.heading).toContain(`${most.data.names.en} has the most statements, ${most.statements.length};`);
    for (const { data, statements } of record.places) {
      const mark = [...maps.near.marks, ...maps.far.marks].find(({ description }) =>
        description.startsWith(`${data.names.en} ${statements.length} statement`),
      );
      expect(mark?.count, data.names.en).toBe(statements.length);
    }
  });

  it('returns maps for a small archive and for an empty one', () => {
    const { near, far } = mapFigure(mapData(fixture));
    expect(near.marks.length + far.marks.length).toBe(fixture.places.length);
    expect(mapFigure([]).finding).toMatch(/^Of 0 places/);
  });
});

describe('locatorMap', () => {
  it('places every place of the Record inside its frame', () => {
    for (const each of places) {
      const { at, width, height, title } = locatorMap(each);
      expect(contains({ x0: 0, y0: 0, x1: width, y1: height }, { x0: at[0], y0: at[1], x1: at[0], y1: at[1] }), title).toBe(true);
    }
  });

  it('returns the nearer map if it contains the place', () => {
    expect(locatorMap(place('Tokyo', tokyo)).title).toBe('Tokyo on a map of the north-west Pacific');
    expect(locatorMap(place('Moscow', moscow)).title).toBe('Moscow on a map of the world');
  });
});
