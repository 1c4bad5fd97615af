import { geoArea, geoCentroid, geoDistance, geoPath, type GeoContext } from 'd3-geo';
import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Point } from '../geometry.ts';
import { SvgPathBuilder } from '../svg-path.ts';
import type { MapFrame, Position } from './projection.ts';

export type Land = Topology<{ land: GeometryCollection }>;

/** Land as path data. */
export interface LandPaths {
  /** Steps of path data to a unit of the frame. */
  grid: number;
  land: string;
  /** The separate islands, which `land` does not contain. */
  islands: string;
  /** Returns whether a point of the frame lies on `land`. */
  isLand: (point: Point) => boolean;
}

export interface LandDetail {
  grid: number;
  /** Smaller bends are straightened, in square units of the frame. */
  minBend: number;
  /** Smaller islands are omitted, in square units of the frame. */
  minIsland: number;
}

/** The maximum distance between an island’s centre and its position in the content, in radians: about 45 km. */
const NEAR = 0.007;

/** The space around the frame in which land is drawn, in units, so that the frame does not show as a coastline. */
const BLEED = 2;

/** Returns the land inside a frame, without borders. The islands at `separate` have a second path, even if they are smaller than `minIsland`. */
export function landPaths(
  topology: Land,
  frame: MapFrame,
  separate: readonly Position[],
  { grid, minBend, minIsland }: LandDetail,
): LandPaths {
  const unit = 1 / frame.projection.scale() ** 2;
  const { polygons, smooth } = getPresimplified(topology);
  const isSeparate = ({ centre }: MeasuredPolygon) => separate.some(({ lat, lon }) => geoDistance(centre, [lon, lat]) < NEAR);
  const mainland = smooth(minBend * unit).filter((_, index) => polygons[index]!.area > minIsland * unit && !isSeparate(polygons[index]!));
  const islands = polygons.filter(isSeparate).map(({ polygon }) => polygon);
  let rows: Map<number, Edge[]> | undefined;
  return {
    grid,
    land: toPath(frame, grid, mainland),
    islands: toPath(frame, grid, islands),
    isLand: (point) => isInside(point, (rows ??= toRows(frame, mainland))),
  };
}

interface MeasuredPolygon {
  polygon: Polygon;
  area: number;
  centre: [number, number];
}

interface Presimplified {
  polygons: MeasuredPolygon[];
  /** Returns the polygons, in the same order, without bends smaller than an area in steradians. */
  smooth: (minBend: number) => Polygon[];
}

const cache = new WeakMap<Land, Presimplified>();

function getPresimplified(topology: Land): Presimplified {
  let presimplified = cache.get(topology);
  if (!presimplified) {
    const weighted = presimplify(topology, sphericalTriangleArea);
    const smoothed = new Map<number, Polygon[]>();
    presimplified = {
      polygons: toPolygons(topology).map((polygon) => ({ polygon, area: geoArea(polygon), centre: geoCentroid(polygon) })),
      smooth(minBend) {
        const polygons = smoothed.get(minBend) ?? toPolygons(simplify(weighted, minBend));
        smoothed.set(minBend, polygons);
        return polygons;
      },
    };
    cache.set(topology, presimplified);
  }
  return presimplified;
}

function toPolygons(topology: Land): Polygon[] {
  return feature(topology, topology.objects.land).features.flatMap(({ geometry }) => {
    const land = geometry as MultiPolygon | Polygon;
    return (land.type === 'MultiPolygon' ? land.coordinates : [land.coordinates]).map((coordinates): Polygon => ({
      type: 'Polygon',
      coordinates,
    }));
  });
}

function toPath(frame: MapFrame, grid: number, polygons: readonly Polygon[]): string {
  const path = new SvgPathBuilder(grid);
  drawPolygons(frame, polygons, path);
  return path.toString();
}

type Edge = readonly [Point, Point];

/** Returns the edges of polygons by the rows, one unit high, that they cross. A test then reads one row instead of all edges. */
function toRows(frame: MapFrame, polygons: readonly Polygon[]): Map<number, Edge[]> {
  const rows = new Map<number, Edge[]>();
  let start: Point, last: Point;
  const addEdge = (end: Point) => {
    const [top, bottom] = [Math.min(last[1], end[1]), Math.max(last[1], end[1])].map(Math.floor);
    for (let row = top!; row <= bottom!; row++) rows.set(row, [...(rows.get(row) ?? []), [last, end]]);
    last = end;
  };
  drawPolygons(frame, polygons, {
    beginPath() {},
    arc() {},
    moveTo: (x, y) => (start = last = [x, y]),
    lineTo: (x, y) => addEdge([x, y]),
    closePath: () => addEdge(start),
  });
  return rows;
}

function drawPolygons({ width, height, projection }: MapFrame, polygons: readonly Polygon[], context: GeoContext) {
  projection.clipExtent([[-BLEED, -BLEED], [width + BLEED, height + BLEED]]); // prettier-ignore
  const draw = geoPath(projection, context);
  for (const polygon of polygons) draw(polygon);
  projection.clipExtent(null);
}

/** Returns whether a point lies inside the polygons: a ray from it to the right crosses an odd number of edges. */
function isInside([x, y]: Point, rows: ReadonlyMap<number, readonly Edge[]>): boolean {
  const edges = rows.get(Math.floor(y)) ?? [];
  return edges.filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)).length % 2 === 1;
}
