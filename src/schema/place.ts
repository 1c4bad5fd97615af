import { z } from 'zod';
import { names } from './names.ts';
import { citedSentence, plainText } from './text.ts';
import { id } from './ids.ts';

const placeKinds = ['country', 'region', 'city', 'island', 'island-group', 'sea', 'site'] as const;

const coordinates = z.strictObject({
  lat: z.number().min(-90).max(90).describe('Latitude in degrees north, WGS 84.'),
  lon: z.number().min(-180).max(180).describe('Longitude in degrees east, WGS 84.'),
});

export const place = z
  .strictObject({
    names,
    description: plainText(160).describe('What it is in these articles, in one line without a full stop.'),
    kind: z.enum(placeKinds).describe('What it is.'),
    coordinates: coordinates.describe('A representative point (editor’s reference data).'),
    within: id.optional().describe('The larger place it lies in, as place id; absent where that is disputed.'),
    namings: z
      .array(
        z.strictObject({
          name: plainText(80).describe('The name.'),
          usedBy: id.describe('Whose usage, as actor id.'),
          rests: citedSentence().shape.rests.describe('Statements that show the usage.'),
        }),
      )
      .default([])
      .describe('Where the naming is disputed: each name with the party whose usage it is.'),
    parts: z
      .array(
        z.strictObject({
          japanese: names.describe('Its names in Japan’s usage.'),
          russian: names.describe('Its names in Russia’s usage.'),
          coordinates: coordinates.describe('A representative point.'),
        }),
      )
      .default([])
      .describe('Its parts, with both namings (editor’s reference data).'),
    account: z.array(citedSentence()).min(1).describe('What the articles tell of it.'),
    note: plainText(500).optional().describe('Editor’s note.'),
  })
  .describe('A place that the articles name.');

export type Place = z.infer<typeof place>;
export type PlaceKind = Place['kind'];
