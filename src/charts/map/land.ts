import { geoCentroid, geoDistance, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import type { MultiPolygon, Position as LonLat } from 'geojson';
import { feature } from 'topojson-client';
import { filter, filterWeight, presimplify, simplify, sphericalRingArea, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import land50 from 'world-atlas/land-50m.json' with { type: 'json' };
import { SvgPathBuilder } from '../svg-path.ts';
import type { MapFrame, Position } from './projection.ts';

/** How exactly land is drawn. */
export interface LandDetail {
  /** Steps of path data to a unit of the frame. */
  grid: number;
  /** Smaller bends are straightened, in square units of the frame. */
  minBend: number;
  /** Smaller islands are omitted, in square units of the frame. */
  minIsland: number;
}

type Land = Topology<{ land: GeometryCollection }>;

const topology = presimplify(land50 as unknown as Land, sphericalTriangleArea);

/** The maximum distance between an island’s centre and its position in the content, in radians: about 45 km. */
const NEAR = 0.007;

/** The space around the frame in which land is drawn, in units, so that the frame does not show as a coastline. */
const BLEED = 2;

/** Returns the land inside a frame, without borders, as path data. */
export function landPath(frame: MapFrame, { grid, minBend, minIsland }: LandDetail): string {
  const unit = 1 / frame.projection.scale() ** 2;
  const large = filter(
    topology,
    filterWeight(topology, minIsland * unit, (ring) => sphericalRingArea(ring, false)),
  ) as Land;
  return toPath(frame, grid, toLand(simplify(large, minBend * unit)), BLEED);
}

/** Returns the islands at some positions in full detail, however small they are. Drawn on the land, they replace it. */
export function islandsPath(frame: MapFrame, positions: readonly Position[], grid: number): string {
  if (positions.length === 0) return '';
  const isNear = (centre: [number, number]) => positions.some(({ lat, lon }) => geoDistance(centre, [lon, lat]) < NEAR);
  const islands = toLand(topology).coordinates.filter((coordinates) => isNear(geoCentroid({ type: 'Polygon', coordinates })));
  return toPath(frame, grid, { type: 'MultiPolygon', coordinates: islands });
}

const toLand = (land: Land): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: feature(land, land.objects.land).features.flatMap(({ geometry }): LonLat[][][] =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [],
  ),
});

/** Returns what lies inside a frame, and a little beyond its edges, as path data. */
export function toPath({ projection, width, height }: MapFrame, grid: number, shape: GeoPermissibleObjects, bleed = 0): string {
  const path = new SvgPathBuilder(grid);
  projection.clipExtent([[-bleed, -bleed], [width + bleed, height + bleed]]); // prettier-ignore
  geoPath(projection, path)(shape);
  projection.clipExtent(null);
  return path.toString();
}
