import land110 from 'world-atlas/land-110m.json' with { type: 'json' };
import land50 from 'world-atlas/land-50m.json' with { type: 'json' };
import { pluralize } from '../../text/english.ts';
import type { PlaceData } from '../../views/place-page.ts';
import type { Box } from '../geometry.ts';
import { degrees, frameOutline, graticule, kilometresToUnits } from './graticule.ts';
import { landPaths } from './land.ts';
import { placeMarks } from './place-marks.ts';
import { isInFrame, northWestPacific, projectPoint, world, type MapFrame } from './projection.ts';

export type MapSvg = Omit<ReturnType<typeof mapFigure>['far'], 'extent'>;

/** The size of names in units of a map: 13 pixels if the map is 328 pixels wide, as on a phone. */
const LABEL_SIZE = 13.5;

/** The number of names on the map of the world. More names hide the land; the table below the maps has all places. */
const WORLD_LABELS = 8;

/** Steps of path data to a unit: a quarter of a unit is below a pixel at any size of the maps. */
const GRID = 4;

/** The length of the scale bar. */
const BAR_KM = 500;

/** The distance from the edge, in units, that a place needs to be on the map of the north-west Pacific. */
const EDGE = 6;

/** Returns a map of the north-west Pacific, and a map of the world for the places outside it. */
export function mapFigure(places: readonly PlaceData[]) {
  const frame = northWestPacific;
  const [near, far] = [places.filter(isNear), places.filter((place) => !isNear(place))];
  const islands = near.flatMap(({ parts }) => parts);
  const land = landPaths(land50, frame, islands, { grid: GRID, minBend: 0.4, minIsland: 0.8 });
  const labels = degrees(frame, LABEL_SIZE);
  const barWidth = kilometresToUnits(frame, BAR_KM);
  const bar = { x: frame.width - barWidth - 8, y: frame.height - 26, width: barWidth, label: `${BAR_KM} km` };
  const barBox: Box = { x0: bar.x - 2, y0: bar.y - 16, x1: bar.x + bar.width + 2, y1: bar.y + 4 };
  return {
    heading: headingOf(places),
    title: 'The places of the Record on two maps',
    finding: describeMaps(near, far),
    near: {
      ...getSize(frame),
      ...land,
      graticule: graticule(frame, GRID),
      degrees: labels,
      bar,
      marks: placeMarks(near, frame, LABEL_SIZE, { obstacles: [...labels.map(({ box }) => box), barBox], isBusy: land.isLand }),
    },
    far: {
      ...getSize(world),
      ...landPaths(land110, world, [], { grid: GRID, minBend: 0.9, minIsland: 0.9 }),
      /** The outline of the first map. */
      extent: frameOutline(frame, world, GRID),
      marks: placeMarks(far, world, LABEL_SIZE, {}, WORLD_LABELS),
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

/** Returns a map with one place and no names: of the north-west Pacific if the place lies on it, or else of the world. */
export function locatorMap(place: PlaceData) {
  const frame = isNear(place) ? northWestPacific : world;
  return {
    ...(frame === northWestPacific
      ? landPaths(land50, frame, place.parts, { grid: 1, minBend: 3, minIsland: 3 })
      : landPaths(land110, frame, [], { grid: 1, minBend: 2, minIsland: 1 })),
    title: `${place.name} on a map of ${frame.name}`,
    ...getSize(frame),
    at: projectPoint(frame, place.at),
  };
}

const isNear = ({ at }: PlaceData) => isInFrame(northWestPacific, at, EDGE);

const getSize = ({ width, height }: MapFrame) => ({ width, height });

function describeMaps(near: readonly PlaceData[], far: readonly PlaceData[]): string {
  const ranked = [...near, ...far].toSorted((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1));
  const most = ranked.slice(0, 3).map(({ name, statements }) => `${name} (${statements})`);
  const disputed = ranked.filter(({ namings }) => namings.length > 0);
  return [
    `Of ${ranked.length} places, ${near.length} lie on the map of ${northWestPacific.name} and ${far.length} beyond it.`,
    ...(most.length > 0 ? [`Most statements are filed under ${most.join(', ')}.`] : []),
    ...disputed.map(({ name, statements, namings }) => {
      const usages = namings.map(({ name: naming, usedBy }) => `${naming} in the usage of ${usedBy}`).join(', ');
      return `${name}, ${usages}: ${pluralize(statements, 'statement')}.`;
    }),
  ].join(' ');
}
