import { z } from 'zod';
import { prose } from './text.ts';

/** The kinds of page that a concept can mean, besides statements. */
export const conceptPages = ['entry', 'event', 'actor', 'theme', 'place', 'term'] as const;

/** What a concept means: a statement by its id (`tass-2026.s24`), or a page by kind and id (`event/putin-visit-2016`). */
export const conceptTarget = z
  .string()
  .regex(
    /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\.s[1-9]\d*|(?:entry|event|actor|theme|place|term)\/[a-z0-9]+(?:-[a-z0-9]+)*)$/,
    'must be a statement, such as tass-2026.s24, or a page, such as event/putin-visit-2016 or theme/energy',
  );

const concept = z.strictObject({
  /** What a reader may type, in words that the Record need not have; order, inflection and small words do not matter. */
  phrases: z.array(prose(80)).min(1, 'has no phrase: write what a reader may type'),
  /** What it means in the Record, best first. */
  means: z.array(conceptTarget).min(1, 'means nothing: name a statement or a page'),
});

/** Words of readers that the articles put otherwise, and where the Record has them. */
export const concepts = z.strictObject({
  /** The concepts, in any order. */
  concepts: z.array(concept),
});

export type Concept = z.infer<typeof concept>;
