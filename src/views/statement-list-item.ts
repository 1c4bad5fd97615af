import { formatDate } from '../dates/format.ts';
import type { SpeakerNode, StatementNode } from '../record/model.ts';
import { actorPath, entryPath, statementPath } from '../paths/paths.ts';
import type { Relation, RelationKind } from '../schema/relations.ts';
import { formatShortLocators, kindLabels, relationLabels } from '../text/labels.ts';
import { voiceOf } from './voice.ts';

/** A speaker: a linked name, or the article's description of an unnamed one. */
export interface Speaker {
  name: string;
  address?: string;
  side?: string;
}

/** A relation of a statement in a list, as a short link to the other statement. */
export interface RelationFlag {
  kind: RelationKind;
  /** 'contradicted by 43', or 'updates Sputnik 2016, 22' if the other statement is in another article. */
  label: string;
  address: string;
}

/** A statement in a list. */
export type StatementListItem = ReturnType<typeof statementListItem>;

/** Returns the list item of a statement. */
export function statementListItem(statement: StatementNode) {
  const { data, entry } = statement;
  const horizon =
    data.horizon &&
    (data.horizon.edtf ? formatDate(data.horizon.edtf, data.horizon.basis) : data.horizon.wording && `‘${data.horizon.wording}’`);
  return {
    id: statement.id,
    n: data.n,
    // The anchor on the page of its article.
    anchor: `s${data.n}`,
    address: statementPath(statement.id),
    text: data.text,
    kindLabel: kindLabels[data.kind],
    // Who speaks and who passed it on, for the voice mark.
    voice: voiceOf(statement),
    speakers: statement.speakers.map(toSpeaker),
    via: statement.via.map((link) => link.map(toSpeaker)),
    entry: { label: entry.data.label, address: entryPath(entry.id) },
    // The passages as signs: '¶4, ¶5'.
    at: formatShortLocators(data.at),
    relations: relationFlags(statement),
    ...(data.date.edtf && { date: formatDate(data.date.edtf, data.date.basis) }),
    ...(data.condition && { condition: data.condition }),
    // The horizon of a forecast, in words.
    ...(data.kind === 'forecast' && { horizon: horizon || 'none given' }),
  };
}

/** Kinds in the order of lists: what readers must not miss first. */
export const RELATION_ORDER: readonly RelationKind[] = ['contradicts', 'answers', 'updates', 'qualifies', 'corroborates'];

/** Compares relations by kind: contradictions first. */
export const byWeight = (a: Pick<Relation, 'kind'>, b: Pick<Relation, 'kind'>) =>
  RELATION_ORDER.indexOf(a.kind) - RELATION_ORDER.indexOf(b.kind);

function relationFlags(statement: StatementNode): RelationFlag[] {
  return statement.relations
    .toSorted((a, b) => byWeight(a.data, b.data))
    .map(({ data: { kind }, from, to }) => {
      const isForward = from === statement;
      const other = isForward ? to : from;
      const label = relationLabels[kind][isForward ? 'forward' : 'backward'].toLowerCase();
      const name = other.entry === statement.entry ? other.data.n : `${other.entry.data.label}, ${other.data.n}`;
      return { kind, label: `${label} ${name}`, address: statementPath(other.id) };
    });
}

export function toSpeaker(voice: SpeakerNode): Speaker {
  if (!voice.actor) return { name: voice.unnamed };
  const { id, data } = voice.actor;
  return { name: data.names.en, address: actorPath(id), side: data.side };
}

/** Maximum number of statements listed on a page. Longer lists are slow to load and nobody reads them. */
export const MAX_STATEMENTS = 300;
