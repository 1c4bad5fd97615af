import { geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { roundToTenth, type Box, type Point } from '../geometry.ts';
import { SvgPathBuilder } from '../svg-path.ts';
import { measureText } from '../text-metrics.ts';
import { projectPoint, type MapFrame } from './projection.ts';

/** The label of a parallel or meridian. */
export interface Degree {
  x: number;
  y: number;
  text: string;
  box: Box;
}

/** The lines inside the map of the north-west Pacific, in degrees. */
const PARALLELS = [20, 30, 40, 50, 60, 70];
const MERIDIANS = [100, 110, 120, 130, 140, 150, 160, 170];

/** The mean radius of the Earth. */
const EARTH_KM = 6371;

/** Returns parallels and meridians, every ten degrees, as path data. */
export function graticule(frame: MapFrame, grid: number): string {
  const range = (values: readonly number[], step: number) =>
    Array.from({ length: (values.at(-1)! - values[0]!) / step + 1 }, (_, index) => values[0]! + index * step);
  return lineToPath(frame, grid, {
    type: 'MultiLineString',
    coordinates: [
      ...PARALLELS.map((lat) => range(MERIDIANS, 2.5).map((lon) => [lon, lat])),
      ...MERIDIANS.map((lon) => range(PARALLELS, 10).map((lat) => [lon, lat])),
    ],
  });
}

/** Returns the labels of parallels at the left edge and of meridians at the lower edge. */
export function degrees(frame: MapFrame, size: number): Degree[] {
  const { width, height } = frame;
  const createLabel = (value: number, direction: string, x: number, y: number): Degree => {
    const text = `${value}° ${direction}`;
    return { x, y, text, box: { x0: x, y0: y - size, x1: x + measureText(text, size), y1: y + 0.3 * size } };
  };
  return [
    ...PARALLELS.flatMap((lat) => {
      const lon = bisect(60, 140, (middle) => projectPoint(frame, { lat, lon: middle })[0] < 0);
      const y = roundToTenth(projectPoint(frame, { lat, lon })[1] - 3);
      return y > size && y < height - 2 * size ? [createLabel(lat, 'N', 3, y)] : [];
    }),
    ...MERIDIANS.flatMap((lon) => {
      const lat = bisect(5, 60, (middle) => projectPoint(frame, { lat: middle, lon })[1] > height);
      const x = roundToTenth(projectPoint(frame, { lat, lon })[0] + 3);
      return x > 0 && x < width - 4 * size ? [createLabel(lon, 'E', x, height - 4)] : [];
    }),
  ];
}

/** Returns the value between `low` and `high` up to which `isBefore` is true. */
function bisect(low: number, high: number, isBefore: (value: number) => boolean): number {
  // Thirty halvings of 80 degrees are exact to 0.0000001°.
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (isBefore(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Converts a distance at the centre of a frame to its units. */
export const kilometresToUnits = ({ projection }: MapFrame, km: number) => roundToTenth((km / EARTH_KM) * projection.scale());

/** Returns the outline of one frame on another as path data. */
export function frameOutline({ width, height, projection }: MapFrame, outer: MapFrame, grid: number): string {
  const corners: Point[] = [[0, 0], [width, 0], [width, height], [0, height], [0, 0]]; // prettier-ignore
  const edge = corners.slice(1).flatMap(([x, y], index) => {
    const [fromX, fromY] = corners[index]!;
    return [0, 0.2, 0.4, 0.6, 0.8].map((part): Point => [fromX + (x - fromX) * part, fromY + (y - fromY) * part]);
  });
  return lineToPath(outer, grid, { type: 'LineString', coordinates: [...edge, edge[0]!].map(([x, y]) => projection.invert!([x, y])!) });
}

function lineToPath({ projection, width, height }: MapFrame, grid: number, line: GeoPermissibleObjects): string {
  const path = new SvgPathBuilder(grid);
  projection.clipExtent([[0, 0], [width, height]]); // prettier-ignore
  geoPath(projection, path)(line);
  projection.clipExtent(null);
  return path.toString();
}
