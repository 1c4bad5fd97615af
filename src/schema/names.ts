import { z } from 'zod';
import { prose } from './text.ts';

export const names = z
  .strictObject({
    en: prose(100).describe('The name in English, as the Record prints it.'),
    ja: prose(60).optional().describe('The name in Japanese, as it is usually written.'),
    jaReading: prose(60).optional().describe('Its reading in hiragana, where the name is written in kanji.'),
    ru: prose(120).optional().describe('The name in Russian.'),
    variants: z
      .array(prose(100))
      .default([])
      .describe('Other forms: order variants (Abe Shinzo), romanisations (Shinzō), abbreviations, the articles’ own forms.'),
    misspellings: z.array(prose(60)).default([]).describe('Usual misspellings: found by search, never shown.'),
  })
  .meta({ title: 'names', description: 'Names in three languages, with the spellings by which readers look for them.' });

export type Names = z.infer<typeof names>;
