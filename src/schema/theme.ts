import { z } from 'zod';
import { id, statementId } from './ids.ts';
import { plainText } from './text.ts';

const position = z
  .strictObject({
    entry: id.describe('Entry id.'),
    text: plainText(600).optional().describe('What the article has on the question, voices kept apart; absent where it is silent.'),
    rests: z.array(statementId).default([]).describe('The statements that bear it; empty where it is silent.'),
    silent: z.literal(true).optional().describe('True if the article does not speak to the question.'),
    related: z
      .array(statementId)
      .default([])
      .describe('With a silence: statements of the article that bear on the question without answering it.'),
  })
  .describe('What one article holds on a question, or that it is silent.');

const question = z.strictObject({
  id: id.describe('Its id within the theme: the anchor at which it is cited.'),
  question: plainText(160).describe('The question, as a reader would ask it.'),
  positions: z
    .array(position)
    .min(1, 'has no position: add that of an article that speaks on the question')
    .describe(
      'One position for every article that speaks on it. A silence is listed only if it has related statements, or if the entry was not read against all questions.',
    ),
});

export const theme = z
  .strictObject({
    title: plainText(80).describe('Its name.'),
    scope: plainText(200).describe('What it takes in, in one line (editor’s note: it describes the collection, not the world).'),
    order: z.int().min(1).max(99).describe('Place in the order of themes.'),
    questions: z
      .array(question)
      .min(1, 'has no question: write at least one')
      .describe('Questions that more than one article lets compare.'),
    variants: z.array(plainText(60)).default([]).describe('Other words by which readers look for it.'),
  })
  .describe('A subject: the frontmatter of `<theme>.mdx`, whose body is the overview.');

export type Theme = z.infer<typeof theme>;
export type Question = Theme['questions'][number];
