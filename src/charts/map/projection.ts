import { geoAzimuthalEqualArea, geoEqualEarth, type GeoProjection } from 'd3-geo';
import { contains, roundToTenth, type Box, type Point } from '../geometry.ts';

/** A position on Earth in degrees, WGS 84. */
export interface Position {
  lat: number;
  lon: number;
}

/** A projected part of the Earth. Width and height are in units of the drawing. */
export interface MapFrame {
  name: string;
  width: number;
  height: number;
  projection: GeoProjection;
}

/** From Kyushu to Kamchatka, in Lambert’s azimuthal equal-area projection with the centre of the map as its origin. */
export const northWestPacific: MapFrame = {
  name: 'the north-west Pacific',
  width: 340,
  height: 366,
  projection: geoAzimuthalEqualArea().rotate([-145.2, -46.2]).scale(660).translate([170, 183]).precision(0),
};

/** The world north of 45° S, in the Equal Earth projection, cut in the Bering Strait. */
export const world: MapFrame = {
  name: 'the world',
  width: 340,
  height: 204,
  projection: geoEqualEarth().rotate([-11, 0]).scale(70).translate([166, 124]).precision(0),
};

export const frameBox = ({ width, height }: MapFrame): Box => ({ x0: 0, y0: 0, x1: width, y1: height });

/** Returns the point of a position, which may lie outside the frame. */
export function projectPoint({ projection }: MapFrame, { lat, lon }: Position): Point {
  const [x, y] = projection([lon, lat])!;
  return [roundToTenth(x), roundToTenth(y)];
}

/** Returns whether a position lies inside the frame, at least `margin` units from its edge. */
export function isInFrame(frame: MapFrame, position: Position, margin = 0): boolean {
  const [x, y] = projectPoint(frame, position);
  return contains(frameBox(frame), { x0: x - margin, y0: y - margin, x1: x + margin, y1: y + margin });
}
