import { z } from 'zod';

/** Longest quotation the Record prints, in words (editorial rule 3). */
export const MAX_QUOTATION_WORDS = 14;

/**
 * One line of plain prose: trimmed, NFC, no markup, no control, zero-width or bidirectional characters.
 * Quotations stand in “curly marks” and are exact; titles of works stand in ‘single marks’.
 *
 * @param longest most characters allowed
 */
export const plainText = (longest: number) =>
  z
    .string()
    .min(1, 'is empty: write it or take the field out')
    .max(longest, `is longer than ${longest} characters: shorten it`)
    .superRefine((value, context) => {
      for (const { holds, message } of [...LINE_TROUBLES, ...CHARACTER_TROUBLES])
        if (holds(value)) context.addIssue({ code: 'custom', message });
    });

/** What is wrong with the characters of a text: messages in the form `what: remedy`. */
export const invalidCharacters = (text: string): string[] =>
  CHARACTER_TROUBLES.filter(({ holds }) => holds(text)).map(({ message }) => message);

/** Line breaks, control, invisible and direction-changing characters as `\u{…}`: what is shown is read, never obeyed. */
export const escapeInvisible = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);

/** Returns the texts in “curly double marks”, in order, without the marks. */
export const extractQuotations = (text: string): string[] => [...text.matchAll(/“([^”]*)”/g)].map((match) => match[1]!);

interface Trouble {
  holds: (value: string) => boolean;
  message: string;
}

const LINE_TROUBLES: Trouble[] = [
  { holds: (value) => value.trim() !== value, message: 'begins or ends with white space: trim it' },
  { holds: (value) => /<[a-z/!]/i.test(value), message: 'holds HTML: write plain text' },
];

const CHARACTER_TROUBLES: Trouble[] = [
  { holds: (value) => /[\u0000-\u001f\u007f-\u009f]/.test(value), message: 'holds a control character or a line break: remove it' },
  {
    holds: (value) => /[\p{Cf}\p{Co}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u.test(value),
    message: 'holds an invisible or direction-changing character: remove it',
  },
  { holds: (value) => /\S{200}/.test(value), message: 'holds a word of 200 characters or more: part it' },
  { holds: (value) => !value.isWellFormed(), message: 'holds half a surrogate pair: type the character again' },
  {
    holds: (value) => value.normalize('NFC') !== value,
    message: 'is not in Unicode form NFC: type the accented letters as single characters',
  },
  { holds: (value) => /"/.test(value), message: 'holds a straight quotation mark: use “ ” for a quotation, ‘ ’ for a title' },
];
