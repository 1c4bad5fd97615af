import { analyse } from 'chardet';
import { UsageError } from '../new/write-files.ts';

/** No article is larger, in bytes: a larger file is something else. */
const LARGEST = 8_000_000;

/** A detected encoding counts only if the detector is at least so sure, in percent. */
const SURE = 15;

/** Beginnings of files that are no text, and what to do with them. */
const NO_TEXT: [RegExp, string, string][] = [
  [/^%PDF-/, 'is a PDF', 'copy its text into a .txt file, paragraphs parted by blank lines'],
  [/^PK\u0003\u0004/, 'is a zip archive or an office document', 'save it as plain text'],
  [
    /^\s*(?:<!doctype html|<html|<\?xml)/i,
    'is a web page’s source',
    'open it in a browser, select all, and save what you copied as a .txt file',
  ],
  [/^\{\\rtf/, 'is rich text', 'save it as plain text'],
];

/**
 * The text of a file, whatever its encoding: UTF-8, UTF-16 by its mark, else the one that is asked for, else the likeliest.
 *
 * @param encoding a label of the WHATWG Encoding standard, such as `shift_jis`
 * @returns the text in NFC with `\n` for every line break, and the encoding, with whether it was guessed
 * @throws {UsageError} where the file is no text, is empty or too large, or its encoding cannot be told
 */
export function readText(bytes: Uint8Array, encoding?: string): { text: string; encoding: string; guessed: boolean } {
  if (bytes.length > LARGEST) throw new UsageError(`The file has ${bytes.length} bytes, more than ${LARGEST}`, 'keep the article alone');
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const found = NO_TEXT.find(([begins]) => begins.test(head.replace(/^\u00ef\u00bb\u00bf/, '')));
  if (found) throw new UsageError(`The file ${found[1]}`, found[2]);
  const { text, ...how } = decode(bytes, encoding);
  if (!text.trim()) throw new UsageError('The file is empty', 'save the article’s text in it');
  if (isBinary(text)) throw new UsageError('The file is no text: it holds control characters', 'save the article as plain text');
  return { text: text.normalize('NFC').replace(/\r\n?|\u2028|\u2029/g, '\n'), ...how };
}

function decode(bytes: Uint8Array, asked?: string): { text: string; encoding: string; guessed: boolean } {
  if (asked) {
    const text = decodeAs(bytes, asked);
    if (text === undefined) throw new UsageError(`The file is not ${asked}`, 'name another --encoding, or leave the option out');
    return { text, encoding: asked, guessed: false };
  }
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = decodeAs(bytes, marked);
  if (text !== undefined) return { text, encoding: marked, guessed: false };
  if (bytes.includes(0)) throw new UsageError('The file is no text: it holds zero bytes', 'save the article as plain text');
  for (const { name, confidence } of analyse(bytes)) {
    const guess = confidence >= SURE ? decodeAs(bytes, name) : undefined;
    if (guess !== undefined && !isBinary(guess)) return { text: guess, encoding: name.toLowerCase(), guessed: true };
  }
  throw new UsageError(
    'The file’s encoding cannot be told',
    'save it as UTF-8, or name it: --encoding shift_jis, --encoding windows-1251 …',
  );
}

/** The text in an encoding; undefined where the bytes are none of it, or the encoding is unknown. */
function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether there are control characters other than white space. */
const isBinary = (text: string) => /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/.test(text);
