import { z } from 'zod';
import { editionName } from './edition.ts';
import { prose } from './text.ts';

/** The address of a page, or of an anchor on it, from the site's root: `/actors/japan/`, `/timeline/#y2016`. */
export const pageAddress = z
  .string()
  .max(200, 'is longer than 200 characters')
  .regex(
    /^\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?$/,
    'is no address of a page: write it from the site’s root, with a slash at its end, such as /actors/japan/ or /timeline/#y2016',
  );

/** Why, when and with which edition. */
const when = {
  date: z.iso
    .date('is no day of the calendar: write it like "2026-01-31", in quotation marks')
    .describe('Day on which it moved or was withdrawn.'),
  edition: editionName.describe('Edition in which it did.'),
  reason: prose(400).describe('Why, in a sentence.'),
};

export const moved = z
  .strictObject({
    from: pageAddress.describe('Where it stood.'),
    to: pageAddress.describe('Where it stands now.'),
    ...when,
  })
  .describe('An address that has moved: it leaves a redirect.');

export const withdrawnPage = z
  .strictObject({
    address: pageAddress.describe('Where it stood.'),
    title: prose(200).describe('What stood there, by its name.'),
    said: prose(700).describe('What it said, in a sentence or two.'),
    ...when,
    instead: pageAddress.optional().describe('What may be read instead.'),
  })
  .describe('An address under which nothing stands any more: it leaves a tombstone. Statements are withdrawn in their ledger instead.');

export const retired = z
  .strictObject({
    moved: z.array(moved).default([]).describe('Redirects, oldest first.'),
    withdrawn: z.array(withdrawnPage).default([]).describe('Tombstones, oldest first.'),
  })
  .describe('Everything that was issued and stands no longer.');

export type Moved = z.infer<typeof moved>;
export type WithdrawnPage = z.infer<typeof withdrawnPage>;
