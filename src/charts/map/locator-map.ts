import land110 from 'world-atlas/land-110m.json' with { type: 'json' };
import land50 from 'world-atlas/land-50m.json' with { type: 'json' };
import type { PlaceData } from '../../views/map-data.ts';
import { landPaths, type LandPaths } from './land.ts';
import { northWestPacific, projectPoint, isInFrame, world } from './projection.ts';
import type { Point } from '../geometry.ts';

/** One place on the smaller map that holds it, without names; a place whose islands are drawn apart needs no dot. */
export interface LocatorMap extends LandPaths {
  title: string;
  width: number;
  height: number;
  at: Point;
}

export function locatorMap({ name, at, parts }: PlaceData): LocatorMap {
  const frame = isInFrame(northWestPacific, at, 6) ? northWestPacific : world;
  const land =
    frame === northWestPacific
      ? landPaths(land50, frame, parts, { grid: 1, bends: 3, islands: 3 })
      : landPaths(land110, frame, [], { grid: 1, bends: 2, islands: 1 });
  return {
    ...land,
    title: `${name} on a map of ${frame.name}`,
    width: frame.width,
    height: frame.height,
    at: projectPoint(frame, at),
  };
}
