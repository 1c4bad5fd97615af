import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import PostalMime from 'postal-mime';
import { UserError } from '../../src/loader/errors.ts';
import { isPage, readText } from '../sources/read-text.ts';
import type { Draft } from './draft.ts';
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
