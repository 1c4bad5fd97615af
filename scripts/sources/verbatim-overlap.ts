import { splitWords } from './article.ts';

/** No run of so many words of an article stands outside quotation marks (editorial rule 3). */
export const SHINGLE_WORDS = 8;

/** A run of an article's words that stands in a text. */
export interface VerbatimOverlap {
  /** Line of the text on which it begins, from 1. */
  line: number;
  words: string;
}

/** All runs of `RUN` words of an article's passages; those of its title, which every page may name, left out. */
export function articleShingles(passages: Iterable<string>, title: string): Set<string> {
  const titled = splitWords(title).join(' ');
  return new Set([...passages].flatMap((text) => runsOf(splitWords(text))).filter((run) => !titled.includes(run)));
}

/**
 * The runs of an article's words in a text, outside “quotation marks”: neighbouring runs as one. Marks that are not closed
 * within 200 characters hide nothing.
 */
export function findVerbatimOverlap(text: string, runs: ReadonlySet<string>): VerbatimOverlap[] {
  const found: VerbatimOverlap[] = [];
  let line = 1;
  // A mark that is never closed, or not before long, hides nothing.
  for (const [index, part] of text.split(/(“[^“”]{0,200}”)/).entries()) {
    const quoted = index % 2 === 1;
    if (!quoted) {
      const words = placedWords(part, line);
      for (let at = 0; at + SHINGLE_WORDS <= words.length; at++) {
        const here = words.slice(at, at + SHINGLE_WORDS);
        if (!runs.has(here.map(({ word }) => word).join(' '))) continue;
        let end = at + SHINGLE_WORDS;
        while (
          end < words.length &&
          runs.has(
            words
              .slice(end - SHINGLE_WORDS + 1, end + 1)
              .map(({ word }) => word)
              .join(' '),
          )
        )
          end++;
        found.push({
          line: here[0]!.line,
          words: words
            .slice(at, end)
            .map(({ word }) => word)
            .join(' '),
        });
        at = end - 1;
      }
    }
    line += part.split('\n').length - 1;
  }
  return found;
}

/** The words of a text with their lines; the same words as `splitWords` gives, across the ends of lines. */
function placedWords(text: string, first: number): { word: string; line: number }[] {
  return text.split('\n').flatMap((each, index) => splitWords(each).map((word) => ({ word, line: first + index })));
}

function runsOf(words: readonly string[]): string[] {
  return words
    .slice(0, Math.max(0, words.length - SHINGLE_WORDS + 1))
    .map((_, index) => words.slice(index, index + SHINGLE_WORDS).join(' '));
}
