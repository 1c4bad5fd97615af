import { formatDateShort } from '../dates/format.ts';
import type { EntryNode } from '../record/model.ts';
import { entryPath } from '../paths/paths.ts';

export type ArticleHead = ReturnType<typeof articleHead>;

/** Signs after a date that the article does not print. */
const BASIS_SIGNS = { printed: '', reckoned: '≈', inferred: '†' };

/** Returns the head of an article's column: its label, its outlet unless the label names it, and the day of publication. */
export function articleHead(entry: EntryNode) {
  const { label, source: article } = entry.data;
  const outlet = entry.publisher.data.names.en;
  const date = `${formatDateShort(article.published.edtf)}${BASIS_SIGNS[article.published.basis]}`;
  const source = label.startsWith(outlet) ? date : `${outlet}, ${date}`;
  return { id: entry.id, label, address: entryPath(entry.id), date, source };
}
