import type { StatementNode, TheRecord } from '../record/model.ts';
import { memoize } from '../text/memoize.ts';
import { byArticle, localReference, reference, type ReferenceGroup } from './reference.ts';

/** The citation after a sentence: the statements it is based on and, for the margin, their speakers. */
export interface InlineCitation {
  groups: ReferenceGroup[];
  /** Short names of the speakers, each once: 'Abiru', 'a diplomatic source in Tokyo'. */
  speakers: string;
}

/**
 * Resolves the `s` attribute of a `<Cite>` tag.
 *
 * @param cites numbers of statements of the same entry, or ids of any statements, separated by spaces
 * @param entry the id of the entry whose page contains the citation; undefined on other pages
 * @throws {Error} if a statement is unknown
 */
export function inlineCitation(record: TheRecord, cites: string, entry: string | undefined): InlineCitation {
  const statements = cites.split(/\s+/).map((cite) => findStatement(record, /^\d+$/.test(cite) ? `${entry}.s${cite}` : cite));
  const speakers = statements.flatMap((statement) =>
    statement.speakers.map(({ actor, unnamed }) => actor?.data.person?.family ?? actor?.data.names.en ?? unnamed ?? ''),
  );
  return {
    groups: byArticle(statements.map((statement) => (statement.entry.id === entry ? localReference : reference)(statement))),
    speakers: [...new Set(speakers)].join(', '),
  };
}

const statementsById = memoize((record: TheRecord) => new Map(record.statements.map((statement) => [statement.id, statement])));

function findStatement(record: TheRecord, id: string): StatementNode {
  const statement = statementsById(record).get(id);
  if (!statement) throw new Error(`unknown statement “${id}”`);
  return statement;
}
