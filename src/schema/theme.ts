import { z } from 'zod';
import { id, statementId } from './ids.ts';
import { prose } from './text.ts';

/** What one article holds on a question, or that it is silent. */
const position = z.strictObject({
  /** Entry id. */
  entry: id,
  /** What the article has on the question, voices kept apart; absent where it is silent. */
  text: prose(600).optional(),
  /** The statements that bear it; empty where it is silent. */
  rests: z.array(statementId).default([]),
  /** True where the article does not speak to the question. */
  silent: z.literal(true).optional(),
});

const question = z.strictObject({
  /** Its id within the theme: the anchor at which it is cited. */
  id,
  /** The question, as a reader would ask it. */
  question: prose(160),
  /** One position, or one silence, for every article. */
  positions: z.array(position).min(1),
});

/** A subject: the frontmatter of `<theme>.mdx`, whose body is the overview. */
export const theme = z.strictObject({
  /** Its name. */
  title: prose(80),
  /** What it takes in, in one line (editor's note: it describes the collection, not the world). */
  scope: prose(200),
  /** Place in the order of themes. */
  order: z.int().min(1).max(99),
  /** Questions that more than one article lets compare. */
  questions: z.array(question).min(1, 'has no question: a theme asks at least one'),
  /** Other words by which readers look for it. */
  variants: z.array(prose(60)).default([]),
});

export type Theme = z.infer<typeof theme>;
export type Question = Theme['questions'][number];
export type Position = Question['positions'][number];
