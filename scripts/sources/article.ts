import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src/text/sha256.ts';

/** The passages of an article: locator → text, from `<folder>/<id>/paragraphs.tsv`. */
export function readArticle(folder: string, id: string): Map<string, string> {
  const lines = readFileSync(join(folder, id, 'paragraphs.tsv'), 'utf8')
    .split('\n')
    .filter(Boolean);
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]));
}

/** Unicode NFC, every run of white space one space, ends trimmed: what a fingerprint is taken of. */
export const normalise = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** SHA-256 of the normalised text, in hexadecimal. */
export const hashPassage = (text: string) => sha256(normalise(text));

/**
 * Words: runs of letters and digits, joined by apostrophe, hyphen or point; in a script that puts no space between words (Japanese),
 * the words into which the runtime's Unicode segmentation parts a run.
 */
export const splitWords = (text: string): string[] =>
  (normalise(text).match(/[\p{L}\p{N}]+(?:[’'\-.][\p{L}\p{N}]+)*/gu) ?? [])
    .flatMap((run) => (UNSPACED.test(run) ? partsOf(run) : [run]))
    .map((word) => word.toLowerCase().replaceAll('’', "'"));

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const partsOf = (run: string) => [...segmenter.segment(run)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
