import { z } from 'zod';
import { names } from './names.ts';
import { rested } from './rested.ts';
import { id } from './ids.ts';
import { prose } from './text.ts';

/** What a place is. */
export const placeKinds = ['country', 'region', 'city', 'island', 'island-group', 'sea', 'site'] as const;

const coordinates = z.strictObject({
  /** Latitude in degrees north, WGS 84. */
  lat: z.number().min(-90).max(90),
  /** Longitude in degrees east, WGS 84. */
  lon: z.number().min(-180).max(180),
});

/** A place that the articles name. */
export const place = z.strictObject({
  names,
  /** What it is. */
  kind: z.enum(placeKinds),
  /** A representative point (editor's reference data). */
  coordinates,
  /** The larger place it lies in, as place id; absent where that is disputed. */
  within: id.optional(),
  /** Where the naming is disputed: each name with the party whose usage it is. */
  namings: z
    .array(
      z.strictObject({
        /** The name. */
        name: prose(80),
        /** Whose usage, as actor id. */
        usedBy: id,
        /** Statements that show the usage. */
        rests: rested().shape.rests,
      }),
    )
    .default([]),
  /** Parts that no article names singly, with both namings (editor's reference data). */
  parts: z.array(z.strictObject({ japanese: names, russian: names, coordinates })).default([]),
  /** What the articles tell of it. */
  account: z.array(rested()).min(1),
  /** Editor's note. */
  note: prose(500).optional(),
});

export type Place = z.infer<typeof place>;
export type PlaceKind = Place['kind'];
