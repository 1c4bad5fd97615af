import type { PlaceNode, TheRecord } from '../record/model.ts';
import type { PlaceKind } from '../schema/place.ts';
import { placeAddress } from '../paths/paths.ts';

interface Position {
  lat: number;
  lon: number;
}

/** A place as the maps need it. */
export interface PlaceState {
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
export const placesPicture = ({ places }: TheRecord): PlaceState[] => places.map(placePicture);

/** One place as the maps need it. */
export function placePicture({ id, data, namings, statements }: PlaceNode): PlaceState {
  return {
    name: data.names.en,
    address: placeAddress(id),
    kind: data.kind,
    at: data.coordinates,
    statements: statements.length,
    namings: namings
      .filter(({ usedBy }) => usedBy.data.kind === 'state')
      .map(({ name, usedBy }) => ({ name, usedBy: usedBy.data.names.en })),
    parts: data.parts.map(({ coordinates }) => coordinates),
  };
}
