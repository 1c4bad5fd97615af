import type { PlaceNode, TheRecord } from '../record/model.ts';
import type { PlaceKind } from '../schema/place.ts';
import { placePath } from '../paths/paths.ts';

interface Position {
  lat: number;
  lon: number;
}

/** A place as the maps need it. */
export interface PlaceData {
  name: string;
  address: string;
  kind: PlaceKind;
  at: Position;
  statements: number;
  /** Where the naming is disputed: each name with the state whose usage it is. */
  namings: { name: string; usedBy: string }[];
  parts: Position[];
}

/** All places as the maps need them, by English name. */
export const mapData = ({ places }: TheRecord): PlaceData[] => places.map(placeData);

/** One place as the maps need it. */
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
