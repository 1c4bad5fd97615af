import { z } from 'zod';
import { plainText } from './text.ts';

/** What a concept means: a statement by its id (`tass-2026.s24`), or a page by kind and id (`event/putin-visit-2016`). */
export const aliasTarget = z
  .string()
  .regex(
    /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\.s[1-9]\d*|(?:entry|event|actor|theme|place|term)\/[a-z0-9]+(?:-[a-z0-9]+)*)$/,
    'names no statement and no page: write a statement, such as tass-2026.s24, or a page, such as event/putin-visit-2016 or theme/energy',
  );

const concept = z.strictObject({
  phrases: z
    .array(plainText(80))
    .min(1, 'has no phrase: write what a reader may type')
    .describe('What a reader may type, in words that the Record need not have; order, inflection and small words do not matter.'),
  means: z
    .array(aliasTarget)
    .min(1, 'means nothing: name a statement or a page')
    .describe('What it means in the Record, best first: statements by their ids, pages as `event/…`, `theme/…` and so on.'),
});

export const searchAliases = z
  .strictObject({
    concepts: z.array(concept).describe('The concepts, in any order.'),
    synonyms: z
      .array(
        z
          .array(
            z.string().regex(/^\p{Ll}+$/u, 'is not one word in small letters: write single words; what takes several stands in a concept'),
          )
          .min(2, 'is one word alone: add what means much the same, or take the row out'),
      )
      .default([])
      .describe('Words that mean much the same to whom searches: any of a row is found by any other, after the word itself.'),
    pages: z
      .array(
        z.strictObject({
          page: z
            .string()
            .regex(/^\/(?:[a-z0-9-]+\/)*$/, 'is no address of a page: write it from the root of the site, such as /cite/')
            .describe('Its address from the root of the site.'),
          phrases: z
            .array(plainText(80))
            .min(1, 'has no phrase: write what a reader may type')
            .describe('What a reader may type, as in a concept.'),
        }),
      )
      .default([])
      .describe('What readers type who look for a page about the Record itself.'),
  })
  .describe('Words of readers that the articles put otherwise, and where the Record has them.');

export type SearchAlias = z.infer<typeof concept>;
export type SearchAliases = z.infer<typeof searchAliases>;
export type PageAliases = SearchAliases['pages'][number];
