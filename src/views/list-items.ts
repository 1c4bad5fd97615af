import { formatDate } from '../dates/format.ts';
import { type SpeakerNode, type StatementNode, type EntryNode, type EventNode, type ActorNode } from '../record/model.ts';
import { actorPath, entryPath, statementPath, eventPath } from '../paths/paths.ts';
import type { Relation, RelationKind } from '../schema/statement.ts';
import { formatShortLocators, kindLabels, relationLabels, genreLabels, statusLabels } from '../text/labels.ts';
import { voiceOf, voiceCells } from './voice.ts';
import { formatList } from '../text/english.ts';

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

export function toSpeaker(voice: SpeakerNode): Speaker {
  if (!voice.actor) return { name: voice.unnamed };
  const { id, data } = voice.actor;
  return { name: data.names.en, address: actorPath(id), side: data.side };
}

/** Maximum number of statements listed on a page. Longer lists are slow to load and nobody reads them. */
export const MAX_STATEMENTS = 300;

export type EntryListItem = ReturnType<typeof entryListItem>;

/** Returns the list item of an article. */
export function entryListItem(entry: EntryNode) {
  const { source, label, summary, standpoint } = entry.data;
  return {
    id: entry.id,
    label,
    title: source.title,
    address: entryPath(entry.id),
    // Names of the authors, or 'Unsigned'.
    by: formatList(entry.authors.map((author) => author.data.names.en)) || 'Unsigned',
    publisher: entry.publisher.data.names.en,
    genreLabel: genreLabels[source.genre],
    // Date of publication in words.
    published: formatDate(source.published.edtf, source.published.basis),
    // The first sentence of the summary.
    summary: firstSentence(summary.text),
    // The owner of the outlet, or what the publisher is, in one sentence.
    owner: firstSentence(standpoint.owner ?? `${entry.publisher.data.names.en}: ${entry.publisher.data.description}.`),
    statements: entry.statements.length,
    // Its statements as a strip.
    cells: voiceCells(entry.statements),
  };
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

export type EventListItem = ReturnType<typeof eventListItem>;

/** Returns the list item of an event. */
export function eventListItem(event: EventNode) {
  const { date, status, title } = event.data;
  return {
    id: event.id,
    title,
    address: eventPath(event.id),
    // The date in words.
    date: formatDate(date.edtf, date.basis),
    status,
    statusLabel: statusLabels[status],
  };
}

/** A name with the path of its page. */
export interface Link {
  name: string;
  address: string;
}

export const actorLink = ({ id, data }: ActorNode): Link => ({ name: data.names.en, address: actorPath(id) });

/** A section of a page. */
export interface Section {
  /** The id of its heading. */
  id: string;
  name: string;
  /** Number of items that it lists. */
  count?: number;
}

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

const firstSentence = (text: string) => [...sentences.segment(text)][0]!.segment.trim();
