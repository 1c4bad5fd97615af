import type { StatementNode } from '../record/model.ts';
import { entryPath } from '../paths/paths.ts';
import type { CountedLink } from './link.ts';
import { statementListItem, type StatementListItem } from './statement-list-item.ts';

/** Maximum number of statements listed on a page. Longer lists are slow to load and nobody reads them. */
export const MAX_STATEMENTS = 300;

/** The first statements of a list, and where the others are. */
export interface TruncatedStatements {
  lines: StatementListItem[];
  /** The articles of the others, each with their number. */
  overflow: CountedLink[];
}

/** Returns the first `MAX_STATEMENTS` statements as list items, and links to the articles of the others. */
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
