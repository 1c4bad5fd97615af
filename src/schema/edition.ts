import { z } from 'zod';
import { isoDay, plainText } from './field-types.ts';

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
    doi: z
      .string()
      .regex(/^10\.\d{4,9}\/[-._;()/:a-zA-Z0-9]+$/, 'is not a DOI: write it like 10.5281/zenodo.1234567, without https://doi.org/')
      .optional()
      .describe('DOI of the data of the edition, if they are deposited.'),
    sealed: z
      .strictObject({
        addresses: sha256.describe('Checksum of `addresses.txt`, which lists the addresses that the edition is the first to publish.'),
        record: sha256.describe('Of `record.ndjson`: the Record as it was.'),
      })
      .optional()
      .describe('SHA-256 of the files that a published edition seals.'),
  })
  .describe('One edition of the Record. The folder `content/editions/<name>/` contains this file and the files that it protects.');

export type Edition = z.infer<typeof edition>;

/** Files that a published edition covers with checksums, as patterns under `content/`. */
export const checksummedFiles = ['editions/*/addresses.txt', 'editions/*/record.ndjson'] as const;

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
    to: pagePath.describe('The address that replaces it.'),
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
  .describe('A page that was withdrawn: its address shows what it said and why it went. Withdraw a statement in its ledger instead.');

export const retired = z
  .strictObject({
    moved: z.array(redirect).default([]).describe('Redirects, oldest first.'),
    withdrawn: z.array(tombstone).default([]).describe('Tombstones, oldest first.'),
  })
  .describe('Published addresses that were moved or withdrawn.');

export type RedirectEntry = z.infer<typeof redirect>;
export type Tombstone = z.infer<typeof tombstone>;
