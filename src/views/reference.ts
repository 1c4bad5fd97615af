import type { CitedSentenceNode, StatementNode } from '../record/model.ts';
import { statementPath, statementAnchor } from '../paths/paths.ts';

/** A reference to a statement. */
export interface Reference {
  /** Label of its article: 'TASS 2026'. */
  entry: string;
  n: number;
  address: string;
}

/** References to statements of one article. */
export interface ReferenceGroup {
  entry: string;
  references: Reference[];
}

/** A sentence of the Record with its references. */
export interface CitedSentenceView {
  text: string;
  references: Reference[];
}

export const reference = (statement: StatementNode): Reference => ({
  entry: statement.entry.data.label,
  n: statement.data.n,
  address: statementPath(statement.id),
});

/** Returns a reference for the page of the statement's own entry: it links to the statement's line on that page. */
export const localReference = (statement: StatementNode): Reference => ({
  ...reference(statement),
  address: statementAnchor(statement.id),
});

export const citedSentenceView = ({ text, sources }: CitedSentenceNode): CitedSentenceView => ({
  text,
  references: sources.map(reference),
});

/** Returns a sentence for the page of the entry that it cites. */
export const localCitedSentenceView = ({ text, sources }: CitedSentenceNode): CitedSentenceView => ({
  text,
  references: sources.map(localReference),
});

/** Groups references by article, in their order. */
export function byArticle(references: readonly Reference[]): ReferenceGroup[] {
  return [...Map.groupBy(references, ({ entry }) => entry)].map(([entry, group]) => ({ entry, references: group }));
}
