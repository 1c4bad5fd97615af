import type { RestedNode, StatementNode } from '../record/model.ts';
import { statementAddress } from '../urls/addresses.ts';

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

export const restedLine = ({ text, rests }: RestedNode): RestedLine => ({ text, references: rests.map(reference) });

/** Citations by article, in the order given. */
export function byArticle(references: readonly Reference[]): ReferenceGroup[] {
  return [...Map.groupBy(references, ({ entry }) => entry)].map(([entry, group]) => ({ entry, references: group }));
}
