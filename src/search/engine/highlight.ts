import type { Query } from './query.ts';
import { foldWords, isCjk, isStopWord, tokenize, type Word } from './tokenizer.ts';

/** A stretch of a text. */
export interface HighlightSpan {
  text: string;
  marked: boolean;
}

/** Cuts a text where words of a query stand: the words themselves, their other forms and, of the last one, what begins with it. */
export function highlightText(text: string, query: Pick<Query, 'words' | 'isPrefix'>): HighlightSpan[] {
  const stretches: HighlightSpan[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isAskedFor(word, query)) continue;
    if (index > end) stretches.push({ text: text.slice(end, index), marked: false });
    stretches.push({ text: word, marked: true });
    end = index + word.length;
  }
  if (end < text.length) stretches.push({ text: text.slice(end), marked: false });
  return stretches;
}

/** A word with its digits, as it stands in a text. */
const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}ー]+/gu;

/** Whether a word of a text is one that a query asks for. */
function isAskedFor(word: string, { words, isPrefix }: Pick<Query, 'words' | 'isPrefix'>): boolean {
  if (isStopWord(foldWords(word)[0] ?? '')) return words.some(({ folded }) => folded === foldWords(word)[0]);
  return tokenize(word).some((each) => words.some((asked, index) => isForm(each, asked, isPrefix && index === words.length - 1)));
}

function isForm(word: Word, asked: Word, growing: boolean): boolean {
  if (word.stem === asked.stem) return true;
  if (isCjk(asked.folded)) return word.folded.includes(asked.folded);
  return growing && asked.folded.length > 1 && word.folded.startsWith(asked.folded);
}
