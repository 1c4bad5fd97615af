import { z } from 'zod';
import { dateField } from './date-field.ts';
import { id, locator, statementId } from './ids.ts';
import { rested } from './rested.ts';
import { prose } from './text.ts';

/** What kind of text an article is. */
export const genres = ['commentary', 'news-analysis', 'opinion', 'news-report', 'wire-report'] as const;

const webAddress = z.url({ protocol: /^https?$/, error: 'must be a whole web address that begins with http:// or https://' }).max(300);

/** The article as a bibliographic record. */
const source = z.strictObject({
  /** Title as printed. */
  title: prose(200),
  /** Its authors, by actor id, in the printed order; empty where it is unsigned. */
  authors: z.array(id).default([]),
  /** Who published it, by actor id. */
  publisher: id,
  /** What kind of text it is. */
  genre: z.enum(genres),
  /** Language of the text, as a BCP 47 tag. */
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 language tag, such as en'),
  /** When it was published. */
  published: dateField,
  /** The first publication, where this text is a reprint: by whom, as actor id. */
  reprintOf: id.optional(),
  /** Who hosts the copy that was read, as actor id, where that is not the publisher. */
  copyAt: id.optional(),
  /** Addresses at which the text was seen. */
  addresses: z
    .array(
      z.strictObject({
        /** The address. */
        url: webAddress,
        /** What stands there, in a few words. */
        label: prose(80),
      }),
    )
    .min(1),
});

/** How to take the source: described, not scored (editorial rule 6). Editor's notes throughout. */
const standpoint = z.strictObject({
  /** Who owns or runs the outlet; a state-owned outlet is named as such. */
  owner: prose(400),
  /** What the text is and does: its form, its sources, whose voice carries it. */
  form: prose(500),
  /** What a reader would expect in it and does not find. */
  omits: z.array(prose(300)).min(1),
});

/** One article of the Record: the frontmatter of `index.mdx`, whose body is the précis. */
export const entry = z.strictObject({
  /** Short label for margins and tables: 'Akiyama 2015'. */
  label: prose(30),
  source,
  /** Who appears in the article and as what, in the article's own terms. */
  actors: z
    .array(
      z.strictObject({
        /** Actor id. */
        actor: id,
        /** The role that the article gives, at its date. */
        role: prose(200),
        /** Statements that show it. */
        rests: z.array(statementId).min(1),
      }),
    )
    .min(1),
  /** Themes, most important first. */
  themes: z.array(id).min(1),
  /** The article in two or three sentences. */
  summary: rested(700),
  standpoint,
  /** Editor's notes: inconsistencies, dating, terms. */
  notes: z
    .array(
      z.strictObject({
        /** A few words that name the matter. */
        title: prose(100),
        /** The note. */
        text: prose(900),
        /** Passages concerned. */
        at: z.array(locator).default([]),
        /** Statements concerned. */
        statements: z.array(statementId).default([]),
      }),
    )
    .default([]),
  /** What was changed after the first publication of the entry, oldest first. */
  revisions: z
    .array(
      z.strictObject({
        /** Day of the change, YYYY-MM-DD. */
        date: z.iso.date('is no day of the calendar: write it like "2026-01-31", in quotation marks'),
        /** What was changed. */
        text: prose(400),
      }),
    )
    .min(1),
});

export type Entry = z.infer<typeof entry>;
export type Genre = Entry['source']['genre'];
