import type { Statement } from '../schema/statement.ts';
import type { Content } from './content.ts';
import { memoize } from '../text/memoize.ts';

/** Every statement by its id `<entry>.s<n>`. */
export function statementsById(content: Content): Map<string, { entry: string; data: Statement }> {
  return new Map(content.ledgers.flatMap(statementsOf));
}

const statementsOf = memoize(({ id, data }: Content['ledgers'][number]) =>
  data.statements.map((statement) => [`${id}.s${statement.n}`, { entry: id, data: statement }] as const),
);

/** The ids of all statements. */
export const collectStatementIds = (content: Content): Set<string> => new Set(statementsById(content).keys());

/** Whether a statement stands: it was not withdrawn. */
export const isActive = ({ withdrawn }: Statement): boolean => withdrawn === undefined;
