import { splitWords } from './article.ts';

/** Length of a run of words, from which a copied sentence is reported (editorial rule 3). */
export const SHINGLE_WORDS = 8;

/** A run of words of an article in a text. */
export interface VerbatimOverlap {
  /** Line of the first word, from 1. */
  line: number;
  words: string;
}

/** Returns all runs of `SHINGLE_WORDS` words in passages, except those in the title, which every page may contain. */
export function articleShingles(passages: Iterable<string>, title: string): Set<string> {
  const titleWords = splitWords(title).join(' ');
  return new Set([...passages].flatMap((text) => shinglesOf(splitWords(text))).filter((run) => !titleWords.includes(run)));
}

/**
 * Finds runs of words of an article in a text, outside “quotation marks”. Adjacent runs are merged. A quotation mark that is not
 * closed within 200 characters is ignored.
 */
export function findVerbatimOverlap(text: string, shingles: ReadonlySet<string>): VerbatimOverlap[] {
  const found: VerbatimOverlap[] = [];
  let firstLine = 1;
  for (const [index, part] of text.split(/(“[^“”]{0,200}”)/).entries()) {
    const lines = part.split('\n');
    const words = lines.flatMap((each, offset) => splitWords(each).map((word) => ({ word, line: firstLine + offset })));
    firstLine += lines.length - 1;
    // Odd parts are quotations.
    if (index % 2 === 1) continue;
    const copied = shinglesOf(words.map(({ word }) => word)).map((shingle) => shingles.has(shingle));
    for (let start = copied.indexOf(true); start >= 0; start = copied.indexOf(true, start)) {
      const last = copied.indexOf(false, start);
      const end = (last < 0 ? copied.length : last) - 1 + SHINGLE_WORDS;
      const run = words.slice(start, end);
      found.push({ line: run[0]!.line, words: run.map(({ word }) => word).join(' ') });
      start = end;
    }
  }
  return found;
}

const shinglesOf = (words: readonly string[]) =>
  words.slice(SHINGLE_WORDS - 1).map((_, index) => words.slice(index, index + SHINGLE_WORDS).join(' '));
