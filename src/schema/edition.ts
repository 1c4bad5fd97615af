import { z } from 'zod';
import { isoDay } from './date-field.ts';
import { plainText } from './text.ts';

/** Name of an edition: year and number, `2026.1`. */
export const editionName = z.string().regex(/^[1-9]\d{3}\.[1-9]\d?$/, 'is not the name of an edition: write year.number, such as 2026.1');

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal: run npm run edition');

export const edition = z
  .strictObject({
    date: isoDay.describe('Day on which it came out, or is to come out.'),
    status: z
      .enum(['in-preparation', 'published'])
      .describe('`in-preparation`: may be written anew. `published`: never touched again; what comes later is another edition.'),
    note: plainText(600).describe('What is new in it, in a sentence or two.'),
    sealed: z
      .strictObject({
        addresses: sha256.describe('Of `addresses.txt`: what the edition issued.'),
        record: sha256.describe('Of `record.ndjson`: the Record as it was.'),
      })
      .optional()
      .describe('SHA-256 of the files that a published edition seals.'),
  })
  .describe('One edition of the Record: the folder `content/editions/<name>/` holds this file and, beside it, what it seals.');

export type Edition = z.infer<typeof edition>;

/** Files that a published edition covers with checksums, as patterns under `content/`. */
export const checksummedFiles = ['editions/*/addresses.txt', 'editions/*/record.ndjson'] as const;
