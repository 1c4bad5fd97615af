import { z } from 'zod';
import { plainText } from './text.ts';

export const names = z
  .strictObject({
    en: plainText(100).describe('The name in English, as the Record prints it.'),
    ja: plainText(60).optional().describe('The name in Japanese, as it is usually written.'),
    jaReading: plainText(60).optional().describe('Its reading in hiragana, where the name is written in kanji.'),
    ru: plainText(120).optional().describe('The name in Russian.'),
    variants: z
      .array(plainText(100))
      .default([])
      .describe('Other forms: order variants (Abe Shinzo), romanisations (Shinzō), abbreviations, the articles’ own forms.'),
    misspellings: z.array(plainText(60)).default([]).describe('Usual misspellings: found by search, never shown.'),
  })
  .meta({ title: 'names', description: 'Names in three languages, with the spellings by which readers look for them.' });

export type Names = z.infer<typeof names>;

/** The other languages of names, in display order. To add a language, add its field above and a line here. */
export const languages = [
  { lang: 'ja', label: 'Japanese', reading: 'jaReading' },
  { lang: 'ru', label: 'Russian', reading: undefined },
] as const satisfies { lang: keyof Names; label: string; reading: keyof Names | undefined }[];

/** Returns the other languages in which at least one of the items has a name. */
export const languagesOf = (all: readonly Names[]) => languages.filter(({ lang }) => all.some((names) => names[lang]));

/** A name in a language other than English. */
export interface LocalizedName {
  /** BCP 47 tag. */
  lang: string;
  /** Name of the language in English. */
  label: string;
  name: string;
  reading?: string;
}

/** Returns the names in languages other than English. */
export function localizedNames(all: Names): LocalizedName[] {
  return languages.flatMap(({ lang, label, reading: field }) => {
    const name = all[lang];
    const reading = field && all[field];
    return name ? [{ lang, label, name, ...(reading && { reading }) }] : [];
  });
}
