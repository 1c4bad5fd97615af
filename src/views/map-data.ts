import type { PlaceNode, TheRecord } from '../record/model.ts';
import type { PlaceKind } from '../schema/place.ts';
import { placePath } from '../paths/paths.ts';

interface Position {
  lat: number;
  lon: number;
}

/** The data of a place on a map. */
export interface PlaceData {
  name: string;
  address: string;
  kind: PlaceKind;
  at: Position;
  statements: number;
  /** Disputed names, each with the state that uses it. */
  namings: { name: string; usedBy: string }[];
  parts: Position[];
}

/** Returns the map data of all places, sorted by English name. */
export const mapData = ({ places }: TheRecord): PlaceData[] => places.map(placeData);

/** Returns the map data of a place. */
export function placeData({ id, data, disputedNames, statements }: PlaceNode): PlaceData {
  return {
    name: data.names.en,
    address: placePath(id),
    kind: data.kind,
    at: data.coordinates,
    statements: statements.length,
    namings: disputedNames
      .filter(({ usedBy }) => usedBy.data.kind === 'state')
      .map(({ name, usedBy }) => ({ name, usedBy: usedBy.data.names.en })),
    parts: data.parts.map(({ coordinates }) => coordinates),
  };
}
