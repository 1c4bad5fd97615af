import type { CollectionName, CollectionData } from '../schema/collections.ts';
import type { Statement } from '../schema/statement.ts';
import { memoize } from '../text/memoize.ts';

/** One content file that fits its schema. */
export interface ContentFile<Name extends CollectionName> {
  /** Its id: the name of the file, or of the folder of an entry. */
  id: string;
  /** Path from the project's root, for messages. */
  file: string;
  /** Its data. */
  data: CollectionData<Name>;
  /** The text after the frontmatter; empty for YAML. */
  body: string;
}

/** Everything that was read: what the Record is built from. */
export type Content = { [Name in CollectionName]: ContentFile<Name>[] };

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
