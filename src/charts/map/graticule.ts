import { geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { projectPoint, type MapFrame } from './projection.ts';
import { SvgPathBuilder } from '../svg-path.ts';
import { roundTo1, type Box, type Point } from '../geometry.ts';
import { measureText } from '../text-width.ts';

/** What a parallel or meridian is called, at the edge of a frame. */
export interface Degree {
  x: number;
  y: number;
  text: string;
  box: Box;
}

const PARALLELS = [20, 30, 40, 50, 60, 70];
const MERIDIANS = [100, 110, 120, 130, 140, 150, 160, 170];
const EARTH_KM = 6371;

/** Parallels and meridians every ten degrees, as path data. */
export function graticule(frame: MapFrame, grid: number): string {
  const steps = (values: readonly number[], by: number) =>
    Array.from({ length: (values.at(-1)! - values[0]!) / by + 1 }, (_, index) => values[0]! + index * by);
  return drawLine(frame, grid, {
    type: 'MultiLineString',
    coordinates: [
      ...PARALLELS.map((lat) => steps(MERIDIANS, 2.5).map((lon) => [lon, lat])),
      ...MERIDIANS.map((lon) => steps(PARALLELS, 10).map((lat) => [lon, lat])),
    ],
  });
}

/** Their names: of parallels at the left edge, of meridians at the lower. */
export function degrees(frame: MapFrame, size: number): Degree[] {
  const { width, height } = frame;
  const name = (value: number, side: string, x: number, y: number): Degree => {
    const text = `${value}° ${side}`;
    return { x, y, text, box: { x0: x, y0: y - size, x1: x + measureText(text, size), y1: y + 0.3 * size } };
  };
  return [
    ...PARALLELS.flatMap((lat) => {
      const lon = findEdge(60, 140, (middle) => projectPoint(frame, { lat, lon: middle })[0] < 0);
      const y = roundTo1(projectPoint(frame, { lat, lon })[1] - 3);
      return y > size && y < height - 2 * size ? [name(lat, 'N', 3, y)] : [];
    }),
    ...MERIDIANS.flatMap((lon) => {
      const lat = findEdge(5, 60, (middle) => projectPoint(frame, { lat: middle, lon })[1] > height);
      const x = roundTo1(projectPoint(frame, { lat, lon })[0] + 3);
      return x > 0 && x < width - 4 * size ? [name(lon, 'E', x, height - 4)] : [];
    }),
  ];
}

/** The value up to which something is true, between two. */
function findEdge(low: number, high: number, isBefore: (value: number) => boolean): number {
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (isBefore(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The length of a distance in the middle of a frame. */
export const kilometresToPixels = ({ projection }: MapFrame, kilometres: number) => roundTo1((kilometres / EARTH_KM) * projection.scale());

/** The outline of one frame on another, as path data. */
export function frameOutline({ width, height, projection }: MapFrame, outer: MapFrame, grid: number): string {
  const corners = [[0, 0], [width, 0], [width, height], [0, height], [0, 0]] as const; // prettier-ignore
  const edge = corners.slice(1).flatMap(([x, y], index) => {
    const [fromX, fromY] = corners[index]!;
    return [0, 0.2, 0.4, 0.6, 0.8].map((part): Point => [fromX + (x - fromX) * part, fromY + (y - fromY) * part]);
  });
  return drawLine(outer, grid, { type: 'LineString', coordinates: [...edge, edge[0]!].map(([x, y]) => projection.invert!([x, y])!) });
}

function drawLine({ projection, width, height }: MapFrame, grid: number, line: GeoPermissibleObjects): string {
  const path = new SvgPathBuilder(grid);
  projection.clipExtent([[0, 0], [width, height]]); // prettier-ignore
  geoPath(projection, path)(line);
  projection.clipExtent(null);
  return path.text;
}
