import { geoArea, geoCentroid, geoDistance, geoPath, type GeoContext } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon, Position as Coordinates } from 'geojson';
import { feature } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { MapFrame, Position } from './projection.ts';
import { SvgPathBuilder } from '../svg-path.ts';
import type { Point } from '../geometry.ts';

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
  const { polygons, smooth } = presimplified(topology);
  const isApart = ({ middle }: Measured) => apart.some(({ lat, lon }) => geoDistance(middle, [lon, lat]) < NEAR);
  const drawn = smooth(bends * unit);
  const mainland = drawn.filter((_, index) => polygons[index]!.area > islands * unit && !isApart(polygons[index]!));
  let isLand: LandPaths['isLand'] | undefined;
  return {
    grid,
    land: draw(frame, grid, mainland),
    islands: draw(
      frame,
      grid,
      polygons.filter(isApart).map(({ polygon }) => polygon),
    ),
    isLand: (point) => (isLand ??= inside(ringsOf(frame, mainland)))(point),
  };
}

interface Measured {
  polygon: Polygon;
  area: number;
  middle: [number, number];
}

/** What is reckoned once of a topology: its polygons with area and middle, and, for each size of bends, the same without those that are smaller. */
interface Presimplified {
  polygons: Measured[];
  smooth: (least: number) => Polygon[];
}

const known = new WeakMap<Land, Presimplified>();

function presimplified(topology: Land): Presimplified {
  let found = known.get(topology);
  if (!found) {
    const weights = presimplify(topology, sphericalTriangleArea);
    const smoothed = new Map<number, Polygon[]>();
    found = {
      polygons: polygonsOf(topology).map((polygon) => ({ polygon, area: geoArea(polygon), middle: geoCentroid(polygon) })),
      smooth(least) {
        const polygons = smoothed.get(least) ?? polygonsOf(simplify(weights, least));
        smoothed.set(least, polygons);
        return polygons;
      },
    };
    known.set(topology, found);
  }
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
  const path = new SvgPathBuilder(grid);
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
function inside(rings: readonly Point[][]) {
  // Only edges of the point's own row, one unit high, can lie at its height.
  const rows = new Map<number, (readonly [Point, Point])[]>();
  for (const ring of rings)
    for (const [index, from] of ring.entries()) {
      const to = ring[(index + 1) % ring.length]!;
      const [top, bottom] = [Math.floor(Math.min(from[1], to[1])), Math.floor(Math.max(from[1], to[1]))];
      for (let row = top; row <= bottom; row++) {
        const edges = rows.get(row);
        if (edges) edges.push([from, to]);
        else rows.set(row, [[from, to]]);
      }
    }
  return ([x, y]: Point) =>
    (rows.get(Math.floor(y)) ?? []).filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax))
      .length %
      2 ===
    1;
}
