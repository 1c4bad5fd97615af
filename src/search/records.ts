import { boundsOf } from '../dates/bounds.ts';
import { yearOf } from '../dates/compare.ts';
import { sayDate } from '../dates/words.ts';
import type {
  ActorNode,
  EntryNode,
  EventNode,
  PlaceNode,
  StatementNode,
  TermNode,
  ThemeNode,
  TheRecord,
  VoiceNode,
} from '../record/model.ts';
import type { DateField } from '../schema/date-field.ts';
import { actorAddress, entryAddress, eventAddress, placeAddress, statementAddress, termAddress, themeAddress } from '../urls/addresses.ts';
import {
  actorKindLabels,
  eventKindLabels,
  genreLabels,
  join,
  kindLabels,
  placeKindLabels,
  sayLocators,
  sideLabels,
  statusLabels,
} from '../views/labels.ts';
import { nameForms } from './name-forms.ts';
import type { Catalogue, Facets, SearchRecord } from './search-record.ts';

/** Everything of the Record that search finds by name, concept or own words: one record for each page and each statement. */
export function catalogueOf(record: TheRecord): Catalogue {
  const records = [
    ...record.actors.map(ofActor),
    ...record.themes.map(ofTheme),
    ...record.events.map(ofEvent),
    ...record.places.map(ofPlace),
    ...record.terms.map(ofTerm),
    ...record.entries.map(ofEntry),
    ...record.statements.map(ofStatement),
  ];
  const at = new Map(records.map(({ address }, index) => [address, index]));
  return {
    records,
    labels: {
      article: Object.fromEntries(record.entries.map(({ id, data }) => [id, data.label])),
      actor: Object.fromEntries(record.actors.map(({ id, data }) => [id, data.names.en])),
      theme: Object.fromEntries(record.themes.map(({ id, data }) => [id, data.title])),
    },
    concepts: record.concepts.map(({ phrases, means }) => ({ phrases, records: means.map((target) => at.get(addressOf(target))!) })),
    synonyms: record.synonyms,
  };
}

function ofActor({ id, data, entries, offices, says, spokenOf, relays }: ActorNode): SearchRecord {
  const titles = offices.map(({ title }) => title);
  return {
    address: actorAddress(id),
    kind: 'actor',
    title: data.names.en,
    names: nameForms(data.names, data.kind === 'person' ? data.person : undefined),
    misspellings: data.names.misspellings,
    keywords: [],
    text: [...new Set(titles)].join('; '),
    facts: [actorKindLabels[data.kind], sideLabels[data.side]],
    ...(data.kind === 'person' && { person: true }),
    facets: {
      actor: [id],
      side: [data.side],
      article: entries.map(({ entry }) => entry.id),
      theme: themesOf([...says, ...relays, ...spokenOf]),
    },
  };
}

function ofTheme({ id, data, statements }: ThemeNode): SearchRecord {
  return {
    address: themeAddress(id),
    kind: 'theme',
    title: data.title,
    names: [],
    misspellings: [],
    keywords: data.variants,
    text: [data.scope, ...data.questions.map(({ question }) => question)].join(' '),
    facts: [],
    facets: { theme: [id], article: articlesOf(statements) },
  };
}

function ofEvent({ id, data, statements, actors, entries, account }: EventNode): SearchRecord {
  return {
    address: eventAddress(id),
    kind: 'event',
    title: data.title,
    names: [],
    misspellings: [],
    keywords: data.variants,
    text: account[0]?.text ?? '',
    facts: [eventKindLabels[data.kind], statusLabels[data.status]],
    ...dated(data.date),
    facets: {
      status: [data.status],
      article: entries.map((entry) => entry.id),
      actor: actors.map(({ actor }) => actor.id),
      side: sidesOf(actors.map(({ actor }) => actor)),
      theme: themesOf(statements),
      ...years(data.date),
    },
  };
}

