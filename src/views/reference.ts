import type { CitedSentenceNode, StatementNode, TheRecord } from '../record/model.ts';
import { statementAnchor, statementPath } from '../paths/paths.ts';
import { formatList } from '../text/english.ts';
import { formatShortLocators } from '../text/labels.ts';
import { memoize } from '../record/frozen.ts';
import type { RelationKind } from '../schema/statement.ts';
import { RELATION_ORDER } from './list-items.ts';
import { voiceOf, type Voice, shortSpeakerName } from './voice.ts';

/** A reference to a statement. */
export interface Reference {
  /** Label of its article: 'TASS 2026'. */
  entry: string;
  n: number;
  address: string;
}

/** References to statements of one article. */
export interface ReferenceGroup {
  entry: string;
  references: Reference[];
}

/** A sentence of the Record with its references. */
export interface CitedSentenceView {
  text: string;
  references: Reference[];
}

export const reference = (statement: StatementNode): Reference => ({
  entry: statement.entry.data.label,
  n: statement.data.n,
  address: statementPath(statement.id),
});

/** Returns a reference for the page of the statement's own entry: it links to the statement's line on that page. */
export const localReference = (statement: StatementNode): Reference => ({
  ...reference(statement),
  address: statementAnchor(statement.id),
});

export const citedSentenceView = ({ text, rests }: CitedSentenceNode): CitedSentenceView => ({
  text,
  references: rests.map(reference),
});

/** Returns a sentence for the page of the entry that it cites. */
export const localCitedSentenceView = ({ text, rests }: CitedSentenceNode): CitedSentenceView => ({
  text,
  references: rests.map(localReference),
});

/** Groups references by article, in their order. */
export function byArticle(references: readonly Reference[]): ReferenceGroup[] {
  return [...Map.groupBy(references, ({ entry }) => entry)].map(([entry, group]) => ({ entry, references: group }));
}

/** What a later statement, or one of another article, makes of a statement: 'contradiction', 'updated later'. */
export interface Flag {
  kind: RelationKind;
  words: string;
}

/** Statements of one article and one voice that a sentence cites. */
export interface CitedVoice extends ReferenceGroup {
  voice: Voice;
  /** Short names of the speakers: 'Abiru', 'a diplomatic source in Tokyo'. */
  speakers: string;
  /** The passages as signs: '¶4, ¶5'. */
  at: string;
  /** What other statements make of them, contradictions first. */
  flags: Flag[];
}

/**
 * Resolves the `s` attribute of a `<Cite>` tag: the statements that a sentence cites, by article and voice.
 *
 * @param cites numbers of statements of the same entry, or ids of any statements, separated by spaces
 * @param entry the id of the entry whose page contains the citation; undefined on other pages
 * @throws {Error} if a statement is unknown
 */
export function inlineCitation(record: TheRecord, cites: string, entry: string | undefined): CitedVoice[] {
  const statements = cites.split(/\s+/).map((cite) => findStatement(record, /^\d+$/.test(cite) ? `${entry}.s${cite}` : cite));
  return citedVoices(statements, entry);
}

/** Groups cited statements by article and voice. */
export function citedVoices(statements: readonly StatementNode[], entry?: string): CitedVoice[] {
  const groups = Map.groupBy(statements, (statement) => `${statement.entry.id} ${voiceOf(statement).description}`);
  return [...groups.values()].map((group) => ({
    entry: group[0]!.entry.data.label,
    voice: voiceOf(group[0]!),
    speakers: formatList(group[0]!.speakers.map(shortSpeakerName)),
    references: group.map((statement) => (statement.entry.id === entry ? localReference : reference)(statement)),
    at: formatShortLocators([...new Set(group.flatMap(({ data }) => data.at))]),
    flags: flagsOf(group),
  }));
}

/** Words of the flags. Qualifications are left out: they are many, and the list of statements has them. */
const FLAGS: Partial<Record<RelationKind, string>> = {
  answers: 'outcome reported',
  updates: 'updated later',
  corroborates: 'corroborated',
};

/** Returns the flags of statements. Corroboration counts only between articles. */
function flagsOf(statements: readonly StatementNode[]): Flag[] {
  const words = statements.flatMap((statement) =>
    statement.relations.flatMap(({ data: { kind }, from, to }): [RelationKind, string | undefined][] => {
      if (kind === 'contradicts') return [[kind, to === statement ? 'contradicted' : 'contradicts another']];
      return (kind === 'corroborates' ? from.entry !== to.entry : to === statement) ? [[kind, FLAGS[kind]]] : [];
    }),
  );
  const byKind = new Map(words);
  return RELATION_ORDER.flatMap((kind) => {
    const found = byKind.get(kind);
    return found ? [{ kind, words: found }] : [];
  });
}

const statementsById = memoize((record: TheRecord) => new Map(record.statements.map((statement) => [statement.id, statement])));

function findStatement(record: TheRecord, id: string): StatementNode {
  const statement = statementsById(record).get(id);
  if (!statement) throw new Error(`unknown statement “${id}”`);
  return statement;
}
