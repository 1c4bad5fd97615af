import { z } from 'zod';
import { statementId } from './ids.ts';

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