function ofPlace({ id, data, statements, account }: PlaceNode): SearchRecord {
  return {
    address: placeAddress(id),
    kind: 'place',
    title: data.names.en,
    names: [
      ...nameForms(data.names),
      ...data.namings.map(({ name }) => name),
      ...data.parts.flatMap((part) => [part.japanese, part.russian].flatMap((names) => [names.en, ...nameForms(names)])),
    ],
    misspellings: [data.names, ...data.parts.flatMap((part) => [part.japanese, part.russian])].flatMap(({ misspellings }) => misspellings),
    keywords: [],
    text: account[0]?.text ?? '',
    facts: [placeKindLabels[data.kind]],
    facets: { article: articlesOf(statements), theme: themesOf(statements) },
  };
}

function ofTerm({ id, data, uses }: TermNode): SearchRecord {
  const wordings = [...new Set(uses.map(({ data: use }) => use.wording))];
  return {
    address: termAddress(id),
    kind: 'term',
    title: data.title,
    names: [],
    misspellings: [],
    keywords: [...new Set([...data.variants, ...wordings])],
    text: wordings.join(' · '),
    facts: [],
    facets: { article: [...new Set(uses.map(({ entry }) => entry.id))] },
  };
}

function ofEntry({ id, data, authors, publisher, actors, themes }: EntryNode): SearchRecord {
  return {
    address: entryAddress(id),
    kind: 'article',
    title: data.source.title,
    names: [data.label, id.replaceAll('-', ' ')],
    misspellings: [],
    keywords: [],
    text: data.summary.text,
    facts: [genreLabels[data.source.genre], publisher.data.names.en, join(authors.map((author) => author.data.names.en))].filter(Boolean),
    ...dated(data.source.published),
    facets: {
      article: [id],
      actor: actors.map(({ actor }) => actor.id),
      theme: themes.map((theme) => theme.id),
      ...years(data.source.published),
    },
  };
}

function ofStatement({ id, data, entry, speakers, actors, themes, events }: StatementNode): SearchRecord {
  const people = [...speakers.flatMap(({ actor }) => actor ?? []), ...actors];
  return {
    address: statementAddress(id),
    kind: 'statement',
    title: `${entry.data.label}, statement ${data.n}`,
    names: [id, ...data.quotes.map(({ words }) => words)],
    misspellings: [],
    keywords: [],
    text: data.text,
    facts: [kindLabels[data.kind], join(speakers.map(voiceName)), sayLocators(data.at)],
    ...dated(data.date),
    facets: {
      statement: [data.kind],
      article: [entry.id],
      speaker: speakers.flatMap(({ actor }) => actor?.id ?? []),
      actor: [...new Set(people.map((actor) => actor.id))],
      side: sidesOf(people),
      theme: themes.map((theme) => theme.id),
      status: [...new Set(events.map((event) => event.data.status))],
      ...years(data.date),
    },
  };
}

const voiceName = (voice: VoiceNode) => voice.actor?.data.names.en ?? voice.unnamed ?? '';

const articlesOf = (statements: readonly StatementNode[]) => [...new Set(statements.map(({ entry }) => entry.id))];

const themesOf = (statements: readonly StatementNode[]) => [...new Set(statements.flatMap(({ themes }) => themes.map(({ id }) => id)))];

const sidesOf = (actors: readonly ActorNode[]) => [...new Set(actors.map(({ data }) => data.side))];

function dated({ edtf, basis }: DateField): Pick<SearchRecord, 'when' | 'date' | 'span'> {
  const { from, to } = boundsOf(edtf);
  const date = from ?? to;
  return edtf && date ? { when: sayDate(edtf, basis), date, ...(from !== to && { span: [from ?? '', to ?? ''] }) } : {};
}

/** Every year that a date touches; that of its one bound where the other is open. */
function years({ edtf }: DateField): Facets {
  const { from, to } = boundsOf(edtf);
  const first = yearOf(edtf);
  if (first === null) return {};
  const last = from && to ? Number(to.slice(0, 4)) : first;
  return { year: Array.from({ length: last - first + 1 }, (_, index) => String(first + index)) };
}

/** The address of what a concept names: `event/…`, `theme/…`, or the id of a statement. */
function addressOf(target: string): string {
  const [kind, id] = target.split('/') as [string, string?];
  return id ? ADDRESSES[kind as keyof typeof ADDRESSES](id) : statementAddress(target);
}

const ADDRESSES = {
  entry: entryAddress,
  event: eventAddress,
  actor: actorAddress,
  theme: themeAddress,
  place: placeAddress,
  term: termAddress,
};
