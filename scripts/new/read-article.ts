import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { analyse } from 'chardet';
import PostalMime from 'postal-mime';
import { UserError } from '../../src/loader/errors.ts';
import { removeInvisible } from '../../src/text/matching.ts';
import type { Draft } from './blocks.ts';
import { draftPage } from './page-draft.ts';
import { draftText } from './text-draft.ts';

/** A saved article, and the encoding of its file if that was detected. */
export interface SavedArticle {
  draft: Draft;
  detected?: string;
}

const HINT = 'name the file that contains the article: a saved page (.html, .mhtml) or its text (.txt)';

/**
 * Reads a saved page or a text.
 *
 * @param names of outlets, in lower case
 * @throws {UserError} if the file cannot be read or contains no text
 */
export async function readSavedArticle(file: string, encoding: string | undefined, names: ReadonlySet<string>): Promise<SavedArticle> {
  const bytes = readBytes(file);
  if (/^\.mht(?:ml)?$/i.test(extname(file))) return { draft: draft(draftPage, await readArchivedPage(bytes, file), names) };
  const { text, encoding: found, guessed } = readText(bytes, encoding);
  const isHtml = isPage(text) || /^\.x?html?$/i.test(extname(file));
  return { draft: draft(isHtml ? draftPage : draftText, text, names), ...(guessed && { detected: found }) };
}

/** Maximum size of a text, in bytes. Larger files are not articles. */
const MAX_BYTES = 8_000_000;

/** Minimum confidence of the detector, in percent. Short texts in the right encoding reach 20 and more. */
const MIN_CONFIDENCE = 15;

/** First bytes of files that are not plain text, what they are, and what to do. */
const FILE_TYPES: [RegExp, string, string][] = [
  [/^%PDF-/, 'a PDF', 'copy its text into a .txt file, with blank lines between paragraphs'],
  [/^PK\u0003\u0004/, 'a zip archive or an office document', 'save it as plain text'],
  [/^bplist00/, 'a web archive of Safari', 'save the page as HTML in another browser, or copy its text into a .txt file'],
  [/^\{\\rtf/, 'rich text', 'save it as plain text'],
];

/**
 * Decodes a text file: as UTF-8, as UTF-16 with a byte order mark, in a given encoding, or in the most likely one.
 *
 * @param encoding a label of the WHATWG Encoding Standard, such as `shift_jis`
 * @returns the text in NFC with `\n` as line break, the encoding, and whether it was detected
 * @throws {UserError} if the file is empty, too large or not text, or its encoding is unknown
 */
export function readText(bytes: Uint8Array, encoding?: string): { text: string; encoding: string; guessed: boolean } {
  if (bytes.length > MAX_BYTES)
    throw new UserError(`the file has ${bytes.length} bytes, more than ${MAX_BYTES}`, 'delete all but the article');
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const [, type, hint] = FILE_TYPES.find(([start]) => start.test(head.replace(/^\u00ef\u00bb\u00bf/, ''))) ?? [];
  if (type) throw new UserError(`the file is ${type}`, hint);
  const { text, ...result } = decode(bytes, encoding);
  if (!removeInvisible(text).trim()) throw new UserError('the file is empty', 'save the text of the article in it');
  if (isBinary(text) && !isPage(text)) throw new UserError('the file contains control characters', 'save the article as plain text');
  return {
    text: text
      .normalize('NFC')
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      .replace(CONTROL, ''),
    ...result,
  };
}

function draft(read: typeof draftPage, text: string, names: ReadonlySet<string>): Draft {
  try {
    return read(text, names);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UserError('the page is nested too deeply', 'copy its text into a .txt file');
  }
}

function readBytes(file: string): Uint8Array {
  try {
    if (statSync(file).isDirectory()) throw new UserError(`"${file}" is a folder`, HINT);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    const isMissing = 'code' in error && error.code === 'ENOENT';
    throw new UserError(isMissing ? `no file "${file}"` : `cannot read "${file}": ${error.message}`, HINT);
  }
}

/** Returns the page in an MHTML file, which is a MIME message (RFC 2557), with its address in the comment that browsers write. */
async function readArchivedPage(bytes: Uint8Array, file: string): Promise<string> {
  const { html, headers } = await PostalMime.parse(bytes).catch(() => ({ html: undefined, headers: [] }));
  if (!html?.trim()) throw new UserError(`"${file}" contains no page`, 'save the page again as HTML, or copy its text into a .txt file');
  const address = headers.find(({ key }) => key === 'snapshot-content-location')?.value;
  return address ? `<!-- saved from url=(${address.length})${address} -->${html}` : html;
}

/** Returns whether a text is the source of a web page. */
const isPage = (text: string) => /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(text);

function decode(bytes: Uint8Array, encoding?: string): { text: string; encoding: string; guessed: boolean } {
  if (encoding) {
    const text = decodeAs(bytes, encoding);
    if (text === undefined) throw new UserError(`the file is not in --encoding "${encoding}"`, 'use another --encoding, or omit it');
    return { text, encoding, guessed: false };
  }
  const declared = declaredEncoding(bytes);
  // Every text in ISO-2022-JP is also valid UTF-8.
  if (declared === 'iso-2022-jp' && bytes.includes(0x1b))
    return { text: new TextDecoder(declared).decode(bytes), encoding: declared, guessed: false };
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = decodeAs(bytes, marked);
  if (text !== undefined) return { text, encoding: marked, guessed: false };
  const page = declared && decodeAs(bytes, declared);
  if (page && !page.includes('\0')) return { text: page, encoding: declared, guessed: false };
  if (bytes.includes(0)) throw new UserError('the file contains zero bytes', 'save the article as plain text');
  for (const { name, confidence } of analyse(bytes)) {
    const guess = confidence >= MIN_CONFIDENCE ? decodeAs(bytes, name) : undefined;
    if (guess !== undefined && !isBinary(guess)) return { text: guess, encoding: name.toLowerCase(), guessed: true };
  }
  throw new UserError('the encoding of the file is unknown', 'save it as UTF-8, or set --encoding, for example shift_jis or windows-1251');
}

/** Returns the text in an encoding; undefined if the bytes are invalid or the encoding is unknown. */
function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Returns the encoding that the source of a page declares, in lower case. */
const declaredEncoding = (bytes: Uint8Array) =>
  /<(?:meta|\?xml)[^>]+?(?:charset|encoding)\s*=\s*["']?([\w-]+)/i
    .exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1]
    ?.toLowerCase();

const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;

/** Returns whether a text contains control characters other than white space. */
const isBinary = (text: string) => text.search(CONTROL) >= 0;
