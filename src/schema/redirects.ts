import { z } from 'zod';
import { isoDay } from './date-field.ts';
import { editionName } from './edition.ts';
import { plainText } from './text.ts';

/** Path of a page or of an anchor on it, from the site’s root: `/actors/japan/`, `/timeline/#y2016`. */
const pagePath = z
  .string()
  .max(200, 'is longer than 200 characters: shorten it')
  .regex(
    /^\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?$/,
    'is not the address of a page: write it from the site’s root, with a slash at its end, such as /actors/japan/ or /timeline/#y2016',
  );

/** Date, edition and reason of a redirect or a tombstone. */
const retirementFields = {
  date: isoDay.describe('Day on which it moved or was withdrawn.'),
  edition: editionName.describe('Edition in which it did.'),
  reason: plainText(400).describe('Why, in a sentence.'),
};

export const redirect = z
  .strictObject({
    from: pagePath.describe('Where it stood.'),
    to: pagePath.describe('Where it stands now.'),
    ...retirementFields,
  })
  .describe('An address that has moved: it leaves a redirect.');

export const tombstone = z
  .strictObject({
    address: pagePath.describe('Where it stood.'),
    title: plainText(200).describe('What stood there, by its name.'),
    said: plainText(700).describe('What it said, in a sentence or two.'),
    ...retirementFields,
    instead: pagePath.optional().describe('What may be read instead.'),
  })
  .describe('An address under which nothing stands any more: it leaves a tombstone. Statements are withdrawn in their ledger instead.');

export const retired = z
  .strictObject({
    moved: z.array(redirect).default([]).describe('Redirects, oldest first.'),
    withdrawn: z.array(tombstone).default([]).describe('Tombstones, oldest first.'),
  })
  .describe('Everything that was issued and stands no longer.');

export type RedirectEntry = z.infer<typeof redirect>;
export type Tombstone = z.infer<typeof tombstone>;
