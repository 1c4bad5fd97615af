import { citedSentence, dateField, id, isoDay, locator, plainText, statementId } from './field-types.ts';
import { z } from 'zod';

/** The kind of text that an article is. */
export const genres = ['commentary', 'news-analysis', 'opinion', 'news-report', 'wire-report'] as const;

const webAddress = z.url({ protocol: /^https?$/, error: 'is not a complete web address: begin it with http:// or https://' }).max(300);

const source = z
  .strictObject({
    title: plainText(200).describe('Title as printed.'),
    authors: z.array(id).default([]).describe('Its authors, by actor id, in the printed order; empty if it is unsigned.'),
    publisher: id.describe('Who published it, by actor id.'),
    genre: z.enum(genres).describe('What kind of text it is.'),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'is not a BCP 47 language tag: write it like en')
      .describe('Language of the text, as a BCP 47 tag.'),
    published: dateField.describe('When it was published.'),
    reprintOf: id.optional().describe('Who published it first, as actor id, if this text is a reprint.'),
    copyAt: id.optional().describe('Who hosts the copy that was read, as actor id, if that is not the publisher.'),
    addresses: z
      .array(
        z.strictObject({
          url: webAddress.describe('The address.'),
          label: plainText(80).describe('What is there, in a few words.'),
        }),
      )
      .min(1)
      .describe('Addresses at which the text was seen.'),
  })
  .describe('The article as a bibliographic record.');

const standpoint = z
  .strictObject({
    owner: plainText(400)
      .optional()
      .describe(
        'Who owns or runs the outlet; a state-owned outlet is named as such. Without it, the page shows the description of the publisher.',
      ),
    form: plainText(500).optional().describe('What the text is and does: its form, its sources, whose voice carries it.'),
    omits: z.array(plainText(300)).min(1).describe('What a reader would expect in it and does not find.'),
  })
  .describe('How to take the source: described, not scored (editorial rule 6). Editor’s notes throughout.');

export const entry = z
  .strictObject({
    label: plainText(30).describe('Short label for margins and tables: ‘Akiyama 2015’.'),
    source,
    actors: z
      .array(
        z.strictObject({
          actor: id.describe('Actor id.'),
          role: plainText(200).describe('The role that the article gives, at its date.'),
          rests: z.array(statementId).min(1).describe('Statements that show it.'),
        }),
      )
      .default([])
      .describe(
        'Who appears in the article as what, in the article’s own terms. For other actors of its statements, the page counts in how many they speak or are mentioned.',
      ),
    themes: z
      .array(id)
      .default([])
      .describe('Themes, most important first. Without them, those of the statements, the most frequent first.'),
    summary: citedSentence(700).describe('The article in two or three sentences.'),
    standpoint,
    notes: z
      .array(
        z.strictObject({
          title: plainText(100).describe('A few words that name the matter.'),
          text: plainText(900).describe('The note.'),
          at: z.array(locator).default([]).describe('Passages concerned.'),
          statements: z.array(statementId).default([]).describe('Statements concerned.'),
        }),
      )
      .default([])
      .describe('Editor’s notes: inconsistencies, dating, terms.'),
    questionsRead: isoDay
      .optional()
      .describe(
        'Day on which all questions were read against the article, YYYY-MM-DD. From then on, a question without a position of it is a silence. Until then, pages show it as not yet read.',
      ),
    textsRead: z
      .int()
      .min(1)
      .optional()
      .describe(
        'Number of the last statement with which all texts of the Record were compared. The lint lists what later statements may make false.',
      ),
    revisions: z
      .array(
        z.strictObject({
          date: isoDay.describe('Day of the change, YYYY-MM-DD.'),
          text: plainText(400).describe('What was changed, and why.'),
          statements: z.array(statementId).min(1).optional().describe('The statements that were corrected for this reason.'),
        }),
      )
      .min(1)
      .describe('What was changed after the first publication of the entry, oldest first.'),
  })
  .describe('One article of the Record: the frontmatter of `index.mdx`, whose body is the précis. The body may be empty.');

export type Entry = z.infer<typeof entry>;
export type Genre = Entry['source']['genre'];

export const passages = z
  .strictObject({
    passages: z
      .record(
        locator,
        z.strictObject({
          sha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal: run npm run verify-sources -- <folder of texts> --add-passages')
            .describe(
              'SHA-256, in hexadecimal, of the passage without invisible characters, in Unicode NFC, with every run of white space made one space and the ends trimmed.',
            ),
          words: z
            .int()
            .min(1)
            .describe(
              'Number of words: runs of letters and digits, joined by apostrophe, hyphen or point; in Japanese by Unicode word segmentation.',
            ),
          opening: plainText(80)
            .refine((words) => words.split(' ').length <= 6, 'has more than six words: keep the first six')
            .describe('Its first words, exactly as printed, at most six, up to the next quotation mark: what a link to it searches for.'),
        }),
      )
      .describe('Locator → fingerprint and word count, in the order of the article.'),
  })
  .describe('The passages of one article, without their text: what a locator may point to, and how to check it against the article.');

export type Passages = z.infer<typeof passages>;
