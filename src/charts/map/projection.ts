import { geoAzimuthalEqualArea, geoEqualEarth, type GeoProjection } from 'd3-geo';
import { contains, roundTo1, type Box, type Point } from '../geometry.ts';

/** Where on Earth, WGS 84. */
export interface Position {
  lat: number;
  lon: number;
}

/** A part of the Earth laid flat in a picture. */
export interface MapFrame {
  name: string;
  width: number;
  height: number;
  projection: GeoProjection;
}

/** The north-west Pacific from Kyushu to Kamchatka: Lambert's azimuthal equal-area projection, about its own middle. */
export const northWestPacific: MapFrame = {
  name: 'the north-west Pacific',
  width: 340,
  height: 366,
  projection: geoAzimuthalEqualArea().rotate([-145.2, -46.2]).scale(660).translate([170, 183]).precision(0),
};

/** The world as far as places lie in it, from the far north to 45° S: the Equal Earth projection, parted in the Bering Strait. */
export const world: MapFrame = {
  name: 'the world',
  width: 340,
  height: 204,
  projection: geoEqualEarth().rotate([-11, 0]).scale(70).translate([166, 124]).precision(0),
};

export const frameBox = ({ width, height }: MapFrame): Box => ({ x0: 0, y0: 0, x1: width, y1: height });

/** Where a position falls, whether inside the frame or not. */
export function projectPoint({ projection }: MapFrame, { lat, lon }: Position): Point {
  const [x, y] = projection([lon, lat])!;
  return [roundTo1(x), roundTo1(y)];
}

/** Whether a position falls inside the frame, so far from its edge. */
export function isInFrame(frame: MapFrame, position: Position, margin = 0): boolean {
  const [x, y] = projectPoint(frame, position);
  return contains(frameBox(frame), { x0: x - margin, y0: y - margin, x1: x + margin, y1: y + margin });
}
