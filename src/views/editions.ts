import { formatDate, formatDay } from '../dates/format.ts';
import type { FrozenEdition } from '../editions/diff.ts';
import type { SnapshotItem } from '../editions/edition-files.ts';
import { entryPath, frozenEditionPath, frozenPath, statementPath } from '../paths/paths.ts';
import type { ActorNode, SpeakerNode, StatementNode, TheRecord } from '../record/model.ts';
import type { Actor } from '../schema/items.ts';
import type { Entry } from '../schema/entry.ts';
import type { Relation, Statement, Voice as VoiceField } from '../schema/statement.ts';
import { pluralize } from '../text/english.ts';
import { formatShortLocators, kindLabels, relationLabels } from '../text/labels.ts';
import { byWeight, toSpeaker, type RelationFlag, type StatementListItem } from './list-items.ts';
import { voiceOf } from './voice.ts';

/** An edition in a list. */
export interface EditionListItem {
  name: string;
  address: string;
  day: string;
  inPreparation: boolean;
  note: string;
  /** '5 articles, 267 statements, 110 links between them' */
  counts: string;
}

export function editionListItem(edition: FrozenEdition): EditionListItem {
  const count = (kind: SnapshotItem['kind']) => ofKind(edition, kind).length;
  return {
    name: edition.id,
    address: frozenEditionPath(edition.id),
    day: formatDay(edition.data.date),
    inPreparation: edition.data.status === 'in-preparation',
    note: edition.data.note,
    counts: [
      pluralize(count('entry'), 'article'),
      pluralize(activeOf(edition).length, 'statement'),
      `${pluralize(count('relation'), 'link')} between statements`,
    ].join(', '),
  };
}

/** Returns the articles of an edition, by date of publication. */
export const editionEntries = (edition: FrozenEdition) =>
  ofKind(edition, 'entry')
    .map(({ id, data, name }) => ({ id, label: name, source: (data as Partial<Entry>).source }))
    .toSorted((a, b) => (a.source?.published.edtf ?? '').localeCompare(b.source?.published.edtf ?? '') || a.id.localeCompare(b.id))
    .map(({ id, label, source }) => ({
      id,
      label,
      title: source?.title ?? label,
      address: frozenPath(edition.id, id),
      ...(source?.published.edtf && { date: formatDate(source.published.edtf, source.published.basis) }),
      count: activeOf(edition, id).length,
    }));

/** A statement as it was in an edition. Its address is that of the current statement. */
export interface FrozenStatement extends StatementListItem {
  /** Fields of the statement in words, in their order. */
  details: string[];
  /** What became of it since; undefined if its wording is the same. */
  since?: string;
}

/** Returns the statements of an article as they were in an edition. Fields that the edition does not have are left out. */
export function editionStatements(edition: FrozenEdition, entry: string, record: TheRecord): FrozenStatement[] {
  const current = new Map([...record.statements, ...record.withdrawn].map((statement) => [statement.id, statement]));
  const relations = Map.groupBy(
    ofKind(edition, 'relation').flatMap(({ data }) => {
      const relation = data as unknown as Relation;
      return [relation.from, relation.to].map((id) => ({ id, relation }));
    }),
    ({ id }) => id,
  );
  return statementsOf(edition, entry).map(({ id, data: fields }) => {
    const data = fields as Partial<Statement> & Pick<Statement, 'n' | 'text'>;
    const nodes = { speakers: toSpeakers(data.speakers, edition), via: (data.via ?? []).map((link) => toSpeakers([link].flat(), edition)) };
    return {
      id,
      n: data.n,
      anchor: `s${data.n}`,
      address: statementPath(id),
      text: data.text,
      kindLabel: data.kind ? (kindLabels[data.kind] ?? data.kind) : '',
      voice: voiceOf(nodes),
      speakers: nodes.speakers.map(toSpeaker),
      via: nodes.via.map((link) => link.map(toSpeaker)),
      entry: { label: nameOf(edition, 'entry', entry), address: frozenPath(edition.id, entry) },
      at: formatShortLocators(data.at ?? []),
      relations: (relations.get(id) ?? [])
        .map(({ relation }) => relation)
        .toSorted(byWeight)
        .map((relation) => flag(relation, id, entry, edition)),
      ...dateOf('date', data.date),
      ...dateOf('horizon', data.horizon),
      details: detailsOf(data),
      ...sinceOf(data, current.get(id)),
    };
  });
}

