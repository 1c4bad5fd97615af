import {
  geoGraticule10,
  geoAzimuthalEqualArea,
  geoEqualEarth,
  type GeoProjection,
  geoCentroid,
  geoDistance,
  geoPath,
  type GeoPermissibleObjects,
} from 'd3-geo';
import type { MultiPolygon, Position as LonLat } from 'geojson';
import { feature } from 'topojson-client';
import { filter, filterWeight, presimplify, simplify, sphericalRingArea, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import land50 from 'world-atlas/land-50m.json' with { type: 'json' };
import { pluralize } from '../text/english.ts';
import type { PlaceData, Position } from '../views/place-page.ts';
import { roundToTenth, type Point, type Box, contains, SvgPathBuilder } from './geometry.ts';
import { placeLabels } from './place-labels.ts';

export type MapSvg = Omit<ReturnType<typeof mapFigure>['far'], 'extent'>;

/** The number of names on the map of the world. More names hide the land; the table below the maps has all places. */
const WORLD_LABELS = 8;

/** Steps of path data to a unit: a step is below a pixel at any size of the maps. */
const GRID = 2;

/** The length of the scale bar, and the mean radius of the Earth. */
const BAR_KM = 500;
const EARTH_KM = 6371;

/** The distance from the edge, in units, that a place needs to be on the map of the north-west Pacific. */
const EDGE = 6;

/** Returns a map of the north-west Pacific, and a map of the world for the places outside it. */
export function mapFigure(places: readonly PlaceData[]) {
  const frame = northWestPacific;
  const { width, height } = frame;
  const [near, far] = [places.filter(isNear), places.filter((place) => !isNear(place))];
  const parts = near.flatMap((place) => place.parts);
  const barWidth = roundToTenth((BAR_KM / EARTH_KM) * frame.projection.scale());
  const bar = { x: width - barWidth - 8, y: height - 12, width: barWidth, label: `${BAR_KM} km` };
  return {
    heading: headingOf(places),
    title: 'The places of the Record on two maps',
    finding: describeMaps(near, far),
    near: {
      ...getSize(frame),
      grid: GRID,
      land: landPath(frame, { grid: GRID, minBend: 0.5, minIsland: 0.8 }),
      islands: islandsPath(frame, parts, GRID),
      graticule: toPath(frame, 1, geoGraticule10()),
      bar,
      marks: placeMarks(near, frame, [{ x0: bar.x - 2, y0: bar.y - 16, x1: width, y1: height }]),
    },
    far: {
      ...getSize(world),
      grid: GRID,
      land: landPath(world, { grid: GRID, minBend: 0.9, minIsland: 0.9 }),
      islands: '',
      extent: toPath(world, GRID, outlineOf(frame)),
      marks: placeMarks(far, world, [], WORLD_LABELS),
    },
  };
}

const locatorLand = new Map<MapFrame, string>();

/** Returns a map with one place and no names: of the north-west Pacific if the place lies on it, or else of the world. */
export function locatorMap(place: PlaceData) {
  const frame = isNear(place) ? northWestPacific : world;
  const land = locatorLand.get(frame) ?? landPath(frame, { grid: 1, minBend: 3, minIsland: 3 });
  locatorLand.set(frame, land);
  return {
    title: `${place.name} on a map of ${frame.name}`,
    ...getSize(frame),
    land,
    islands: islandsPath(frame, place.parts, 1),
    at: projectPoint(frame, place.at),
  };
}

/** The size of names in units of a map: 13 pixels if the map is 328 pixels wide, as on a phone. */
const LABEL_SIZE = 13.5;

/** Half the side of the square around each part of a place that stays free of labels, in units of the map. */
const PART_MARGIN = 5;

/** The number of places of a map that have a label, the largest first. The lists below the map name all places. */
const MAX_LABELS = 40;

/** A projected part of the Earth. Width and height are in units of the drawing. */
export interface MapFrame {
  name: string;
  width: number;
  height: number;
  projection: GeoProjection;
}

/** From Kyushu to Kamchatka, in Lambert’s azimuthal equal-area projection with the centre of the map as its origin. */
const northWestPacific: MapFrame = {
  name: 'the north-west Pacific',
  width: 340,
  height: 366,
  projection: geoAzimuthalEqualArea().rotate([-145.2, -46.2]).scale(600).translate([157, 183]).precision(0),
};

/** The world north of 45° S, in the Equal Earth projection, cut in the Bering Strait. */
const world: MapFrame = {
  name: 'the world',
  width: 340,
  height: 204,
  projection: geoEqualEarth().rotate([-11, 0]).scale(70).translate([166, 124]).precision(0),
};

/** How exactly land is drawn. */
export interface LandDetail {
  /** Steps of path data to a unit of the frame. */
  grid: number;
  /** Smaller bends are straightened, in square units of the frame. */
  minBend: number;
  /** Smaller islands are omitted, in square units of the frame. */
  minIsland: number;
}

/** Returns the finding of the map: the two places with the most statements. */
function headingOf(places: readonly PlaceData[]): string {
  const [first, second] = places.toSorted((a, b) => b.statements - a.statements);
  if (!first) return 'The articles name no place';
  const own = `${first.name} has the most statements, ${first.statements}`;
  return second ? `${own}; ${second.name} has ${second.statements}` : own;
}

const isNear = ({ at }: PlaceData) => isInFrame(northWestPacific, at, EDGE);

const getSize = ({ width, height }: MapFrame) => ({ width, height });

function outlineOf({ width, height, projection }: MapFrame) {
  const corners: Point[] = [[0, 0], [width, 0], [width, height], [0, height], [0, 0]]; // prettier-ignore
  return { type: 'LineString', coordinates: corners.map(([x, y]) => projection.invert!([x, y])!) } as const;
}

/** Returns the maps in words. */
function describeMaps(near: readonly PlaceData[], far: readonly PlaceData[]): string {
  const disputed = [...near, ...far].filter(({ namings }) => namings.length > 0);
  return [
    `Of ${near.length + far.length} places, ${near.length} lie on the map of ${northWestPacific.name} and ${far.length} beyond it.`,
    ...disputed.map(({ name, statements, namings }) => {
      const usages = namings.map(({ name: naming, usedBy }) => `${naming} in the usage of ${usedBy}`).join(', ');
      return `${name}, ${usages}: ${pluralize(statements, 'statement')}.`;
    }),
  ].join(' ');
}

/** Returns marks for places. Larger dots come first, so that they do not hide smaller ones. */
function placeMarks(places: readonly PlaceData[], frame: MapFrame, obstacles: readonly Box[], maxLabels = MAX_LABELS) {
  const dots = places
    .map((place) => {
      const [x, y] = projectPoint(frame, place.at);
      return { place, x, y, r: dotRadius(place.statements), lines: [place.name, ...formatNamings(place)] };
    })
    .toSorted((a, b) => b.r - a.r || (a.place.name < b.place.name ? -1 : 1));
  const anchors = dots.map(({ place, lines: [name, ...namings], x, y, r }, index) => ({
    ...{ x, y, r },
    lines: index < maxLabels ? [`${name} ${place.statements}`, ...namings] : [],
  }));
  const parts = places.flatMap((place) => place.parts.map((part) => projectPoint(frame, part)));
  const partBoxes = parts.map(([x, y]) => ({ x0: x - PART_MARGIN, y0: y - PART_MARGIN, x1: x + PART_MARGIN, y1: y + PART_MARGIN }));
  const labels = placeLabels(anchors, frameBox(frame), LABEL_SIZE, [...obstacles, ...partBoxes]);
  return dots.map(({ place, x, y, r, lines }, index) => ({
    ...{ x, y, r, address: place.address, form: getForm(place), sea: place.kind === 'sea', count: place.statements },
    /** For screen readers. */
    description: [`${place.name} ${pluralize(place.statements, 'statement')}`, ...formatNamings(place)].join('. '),
    /** The lines are those of the name, without the number. */
    ...(labels[index] && { label: { ...labels[index], lines } }),
  }));
}

/** Returns the radius of a dot. Its area is proportional to the number of statements, above a visible minimum. */
const dotRadius = (statements: number) => roundToTenth(Math.max(1.8, 0.92 * Math.sqrt(statements)));

/** Returns how a place is drawn: a city or site as a point, a larger place as an area. */
function getForm({ kind, namings }: PlaceData) {
  if (namings.length > 0) return 'disputed';
  return kind === 'city' || kind === 'site' ? 'point' : 'area';
}

const formatNamings = ({ namings }: PlaceData) => namings.map(({ name, usedBy }) => `${usedBy}: ${name}`);

const frameBox = ({ width, height }: MapFrame): Box => ({ x0: 0, y0: 0, x1: width, y1: height });

/** Returns the point of a position, which may lie outside the frame. */
function projectPoint({ projection }: MapFrame, { lat, lon }: Position): Point {
  const [x, y] = projection([lon, lat])!;
  return [roundToTenth(x), roundToTenth(y)];
}

/** Returns whether a position lies inside the frame, at least `margin` units from its edge. */
function isInFrame(frame: MapFrame, position: Position, margin = 0): boolean {
  const [x, y] = projectPoint(frame, position);
  return contains(frameBox(frame), { x0: x - margin, y0: y - margin, x1: x + margin, y1: y + margin });
}

type Land = Topology<{ land: GeometryCollection }>;

const topology = presimplify(land50 as unknown as Land, sphericalTriangleArea);

/** The maximum distance between an island’s centre and its position in the content, in radians: about 45 km. */
const MAX_ISLAND_DISTANCE = 0.007;

/** The space around the frame in which land is drawn, in units, so that the frame does not show as a coastline. */
const BLEED = 2;

/** Returns the land inside a frame, without borders, as path data. */
function landPath(frame: MapFrame, { grid, minBend, minIsland }: LandDetail): string {
  const unit = 1 / frame.projection.scale() ** 2;
  const large = filter(
    topology,
    filterWeight(topology, minIsland * unit, (ring) => sphericalRingArea(ring, false)),
  ) as Land;
  return toPath(frame, grid, toLand(simplify(large, minBend * unit)), BLEED);
}

/** Returns the islands at some positions in full detail, however small they are. Drawn on the land, they replace it. */
function islandsPath(frame: MapFrame, positions: readonly Position[], grid: number): string {
  if (positions.length === 0) return '';
  const isNear = (centre: [number, number]) => positions.some(({ lat, lon }) => geoDistance(centre, [lon, lat]) < MAX_ISLAND_DISTANCE);
  centres ??= new Map(toLand(topology).coordinates.map((coordinates) => [coordinates, geoCentroid({ type: 'Polygon', coordinates })]));
  const islands = [...centres].filter(([, centre]) => isNear(centre)).map(([coordinates]) => coordinates);
  return toPath(frame, grid, { type: 'MultiPolygon', coordinates: islands });
}

/** The centres of all islands, by their coordinates. */
let centres: Map<LonLat[][], [number, number]> | undefined;

const toLand = (land: Land): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: feature(land, land.objects.land).features.flatMap(({ geometry }): LonLat[][][] =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [],
  ),
});

/** Returns what lies inside a frame, and a little beyond its edges, as path data. */
function toPath({ projection, width, height }: MapFrame, grid: number, shape: GeoPermissibleObjects, bleed = 0): string {
  const path = new SvgPathBuilder(grid);
  projection.clipExtent([[-bleed, -bleed], [width + bleed, height + bleed]]); // prettier-ignore
  geoPath(projection, path)(shape);
  projection.clipExtent(null);
  return path.toString();
}
