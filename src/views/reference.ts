import type { RestedNode, StatementNode } from '../record/model.ts';
import { statementAddress } from '../urls/addresses.ts';

/** A citation in the margin: the statement it points to. */
export interface Reference {
  /** 'TASS 2026, 11' */
  label: string;
  address: string;
}

/** A sentence of the Record's own with its citations. */
export interface RestedLine {
  text: string;
  references: Reference[];
}

export const reference = (statement: StatementNode): Reference => ({
  label: `${statement.entry.data.label}, ${statement.data.n}`,
  address: statementAddress(statement.id),
});

export const restedLine = ({ text, rests }: RestedNode): RestedLine => ({ text, references: rests.map(reference) });
