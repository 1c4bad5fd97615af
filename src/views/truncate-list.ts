import type { StatementNode } from '../record/model.ts';
import { entryAddress } from '../paths/paths.ts';
import type { Chip } from './counted-link.ts';
import { statementLine, type StatementLine } from './statement-list-item.ts';

/** So many statements at most stand on a page as lines: more are no list that anyone reads, and no page that loads. */
export const MOST_LINES = 300;

/** A list of statements, and where the rest of it is. */
export interface FoldedStatements {
  lines: StatementLine[];
  /** The articles of those that are not listed, with how many of theirs. */
  more: Chip[];
}

/** Statements as lines, in the order given; of a long list the first, and for the rest the ledgers in which they stand. */
export function folded(statements: readonly StatementNode[]): FoldedStatements {
  const rest = Map.groupBy(statements.slice(MOST_LINES), ({ entry }) => entry);
  return {
    lines: statements.slice(0, MOST_LINES).map(statementLine),
    more: [...rest].map(([entry, { length }]) => ({
      name: entry.data.label,
      address: `${entryAddress(entry.id)}#ledger`,
      count: length,
    })),
  };
}
