import land110 from 'world-atlas/land-110m.json' with { type: 'json' };
import land50 from 'world-atlas/land-50m.json' with { type: 'json' };
import type { PlaceData } from '../../views/map-data.ts';
import { landPaths, type LandPaths } from './land.ts';
import { northWestPacific, isInFrame, world, type MapFrame } from './projection.ts';
import { degrees, frameOutline, graticule, kilometresToPixels, type Degree } from './graticule.ts';
import { placeMarks, formatStatementCount, type PlaceMark } from './place-marks.ts';
import type { Box } from '../geometry.ts';

export interface MapSvg extends LandPaths {
  width: number;
  height: number;
  marks: PlaceMark[];
}

/** A map of the north-west Pacific, and one of the world for what lies beyond it. */
export interface MapFigure {
  title: string;
  /** What the maps show, in words. */
  finding: string;
  near: MapSvg & { graticule: string; degrees: Degree[]; bar: { x: number; y: number; width: number; label: string } };
  /** `extent`: where the first map lies. */
  far: MapSvg & { extent: string };
}

/** Size of names, in units of a frame: 11 pixels and more where a frame is 315 pixels wide. */
export const LABEL_SIZE = 12;
const GRID = 4;
const BAR_KM = 500;

export function mapFigure(places: readonly PlaceData[]): MapFigure {
  const isNear = ({ at }: PlaceData) => isInFrame(northWestPacific, at, 6);
  const [near, far] = [places.filter(isNear), places.filter((place) => !isNear(place))];
  const frame = northWestPacific;
  const land = landPaths(land50, frame, near.flatMap(({ parts }) => parts), { grid: GRID, bends: 0.3, islands: 0.6 }); // prettier-ignore
  const named = degrees(frame, LABEL_SIZE);
  const barWidth = kilometresToPixels(frame, BAR_KM);
  const bar = { x: frame.width - barWidth - 8, y: frame.height - 26, width: barWidth, label: `${BAR_KM} km` };
  const barBox: Box = { x0: bar.x - 2, y0: bar.y - 16, x1: bar.x + bar.width + 2, y1: bar.y + 4 };
  return {
    title: 'The places of the Record on two maps',
    finding: describeFinding(near, far),
    near: {
      ...sizeOf(frame),
      ...land,
      graticule: graticule(frame, GRID),
      degrees: named,
      bar,
      marks: placeMarks(near, frame, LABEL_SIZE, { obstacles: [...named.map(({ box }) => box), barBox], isBusy: land.isLand }),
    },
    far: {
      ...sizeOf(world),
      ...landPaths(land110, world, [], { grid: GRID, bends: 0.5, islands: 0.5 }),
      extent: frameOutline(frame, world, GRID),
      marks: placeMarks(far, world, LABEL_SIZE),
    },
  };
}

const sizeOf = ({ width, height }: MapFrame) => ({ width, height });

/** How many places lie where, under which most statements are filed, and what is said of disputed ones. */
function describeFinding(near: readonly PlaceData[], far: readonly PlaceData[]): string {
  const ranked = [...near, ...far].toSorted((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1));
  const most = ranked.slice(0, 3).map(({ name, statements }) => `${name} (${statements})`);
  return [
    `Of ${ranked.length} places, ${near.length} lie on the map of ${northWestPacific.name} and ${far.length} beyond it.`,
    ...(most.length > 0 ? [`Most statements are filed under ${most.join(', ')}.`] : []),
    ...ranked
      .filter(({ namings }) => namings.length > 0)
      .map(
        ({ name, statements, namings }) =>
          `${name}, ${namings.map(({ name: naming, usedBy }) => `${naming} in the usage of ${usedBy}`).join(', ')}: ${formatStatementCount(statements)}.`,
      ),
  ].join(' ');
}
