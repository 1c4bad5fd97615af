import { z } from 'zod';
import { locator } from './ids.ts';
import { plainText } from './text.ts';

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
