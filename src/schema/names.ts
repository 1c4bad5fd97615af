import { z } from 'zod';
import { prose } from './text.ts';

/** Names in three languages, with the spellings by which readers look for them. */
export const names = z.strictObject({
  /** The name in English, as the Record prints it. */
  en: prose(100),
  /** The name in Japanese, as it is usually written. */
  ja: prose(60).optional(),
  /** Its reading in hiragana, where the name is written in kanji. */
  jaReading: prose(60).optional(),
  /** The name in Russian. */
  ru: prose(120).optional(),
  /** Other forms: order variants (Abe Shinzo), romanisations (Shinzō), abbreviations, the articles' own forms. */
  variants: z.array(prose(100)).default([]),
  /** Usual misspellings: found by search, never shown. */
  misspellings: z.array(prose(60)).default([]),
});

export type Names = z.infer<typeof names>;
