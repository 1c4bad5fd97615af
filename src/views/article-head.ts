import { formatDateShort } from '../dates/format.ts';
import type { EntryNode } from '../record/model.ts';
import { entryPath } from '../paths/paths.ts';

export type ArticleHead = ReturnType<typeof articleHead>;

/** Signs after a date that the article does not print. */
const BASIS_SIGNS = { printed: '', reckoned: '≈', inferred: '†' };

/** Returns the head of an article's column: its label, and below it outlet and day of publication: “TASS 2026”, “14 Feb 2026†”. */
export function articleHead(entry: EntryNode) {
  const { label, source } = entry.data;
  const outlet = entry.publisher.data.names.en;
  const date = `${formatDateShort(source.published.edtf)}${BASIS_SIGNS[source.published.basis]}`;
  return { id: entry.id, label, address: entryPath(entry.id), source: label.startsWith(outlet) ? date : `${outlet}, ${date}` };
}
