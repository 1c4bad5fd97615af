import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldText, removeAccents, removeInvisible } from '../src/text/matching.ts';
import { sha256 } from '../src/editions/manifest.ts';

/** Returns the path of the passages of an article in a folder of texts. */
export const articlePath = (folder: string, id: string) => join(folder, id, 'paragraphs.tsv');

/** Reads the passages of an article, locator → text, from lines of `locator<TAB>text`. Invisible characters, such as a byte order mark, are removed. */
export function readArticle(folder: string, id: string): Map<string, string> {
  const lines = removeInvisible(readFileSync(articlePath(folder, id), 'utf8'))
    .split(/\r?\n/)
    .filter(Boolean);
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]));
}

/** Returns a text in Unicode NFC without invisible characters and with single spaces, as it is hashed. */
export const normalise = (text: string) => removeInvisible(text).normalize('NFC').replace(/\s+/g, ' ').trim();

/** Returns the SHA-256 of the normalised text, in hexadecimal. */
export const hashPassage = (text: string) => sha256(normalise(text));

/** Returns the fingerprints of passages, as `passages.yaml` has them. */
export const fingerprintPassages = (passages: ReadonlyMap<string, string>): object =>
  Object.fromEntries(
    [...passages].map(([locator, text]) => [
      locator,
      { sha256: hashPassage(text), words: splitWords(text).length, opening: openingWords(text) },
    ]),
  );

/** Returns the first words of a passage, at most six: from its first letter or digit to the next quotation mark. */
export const openingWords = (text: string): string =>
  normalise(text)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .split(/["“”«»「」『』]/)[0]!
    .trim()
    .split(' ')
    .slice(0, 6)
    .join(' ')
    .slice(0, 80);

/**
 * Splits a text into lower-case words: runs of letters and digits, joined by apostrophe, hyphen or point. Scripts without spaces, such
 * as Japanese, are split by `Intl.Segmenter`.
 */
export const splitWords = (text: string): string[] =>
  (normalise(text).match(/[\p{L}\p{N}]+(?:[’'\-.][\p{L}\p{N}]+)*/gu) ?? [])
    .flatMap((run) => (UNSPACED.test(run) ? segmentWords(run) : [run]))
    .map((word) => word.toLowerCase().replaceAll('’', "'"));

/**
 * Splits a text into the words by which copies are found: in lower case, without accents and apostrophes, and split at hyphens and dashes.
 * So other punctuation, widths or invisible characters hide no copy.
 */
export const comparableWords = (text: string): string[] =>
  (
    removeAccents(foldText(text))
      .toLowerCase()
      .replaceAll("'", '')
      .match(/\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).flatMap((run) => (UNSPACED.test(run) ? segmentWords(run) : [run]));

/** Matches a character of a script that is written without spaces between words. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const segmentWords = (run: string) => [...segmenter.segment(run)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
