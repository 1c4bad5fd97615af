import type { Query } from './query.ts';
import { foldWords, isCjk, isStopWord, tokenize, type Word } from './tokenizer.ts';

/** Part of a text. */
interface HighlightSpan {
  text: string;
  isMatch: boolean;
}

type Words = Pick<Query, 'words' | 'isPrefix'>;

/** A word of a text, with its digits and decimals. */
const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}ー]+/gu;

/** Splits a text into the words that match a query, in any inflected form, and what is between them. */
export function highlightText(text: string, query: Words): HighlightSpan[] {
  const spans: HighlightSpan[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isMatch(word, query)) continue;
    if (index > end) spans.push({ text: text.slice(end, index), isMatch: false });
    spans.push({ text: word, isMatch: true });
    end = index + word.length;
  }
  if (end < text.length) spans.push({ text: text.slice(end), isMatch: false });
  return spans;
}

function isMatch(text: string, { words, isPrefix }: Words): boolean {
  const [folded = ''] = foldWords(text);
  if (isStopWord(folded)) return words.some((word) => word.folded === folded);
  return tokenize(text).some((word) => words.some((term, index) => isForm(word, term, isPrefix && index === words.length - 1)));
}

function isForm(word: Word, term: Word, isPrefix: boolean): boolean {
  if (word.stem === term.stem) return true;
  if (isCjk(term.folded)) return word.folded.includes(term.folded);
  return isPrefix && term.folded.length > 1 && word.folded.startsWith(term.folded);
}
