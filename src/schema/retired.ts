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
  /** Day on which it moved or was withdrawn. */
  date: z.iso.date('is no day of the calendar: write it like "2026-01-31", in quotation marks'),
  /** Edition in which it did. */
  edition: editionName,
  /** Why, in a sentence. */
  reason: prose(400),
};

/** An address that has moved: it leaves a redirect. */
export const moved = z.strictObject({
  /** Where it stood. */
  from: pageAddress,
  /** Where it stands now. */
  to: pageAddress,
  ...when,
});

/** An address under which nothing stands any more: it leaves a tombstone. Statements are withdrawn in their ledger instead. */
export const withdrawnPage = z.strictObject({
  /** Where it stood. */
  address: pageAddress,
  /** What stood there, by its name. */
  title: prose(200),
  /** What it said, in a sentence or two. */
  said: prose(700),
  ...when,
  /** What may be read instead. */
  instead: pageAddress.optional(),
});

/** Everything that was issued and stands no longer. */
export const retired = z.strictObject({
  /** Redirects, oldest first. */
  moved: z.array(moved).default([]),
  /** Tombstones, oldest first. */
  withdrawn: z.array(withdrawnPage).default([]),
});

export type Moved = z.infer<typeof moved>;
export type WithdrawnPage = z.infer<typeof withdrawnPage>;
