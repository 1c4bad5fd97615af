import { z } from 'zod';
import { plainText } from './field-types.ts';

/** Target of a concept: a statement id (`tass-2026.s24`), or the kind and id of a page (`event/putin-visit-2016`, `question/energy/figures`). */
const aliasTarget = z
  .string()
  .regex(
    /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\.s[1-9]\d*|(?:entry|event|actor|theme|place|term)\/[a-z0-9]+(?:-[a-z0-9]+)*|question(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){2})$/,
    'is not a statement or a page: write a statement, such as tass-2026.s24, or a page, such as event/putin-visit-2016 or theme/energy',
  );

const concept = z.strictObject({
  phrases: z
    .array(plainText(80))
    .min(1, 'has no phrase: write what readers may type')
    .describe('What a reader may type, in words that the Record need not have; order, inflection and small words do not matter.'),
  means: z
    .array(aliasTarget)
    .min(1, 'has no target: name a statement or a page')
    .describe(
      'What it means in the Record, best first: statements by their ids, pages as `event/…`, `theme/…` and so on, questions as `question/<theme>/<question>`.',
    ),
});

export const searchAliases = z
  .strictObject({
    concepts: z.array(concept).describe('The concepts, in any order.'),
    synonyms: z
      .array(
        z
          .array(
            z.string().regex(/^[\p{Ll}\p{Lo}ー]+$/u, 'is not a single lower-case word: write single words here, and phrases in a concept'),
          )
          .min(2, 'is a row of one word: add its synonyms, or remove the row'),
      )
      .default([])
      .describe('Words that mean much the same to whom searches: any of a row is found by any other, after the word itself.'),
    pages: z
      .array(
        z.strictObject({
          page: z
            .string()
            .regex(/^\/(?:[a-z0-9-]+\/)*$/, 'is not the address of a page: write it from the site’s root, such as /cite/')
            .describe('Its address from the root of the site.'),
          phrases: z
            .array(plainText(80))
            .min(1, 'has no phrase: write what readers may type')
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
