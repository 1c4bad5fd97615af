import type { StatementNode, TheRecord } from '../record/model.ts';
import { byArticle, localReference, reference, type ReferenceGroup } from './reference.ts';

/** What stands after a sentence of prose: the statements it rests on and, for the margin, who holds them. */
export interface InlineCitation {
  groups: ReferenceGroup[];
  /** The speakers of the statements, each once, as short as the article allows: 'Abiru', 'a diplomatic source in Tokyo'. */
  speakers: string;
}

/**
 * @param cites what stands in `s` of a citation: numbers of the entry's own ledger, or ids of any statements, parted by spaces
 * @param entry the entry on whose page the citation stands; undefined elsewhere
 * @throws {Error} where a statement is unknown
 */
export function inlineCitation(record: TheRecord, cites: string, entry: string | undefined): InlineCitation {
  const statements = cites.split(/\s+/).map((cite) => find(record, /^\d+$/.test(cite) ? `${entry}.s${cite}` : cite));
  const speakers = statements.flatMap((statement) =>
    statement.speakers.map(({ actor, unnamed }) => actor?.data.person?.family ?? actor?.data.names.en ?? unnamed ?? ''),
  );
  return {
    groups: byArticle(statements.map((statement) => (statement.entry.id === entry ? localReference : reference)(statement))),
    speakers: [...new Set(speakers)].join(', '),
  };
}

const indices = new WeakMap<TheRecord, Map<string, StatementNode>>();

function find(record: TheRecord, id: string): StatementNode {
  let index = indices.get(record);
  if (!index) indices.set(record, (index = new Map(record.statements.map((statement) => [statement.id, statement]))));
  const statement = index.get(id);
  if (!statement) throw new Error(`unknown statement ${id}`);
  return statement;
}
