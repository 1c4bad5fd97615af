import { z } from 'zod';
import { prose } from './text.ts';

/** Name of an edition: year and number, such as 2026.1. */
export const editionName = z.string().regex(/^[1-9]\d{3}\.[1-9]\d?$/, 'must be year.number, such as 2026.1');

const day = z.iso.date('is no day of the calendar: write it like "2026-01-31", in quotation marks');

const sum = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in hexadecimal: npm run edition writes it');

/** One edition of the Record: the folder `content/editions/<name>/` holds this file and, beside it, what it seals. */
export const edition = z.strictObject({
  /** Day on which it came out, or is to come out. */
  date: day,
  /** `in-preparation`: may be written anew. `published`: never touched again; what comes later is another edition. */
  status: z.enum(['in-preparation', 'published']),
  /** What is new in it, in a sentence or two. */
  note: prose(600),
  /** SHA-256 of the files that a published edition seals. */
  sealed: z
    .strictObject({
      /** Of `addresses.txt`: what the edition issued. */
      addresses: sum,
      /** Of `record.ndjson`: the Record as it was. */
      record: sum,
    })
    .optional(),
});

export type Edition = z.infer<typeof edition>;

/** What stands beside `edition.yaml` in the folder of an edition, as patterns below `content/`. */
export const sealedFiles = ['editions/*/addresses.txt', 'editions/*/record.ndjson'] as const;
