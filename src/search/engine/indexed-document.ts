import { documentKinds, type SearchDocument } from './search-document.ts';
import { isStopWord, tokenize, type Word } from './tokenizer.ts';

/** A name as it is compared: its words, and what it is worth to be called exactly so. */
export interface IndexedName {
  folded: string;
  words: readonly Word[];
  worth: number;
  /** Whether it is no name, but a phrase that readers may use: parts of it tell little. */
  phrase: boolean;
}

/** A record made ready for comparing. */
export interface IndexedDocument {
  index: number;
  record: SearchDocument;
  names: readonly IndexedName[];
  /** Words of its text, in order. */
  words: readonly Word[];
  /** Where each stem of its names and its text stands: positions in the text; none where it stands in a name alone. */
  places: ReadonlyMap<string, readonly number[]>;
  /** Stems of what it is connected with: speakers, themes, article, date. */
  context: ReadonlySet<string>;
}

/** What it is worth to be called exactly what was typed. */
const TITLE = 100;
const PAGE = 90;
const ALIAS = 96;
const MISSPELLING = 95;
const PART = 88;
const KEYWORD = 84;

/**
 * Makes a record ready.
 *
 * @param index its place in the catalogue
 * @param meant phrases that mean it
 * @param context stems of what it is connected with
 */
export function indexDocument(
  record: SearchDocument,
  index: number,
  meant: readonly IndexedName[],
  context: readonly string[],
): IndexedDocument {
  const rank = documentKinds.indexOf(record.kind) / 5;
  const names = [
    indexName(record.title, record.kind === 'page' ? PAGE : TITLE - rank),
    ...titleParts(record).map((part) => indexName(part, PART)),
    ...record.names.map((name) => indexName(name, ALIAS - rank)),
    ...record.misspellings.map((name) => indexName(name, MISSPELLING)),
    ...record.keywords.map((name) => indexName(name, KEYWORD, true)),
    ...meant,
  ].filter(({ words }) => words.length > 0);
  const words = tokenize(record.text);
  const places = new Map<string, number[]>();
  for (const { stem } of tokenize(record.title)) places.set(stem, []);
  for (const [position, { stem }] of words.entries()) {
    const before = places.get(stem);
    if (before) before.push(position);
    else places.set(stem, [position]);
  }
  return { index, record, names, words, places, context: new Set(context) };
}

/** The subjects that the title of a theme or a term strings together: ‘Energy and LNG’. */
function titleParts({ kind, title }: SearchDocument): string[] {
  if (kind !== 'theme' && kind !== 'term') return [];
  const parts = title.split(/[,:]| and /);
  return parts.length > 1 ? parts : [];
}

/** A name as it is compared. */
export function indexName(name: string, worth: number, phrase = false): IndexedName {
  const all = tokenize(name);
  const meant = all.filter(({ folded }) => !isStopWord(folded));
  return { folded: all.map(({ folded }) => folded).join(' '), words: meant.length > 0 ? meant : all, worth, phrase };
}
