import { z } from 'zod';
import { voice } from './statement.ts';
import { id, locator, statementId } from './ids.ts';
import { plainText } from './text.ts';

/** Who uses a wording: the article itself, or someone that it quotes or reports. */
const termAttributions = ['own', 'quoted', 'attributed'] as const;

export const term = z
  .strictObject({
    title: plainText(80).describe('What the wordings are about.'),
    order: z.int().min(1).max(99).describe('Place in the order of terms.'),
    uses: z
      .array(
        z.strictObject({
          wording: plainText(80).describe('The wording, exactly as printed, letter case apart.'),
          entry: id.describe('Entry id.'),
          at: z.array(locator).min(1).describe('The passages in which it stands.'),
          count: z.int().min(1).describe('How often it stands in those passages.'),
          voice: z
            .enum(termAttributions)
            .describe(
              '`own`: the article’s or its author’s own words · `quoted`: in quotation marks · `attributed`: reported as someone’s, without marks.',
            ),
          speakers: z.array(voice).min(1).describe('Whose words they are.'),
          rests: z.array(statementId).min(1).describe('Statements drawn from those passages.'),
        }),
      )
      .min(1)
      .describe('Which wording stands where.'),
    rule: plainText(600).describe('What the Record itself writes, and why.'),
    variants: z.array(plainText(60)).default([]).describe('Other words by which readers look for it.'),
  })
  .describe('A wording that is itself contested: the frontmatter of `<term>.mdx`, whose body says what is at stake.');

export type Term = z.infer<typeof term>;
export type TermUse = Term['uses'][number];
