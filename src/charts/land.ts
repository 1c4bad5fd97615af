import { geoArea, geoCentroid, geoDistance, geoPath, type GeoContext } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon, Position as Coordinates } from 'geojson';
import { feature } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { MapFrame, Position } from './map-frame.ts';
import { PathText } from './path-text.ts';
import type { Point } from './shape.ts';

export type Land = Topology<{ land: GeometryCollection }>;

/** Land as path data, in steps of a grid. */
export interface LandPaths {
  /** Steps of the grid to a unit of the frame. */
  grid: number;
  land: string;
  /** The islands that were asked for, which are no part of `land`. */
  islands: string;
  /** Whether a point of the frame lies on that land. */
  isLand: (point: Point) => boolean;
}

export interface LandDetail {
  grid: number;
  /** Bends smaller than so many square units of the frame are straightened … */
  bends: number;
  /** … and islands smaller than so many are left out. */
  islands: number;
}

/** How near an island's middle must be to a position, in radians: about 45 km. */
const NEAR = 0.007;

/** Draws the land inside a frame, one tint, no borders; the islands at `apart` by themselves, and all of them however small. */
export function landPaths(topology: Land, frame: MapFrame, apart: readonly Position[], { grid, bends, islands }: LandDetail): LandPaths {
  const unit = 1 / frame.projection.scale() ** 2;
  const isApart = ({ middle }: Measured) => apart.some(({ lat, lon }) => geoDistance(middle, [lon, lat]) < NEAR);
  const smooth = polygonsOf(simplify(weighed(topology).weights, bends * unit));
  const whole = weighed(topology).polygons.map((measured, index) => ({ ...measured, drawn: smooth[index]! }));
  const mainland = whole.filter((each) => each.area > islands * unit && !isApart(each)).map(({ drawn }) => drawn);
  return {
    grid,
    land: draw(frame, grid, mainland),
    islands: draw(
      frame,
      grid,
      whole.filter(isApart).map(({ polygon }) => polygon),
    ),
    isLand: inside(ringsOf(frame, mainland)),
  };
}

interface Measured {
  polygon: Polygon;
  area: number;
  middle: [number, number];
}

const known = new WeakMap<Land, { weights: Land; polygons: Measured[] }>();

/** A topology with the weight of every point, and its polygons with area and middle: reckoned once. */
function weighed(topology: Land) {
  const found = known.get(topology) ?? {
    weights: presimplify(topology, sphericalTriangleArea),
    polygons: polygonsOf(topology).map((polygon) => ({ polygon, area: geoArea(polygon), middle: geoCentroid(polygon) })),
  };
  known.set(topology, found);
  return found;
}

function polygonsOf(topology: Land): Polygon[] {
  return feature(topology, topology.objects.land).features.flatMap(({ geometry }: Feature) => {
    const coordinates =
      (geometry as MultiPolygon).type === 'MultiPolygon' ? (geometry as MultiPolygon).coordinates : [(geometry as Polygon).coordinates];
    return coordinates.map((rings: Coordinates[][]) => ({ type: 'Polygon' as const, coordinates: rings }));
  });
}

function draw(frame: MapFrame, grid: number, polygons: readonly Polygon[]): string {
  const path = new PathText(grid);
  trace(frame, polygons, path);
  return path.text;
}

function ringsOf(frame: MapFrame, polygons: readonly Polygon[]): Point[][] {
  const rings: Point[][] = [];
  trace(frame, polygons, {
    beginPath() {},
    arc() {},
    closePath() {},
    moveTo: (x, y) => rings.push([[x, y]]),
    lineTo: (x, y) => rings.at(-1)!.push([x, y]),
  });
  return rings;
}

function trace(frame: MapFrame, polygons: readonly Polygon[], pen: GeoContext) {
  const { width, height, projection } = frame;
  projection.clipExtent([[-2, -2], [width + 2, height + 2]]); // prettier-ignore
  const draw = geoPath(projection, pen);
  for (const polygon of polygons) draw(polygon);
  projection.clipExtent(null);
}

/** Whether a point lies within an odd number of rings. */
const inside = (rings: readonly Point[][]) => {
  const edges = rings.flatMap((ring) => ring.map((from, index) => [from, ring[(index + 1) % ring.length]!] as const));
  return ([x, y]: Point) =>
    edges.filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)).length % 2 === 1;
};
