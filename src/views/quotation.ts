import { siteName } from '../config/site.ts';
import { formatDate } from '../dates/format.ts';
import type { StatementNode } from '../record/model.ts';
import { formatLocators } from '../text/labels.ts';
import { voiceOf } from './voice.ts';

/**
 * Formats a statement for a message or a note: the sentence, who holds it and who passed it on, the article with its passages, the Record and the URL.
 *
 * @param url of the page of the statement
 */
export function quotation(statement: StatementNode, url: string): string {
  const { data, entry } = statement;
  const { title, published } = entry.data.source;
  const article = `“${title}”, ${entry.publisher.data.names.en}, ${formatDate(published.edtf, published.basis)}, ${formatLocators(data.at)}`;
  return `${data.text}\n${voiceOf(statement).names}, in ${article}.\n${siteName}, ${url}`;
}
