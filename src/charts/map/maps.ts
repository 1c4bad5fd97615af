import { geoGraticule10 } from 'd3-geo';
import { pluralize } from '../../text/english.ts';
import type { PlaceData } from '../../views/place-page.ts';
import { roundToTenth, type Point } from '../geometry.ts';
import { islandsPath, landPath, toPath } from './land.ts';
import { placeMarks } from './place-marks.ts';
import { isInFrame, northWestPacific, projectPoint, world, type MapFrame } from './projection.ts';

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

/** Returns the finding of the map: the two places with the most statements. */
function headingOf(places: readonly PlaceData[]): string {
  const [first, second] = places.toSorted((a, b) => b.statements - a.statements);
  if (!first) return 'The articles name no place';
  const own = `${first.name} has the most statements of all places, ${first.statements}`;
  return second ? `${own}; ${second.name} has ${second.statements}` : own;
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
