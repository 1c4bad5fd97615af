import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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
export const fingerprint = (text: string) => createHash('sha256').update(normalise(text)).digest('hex');

/** Words: runs of letters and digits, joined by apostrophe, hyphen or point. */
export const wordsOf = (text: string): string[] =>
  (normalise(text).match(/[\p{L}\p{N}]+(?:[’'\-.][\p{L}\p{N}]+)*/gu) ?? []).map((word) => word.toLowerCase().replaceAll('’', "'"));
