import { z } from 'zod';
import { voice } from './statement.ts';
import { id, locator, statementId } from './ids.ts';
import { prose } from './text.ts';

/** In whose mouth a wording stands. */
export const termVoices = ['own', 'quoted', 'attributed'] as const;

/** A wording that is itself contested: the frontmatter of `<term>.mdx`, whose body says what is at stake. */
export const term = z.strictObject({
  /** What the wordings are about. */
  title: prose(80),
  /** Place in the order of terms. */
  order: z.int().min(1).max(99),
  /** Which wording stands where. */
  uses: z
    .array(
      z.strictObject({
        /** The wording, exactly as printed, letter case apart. */
        wording: prose(80),
        /** Entry id. */
        entry: id,
        /** The passages in which it stands. */
        at: z.array(locator).min(1),
        /** How often it stands in those passages. */
        count: z.int().min(1),
        /** `own`: the article's or its author's own words · `quoted`: in quotation marks · `attributed`: reported as someone's, without marks. */
        voice: z.enum(termVoices),
        /** Whose words they are. */
        speakers: z.array(voice).min(1),
        /** Statements drawn from those passages. */
        rests: z.array(statementId).min(1),
      }),
    )
    .min(1),
  /** What the Record itself writes, and why. */
  rule: prose(600),
  /** Other words by which readers look for it. */
  variants: z.array(prose(60)).default([]),
});

export type Term = z.infer<typeof term>;
export type TermUse = Term['uses'][number];
