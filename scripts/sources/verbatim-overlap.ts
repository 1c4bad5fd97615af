import { isScalar, parseDocument, visit } from 'yaml';
import { comparableWords } from './article.ts';

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
  const titleWords = comparableWords(title).join(' ');
  return new Set([...passages].flatMap((text) => shinglesOf(comparableWords(text))).filter((run) => !titleWords.includes(run)));
}

/**
 * Finds runs of words of an article in a text, outside “quotation marks”. Adjacent runs are merged. A quotation mark that is not
 * closed within 400 characters, more than the schema allows, is ignored.
 */
export function findVerbatimOverlap(text: string, shingles: ReadonlySet<string>): VerbatimOverlap[] {
  const found: VerbatimOverlap[] = [];
  let firstLine = 1;
  for (const [index, part] of text.split(/(“(?:\s*[^\s“”]){0,400}\s*”)/).entries()) {
    const lines = part.split('\n');
    const words = lines.flatMap((each, offset) => comparableWords(each).map((word) => ({ word, line: firstLine + offset })));
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

/**
 * Puts the declared quotations of a content file in “quotation marks”: its fields `words`, `wording` and `opening`, and the wordings that
 * it shows in ‘single marks’. Line numbers remain.
 *
 * @param wordings declared quotations of an article's own wording
 */
export function markDeclaredQuotations(text: string, wordings: readonly string[] = []): string {
  const [head = '', frontmatter] = /^(---[ \t]*\r?\n)([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/.exec(text)?.slice(1) ?? [];
  const yaml = frontmatter ?? text;
  const parts: string[] = [head];
  let end = 0;
  visit(parseDocument(yaml, { logLevel: 'silent' }), {
    Pair(_, { key, value }) {
      if (!isScalar(key) || !isScalar(value) || !value.range || !QUOTING_FIELDS.has(String(key.value))) return;
      const [from, to] = value.range;
      parts.push(yaml.slice(end, from), quote(yaml.slice(from, to)));
      end = to;
    },
  });
  const marked = parts.join('') + text.slice(head.length + end);
  return wordings.reduce((rest, words) => {
    const pattern = words
      .split(/\s+/)
      .map(RegExp.escape)
      .join(String.raw`\s+`);
    return rest.replace(new RegExp(`‘${pattern}’`, 'gu'), quote);
  }, marked);
}

const QUOTING_FIELDS = new Set(['words', 'wording', 'opening']);
const quote = (text: string) => `“${text.replace(/[“”]/g, ' ')}”`;

const shinglesOf = (words: readonly string[]) =>
  words.slice(SHINGLE_WORDS - 1).map((_, index) => words.slice(index, index + SHINGLE_WORDS).join(' '));
