import { z } from 'zod';
import { isEdtf } from '../dates/parse.ts';

/** Creates the schema of an id. @param message for a text that is not an id, as `message: hint` */
export const idWithMessage = (message: string) =>
  z
    .string()
    .max(64, 'is longer than 64 characters: shorten it')
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, message)
    .meta({
      title: 'id',
      description: 'An id that becomes part of an address: lower-case ASCII words joined by hyphens, 64 characters at most.',
    });

export const id = idWithMessage('is not an id: write lower-case ASCII words joined by hyphens, such as shinzo-abe');

export const statementId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\.s[1-9]\d*$/, 'is not a statement id: write <entry>.s<number>, such as tass-2026.s11')
  .meta({ title: 'statement id', description: 'A statement as others refer to it: `<entry>.s<number>`, such as `tass-2026.s11`.' });

export const locator = z
  .string()
  .regex(/^(?:p0|[pcnr][1-9]\d*)$/, 'is not a locator: write p0, or p, c, n or r with a number from 1, such as p4 or c1')
  .meta({
    title: 'locator',
    description:
      'A passage of an article: `p0` a standfirst, `p1`… body paragraphs, `c1`… captions, `n1`… provenance or author notes, `r1`… related headlines printed with it.',
  });

/** Maximum length of a quotation, in words (editorial rule 3). */
export const MAX_QUOTATION_WORDS = 25;

/**
 * Creates the schema of one line of plain prose: trimmed, in Unicode form NFC, without markup and without control, zero-width
 * or bidirectional characters. Direct speech is in “double marks”, an article's own wording in ‘single marks’.
 *
 * @param maxLength in characters
 */
export const plainText = (maxLength: number) =>
  z
    .string()
    .min(1, 'is empty: write it, or remove the field')
    .max(maxLength, `is longer than ${maxLength} characters: shorten it`)
    .superRefine((value, context) => {
      for (const { matches, message } of [...LINE_PROBLEMS, ...CHARACTER_PROBLEMS])
        if (matches(value)) context.addIssue({ code: 'custom', message });
    });

/** Returns the problems with the characters of a text, as `message: hint`. */
export const invalidCharacters = (text: string): string[] =>
  CHARACTER_PROBLEMS.filter(({ matches }) => matches(text)).map(({ message }) => message);

/** Escapes line breaks and control, invisible and direction-changing characters as `\u{…}`, so that output shows them. */
export const escapeInvisible = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);

/** Returns the texts in “double marks”, in order, without the marks. */
export const extractQuotations = (text: string): string[] => [...text.matchAll(/“([^”]*)”/g)].map((match) => match[1]!);

/**
 * Returns the texts in ‘single marks’, in order, without the marks. The closing mark is also the apostrophe: one that is followed by a
 * letter or digit does not close. Known wordings are found first, so that they may contain a plural possessive.
 */
export function extractWordings(text: string, known: readonly string[] = []): string[] {
  const found = known.filter((words) => text.includes(`‘${words}’`));
  const rest = found.reduce((remaining, words) => remaining.replaceAll(`‘${words}’`, ''), text);
  return [...found, ...[...rest.matchAll(/‘([^‘]*?)’(?![\p{L}\p{N}])/gu)].map((match) => match[1]!)];
}

interface Problem {
  matches: (value: string) => boolean;
  message: string;
}

const LINE_PROBLEMS: Problem[] = [
  { matches: (value) => value.trim() !== value, message: 'begins or ends with white space: trim it' },
  { matches: (value) => /<[a-z/!]/i.test(value), message: 'contains HTML: write plain text' },
];

const CHARACTER_PROBLEMS: Problem[] = [
  { matches: (value) => /[\u0000-\u001f\u007f-\u009f]/.test(value), message: 'contains a control character or a line break: remove it' },
  {
    matches: (value) => /[\p{Cf}\p{Co}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u.test(value),
    message: 'contains an invisible or direction-changing character: remove it',
  },
  { matches: (value) => /\S{200}/.test(value), message: 'contains a word of 200 characters or more: split it' },
  { matches: (value) => !value.isWellFormed(), message: 'contains half a surrogate pair: type the character again' },
  {
    matches: (value) => value.normalize('NFC') !== value,
    message: 'is not in Unicode form NFC: type the accented letters as single characters',
  },
  { matches: (value) => /"/.test(value), message: 'contains a straight quotation mark: use “ ” for a quotation, ‘ ’ for a title' },
];

/** Creates the schema of a sentence in the Record’s own words with its citations. @param maxLength in characters */
export const citedSentence = (maxLength = 600) =>
  z
    .strictObject({
      text: plainText(maxLength).describe('The sentence, in the Record’s own words, voices kept apart.'),
      rests: z
        .array(statementId)
        .min(1, 'is empty: cite the statements that support the sentence')
        .describe('The statements that bear it, by id.'),
    })
    .meta({ title: 'sentence', description: 'A sentence of the Record’s own with the statements it rests on (editorial rule 1).' });

export type CitedSentence = z.infer<ReturnType<typeof citedSentence>>;

export const names = z
  .strictObject({
    en: plainText(100).describe('The name in English, as the Record prints it.'),
    ja: plainText(60).optional().describe('The name in Japanese, as it is usually written.'),
    jaReading: plainText(60).optional().describe('Its reading in hiragana, if the name is written in kanji.'),
    ru: plainText(120).optional().describe('The name in Russian.'),
    variants: z
      .array(plainText(100))
      .default([])
      .describe('Other forms: order variants (Abe Shinzo), romanisations (Shinzō), abbreviations, the articles’ own forms.'),
    misspellings: z.array(plainText(60)).default([]).describe('Usual misspellings: found by search, never shown.'),
  })
  .meta({ title: 'names', description: 'Names in three languages, with the spellings by which readers look for them.' });

export type Names = z.infer<typeof names>;

/** The other languages of names, in display order. A new one is last: its columns follow all others. */
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

/** How the editor knows a date: printed in the article, counted from a wording, or inferred. */
export const dateProvenances = ['printed', 'reckoned', 'inferred'] as const;

/** A calendar day, `YYYY-MM-DD`. */
export const isoDay = z.iso.date('is not a calendar day: write it like "2026-01-31", in quotation marks');

export const dateField = z
  .strictObject({
    edtf: z
      .string()
      .max(60)
      .refine(isEdtf, 'is not a valid EDTF date: write it like "2016-12-15", "2024-11~" or "[2014..2016]" (both ends equally exact)')
      .nullable()
      .describe('The date in EDTF, quoted in YAML, such as "2016-12-1X" (mid-December 2016), or null if the article gives none.'),
    basis: z
      .enum(dateProvenances)
      .default('printed')
      .describe(
        '`printed`: the article prints this date. `reckoned`: counted from the day of publication by words such as ‘last month’. `inferred`: by the editor, from other evidence.',
      ),
    wording: plainText(60)
      .optional()
      .describe('The article’s own words for the time, if they are looser than a date: ‘last month’, ‘early-2017’. At most six words.'),
    ground: plainText(400).optional().describe('Why this date and no other. Needed unless the date is printed.'),
  })
  .refine((date) => date.ground !== undefined || (date.edtf !== null && date.basis === 'printed'), {
    message: 'an unknown, reckoned or inferred date without a ground: write how it is known, or that the article gives none',
    path: ['ground'],
  })
  .meta({ title: 'date', description: 'A date of the Record: EDTF (ISO 8601-2, levels 0 to 2) with the ground on which it rests.' });

export type DateField = z.infer<typeof dateField>;
