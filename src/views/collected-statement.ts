import { formatCitations } from '../citations/format-citations.ts';
import { toCitableItem } from '../citations/to-csl.ts';
import type { SiteMetadata } from '../config/site.ts';
import type { CollectedStatement } from '../notebook/statement.ts';
import type { StatementNode } from '../record/model.ts';
import { statementListItem } from './statement-list-item.ts';
import { voiceClasses } from './voice.ts';

/** Returns a statement as the notebook of a reader shows and cites it. */
export function collectedStatement(node: StatementNode, site: SiteMetadata): CollectedStatement {
  const { id, text, voice, entry, at, date, kindLabel } = statementListItem(node);
  const { withdrawn } = node.data;
  return {
    id,
    text,
    voice: voice.names,
    mark: voiceClasses(voice),
    facts: [`${entry.label}, ${at}`, ...(date ? [date] : []), kindLabel.toLowerCase()],
    citation: formatCitations(toCitableItem({ kind: 'statement', node }, site), 'chicago').note.html,
    ...(withdrawn && { withdrawn: { reason: withdrawn.reason, ...(withdrawn.instead && { instead: withdrawn.instead }) } }),
  };
}
