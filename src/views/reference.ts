import type { CitedSentenceNode, StatementNode } from '../record/model.ts';
import { statementPath, statementAnchor } from '../paths/paths.ts';

/** A citation: the statement it points to. */
export interface Reference {
  /** Label of its article: 'TASS 2026'. */
  entry: string;
  n: number;
  address: string;
}

/** Citations of one article. */
export interface ReferenceGroup {
  entry: string;
  references: Reference[];
}

/** A sentence of the Record's own with its citations. */
export interface CitedSentenceView {
  text: string;
  references: Reference[];
}

export const reference = (statement: StatementNode): Reference => ({
  entry: statement.entry.data.label,
  n: statement.data.n,
  address: statementPath(statement.id),
});

/** On the page of the statement's own entry: leads down to its line in the ledger. */
export const localReference = (statement: StatementNode): Reference => ({
  ...reference(statement),
  address: statementAnchor(statement.id),
});

export const citedSentenceView = ({ text, sources }: CitedSentenceNode): CitedSentenceView => ({
  text,
  references: sources.map(reference),
});

/** A sentence on the page of the one entry that it rests on. */
export const localCitedSentenceView = ({ text, sources }: CitedSentenceNode): CitedSentenceView => ({
  text,
  references: sources.map(localReference),
});

/** Citations by article, in the order given. */
export function byArticle(references: readonly Reference[]): ReferenceGroup[] {
  return [...Map.groupBy(references, ({ entry }) => entry)].map(([entry, group]) => ({ entry, references: group }));
}