/** A link to a statement as it was in an edition. */
export interface EditionCopy {
  name: string;
  address: string;
  /** Whether the sentence was the same. */
  isSame: boolean;
}

/** Returns the published editions that contain a statement, newest first. */
export const editionCopies = ({ id, data }: StatementNode, editions: readonly FrozenEdition[]): EditionCopy[] =>
  editions
    .filter((edition) => edition.data.status === 'published')
    .flatMap((edition) => {
      const copy = edition.byKey.get(`statement ${id}`);
      return copy ? [{ name: edition.id, address: frozenPath(edition.id, id), isSame: copy.data['text'] === data.text }] : [];
    });

/** Returns the path of an article that an edition contains, if the Record still has it. */
export const currentEntry = (id: string, { entries }: TheRecord) => (entries.some((entry) => entry.id === id) ? entryPath(id) : undefined);

const ofKind = ({ items }: FrozenEdition, kind: SnapshotItem['kind']) => items.filter((item) => item.kind === kind);

const statementsOf = (edition: FrozenEdition, entry: string) =>
  ofKind(edition, 'statement').filter(({ id }) => id.slice(0, id.lastIndexOf('.')) === entry);

const activeOf = (edition: FrozenEdition, entry?: string) =>
  (entry === undefined ? ofKind(edition, 'statement') : statementsOf(edition, entry)).filter(({ data }) => !data['withdrawn']);

const nameOf = ({ byKey }: FrozenEdition, kind: SnapshotItem['kind'], id: string) => byKey.get(`${kind} ${id}`)?.name ?? id;

/** Returns speakers with the names and sides that they had in the edition. One that it does not have is named by its id. */
const toSpeakers = (voices: readonly VoiceField[] = [], edition: FrozenEdition): SpeakerNode[] =>
  voices.map((voice) => {
    if (typeof voice !== 'string') return voice;
    const data = (edition.byKey.get(`actor ${voice}`)?.data ?? { names: { en: voice } }) as unknown as Actor;
    return { actor: { id: voice, data } as ActorNode };
  });

function flag({ kind, from, to }: Relation, id: string, entry: string, edition: FrozenEdition): RelationFlag {
  const isForward = from === id;
  const [other = '', n] = (isForward ? to : from).split('.s');
  const label = (relationLabels[kind]?.[isForward ? 'forward' : 'backward'] ?? kind).toLowerCase();
  const name = other === entry ? n : `${nameOf(edition, 'entry', other)}, ${n}`;
  return { kind, label: `${label} ${name}`, address: frozenPath(edition.id, isForward ? to : from) };
}

const dateOf = <Name extends string>(name: Name, date: Statement['horizon']) =>
  (date?.edtf ? { [name]: formatDate(date.edtf, date.basis) } : {}) as { [N in Name]?: string };

const detailsOf = ({ said, condition, note, withdrawn }: Partial<Statement>): string[] => [
  ...(withdrawn ? [`No longer counted: ${withdrawn.reason}`] : []),
  ...(said?.edtf ? [`Said: ${formatDate(said.edtf, said.basis)}.`] : []),
  ...(condition ? [`Depends on: ${condition}`] : []),
  ...(note ? [`Editor’s note: ${note}`] : []),
];

function sinceOf({ text }: Pick<Statement, 'text'>, current: StatementNode | undefined): { since?: string } {
  const { withdrawn, text: now } = current?.data ?? {};
  if (withdrawn)
    return { since: withdrawn.instead ? `Merged since into statement ${withdrawn.instead.split('.s')[1]}` : 'Withdrawn since' };
  return now === text ? {} : { since: 'Changed since' };
}
