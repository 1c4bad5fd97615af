import type { StatementNode } from '../record/model.ts';
import { entryPath } from '../paths/paths.ts';
import type { CountedLink } from './counted-link.ts';
import { statementListItem, type StatementListItem } from './statement-list-item.ts';

/** So many statements at most stand on a page as lines: more are no list that anyone reads, and no page that loads. */
export const MAX_STATEMENTS = 300;

/** A list of statements, and where the rest of it is. */
export interface TruncatedStatements {
  lines: StatementListItem[];
  /** The articles of those that are not listed, with how many of theirs. */
  overflow: CountedLink[];
}

/** Statements as lines, in the order given; of a long list the first, and for the rest the ledgers in which they stand. */
export function truncateStatements(statements: readonly StatementNode[]): TruncatedStatements {
  const rest = Map.groupBy(statements.slice(MAX_STATEMENTS), ({ entry }) => entry);
  return {
    lines: statements.slice(0, MAX_STATEMENTS).map(statementListItem),
    overflow: [...rest].map(([entry, { length }]) => ({
      name: entry.data.label,
      address: `${entryPath(entry.id)}#ledger`,
      count: length,
    })),
  };
}
