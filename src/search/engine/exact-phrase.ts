import { foldText, removeAccents } from '../../text/matching.ts';

/** Words, numbers and signs of which one must follow another. Each kanji and hiragana is one, since no space separates Japanese words. */
const TOKEN =
  /\p{N}+(?:[.,]\p{N}+)*|[\p{Script=Han}\p{Script=Hiragana}]|[\p{Script=Katakana}ー]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}])+|[%$€¥·]|(?<=\p{L})'(?=\p{L})/gu;

/** Returns a text in the form in which phrases are compared: case, accents and punctuation do not count, word forms and order do. */
export const toExactForm = (text: string) => ` ${(removeAccents(foldText(text)).toLowerCase().match(TOKEN) ?? []).join(' ')} `;

/** A phrase in quotation marks. */
export interface Phrase {
  /** As typed, without the marks. */
  text: string;
  /** Its exact form. */
  exact: string;
  /** Whether the closing mark is missing, so that the last word may be unfinished. */
  isOpen: boolean;
}

/** Returns whether a text in exact form has exactly the words of a phrase. */
export const hasPhrase = (exactText: string, { exact, isOpen }: Phrase) => exactText.includes(isOpen ? exact.trimEnd() : exact);

/** Returns a query with spaces for its quotation marks. */
export const withoutMarks = (text: string) => text.replace(/["“”„‟«»＂「」『』]/gu, ' ');

const QUOTED = /["“”„‟«»＂「『](.*?)(["“”‟«»＂」』]|$)/gu;

/** Returns the phrases in quotation marks. A mark that is not closed reaches to the end. */
export const findPhrases = (text: string): Phrase[] =>
  [...text.matchAll(QUOTED)]
    .map(([, phrase = '', end]) => ({ text: phrase, exact: toExactForm(phrase), isOpen: end === '' }))
    .filter(({ exact }) => exact.trim() !== '');
