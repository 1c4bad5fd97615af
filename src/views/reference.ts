import type { RestedNode, StatementNode } from '../record/model.ts';
import { statementAddress, statementAnchor } from '../paths/paths.ts';

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
export interface RestedLine {
  text: string;
  references: Reference[];
}

export const reference = (statement: StatementNode): Reference => ({
  entry: statement.entry.data.label,
  n: statement.data.n,
  address: statementAddress(statement.id),
});

/** On the page of the statement's own entry: leads down to its line in the ledger. */
export const ownReference = (statement: StatementNode): Reference => ({
  ...reference(statement),
  address: statementAnchor(statement.id),
});

export const restedLine = ({ text, rests }: RestedNode): RestedLine => ({ text, references: rests.map(reference) });

/** A sentence on the page of the one entry that it rests on. */
export const ownRestedLine = ({ text, rests }: RestedNode): RestedLine => ({ text, references: rests.map(ownReference) });

/** Citations by article, in the order given. */
export function byArticle(references: readonly Reference[]): ReferenceGroup[] {
  return [...Map.groupBy(references, ({ entry }) => entry)].map(([entry, group]) => ({ entry, references: group }));
}
