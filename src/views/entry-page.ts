import { sayDate, sayDay } from '../dates/format.ts';
import type { EntryNode, TheRecord } from '../record/model.ts';
import type { DateField } from '../schema/date-field.ts';
import type { Entry } from '../schema/entry.ts';
import { actorAddress, entryAddress, themeAddress } from '../paths/paths.ts';
import { entryLine } from './entry-list-item.ts';
import { eventLine, type EventLine } from './event-list-item.ts';
import type { Chip } from './counted-link.ts';
import { contents, type Section } from './table-of-contents.ts';
import { genreLabels, join, sayLocators } from '../text/labels.ts';
import { ownReference, ownRestedLine, type Reference, type RestedLine } from './reference.ts';
import { statementLine, type StatementLine } from './statement-list-item.ts';
import type { Link } from './link.ts';
import { withdrawnLine, type WithdrawnLine } from './tombstones.ts';

/** The page of an article. */
export interface EntryPage {
  title: string;
  label: string;
  genre: string;
  by: string;
  publisher: Link;
  published: DateField;
  publishedInWords: string;
  contents: Section[];
  /** Where the text comes from, besides its publisher. */
  provenance: (Link & { label: string })[];
  addresses: Entry['source']['addresses'];
  passages: number;
  words: number;
  summary: RestedLine;
  /** Who is behind the outlet, in a sentence. */
  owner: string;
  standpoint: Entry['standpoint'];
  notes: { title: string; text: string; locators: string; references: Reference[] }[];
  statements: StatementLine[];
  withdrawn: WithdrawnLine[];
  actors: (Link & { side: string; role: string; references: Reference[] })[];
  events: EventLine[];
  themes: Chip[];
  revisions: { date: string; text: string }[];
  previous?: Link;
  next?: Link;
}

export function entryPage(entry: EntryNode, record: TheRecord): EntryPage {
  const { source, label, standpoint, notes, revisions } = entry.data;
  const lines = new Map(entry.statements.map((statement) => [statement.id, statement]));
  const at = record.entries.indexOf(entry);
  const passages = Object.values(entry.passages);
  return {
    title: source.title,
    label,
    genre: genreLabels[source.genre],
    by: join(entry.authors.map((author) => author.data.names.en)) || 'Unsigned',
    publisher: { name: entry.publisher.data.names.en, address: actorAddress(entry.publisher.id) },
    published: source.published,
    publishedInWords: sayDate(source.published.edtf, source.published.basis),
    contents: contents([
      { id: 'summary', name: 'In short' },
      { id: 'precis', name: 'Précis' },
      { id: 'standpoint', name: 'Standpoint' },
      { id: 'ledger', name: 'Ledger', count: entry.statements.length },
      { id: 'actors', name: 'Who appears', count: entry.actors.length },
      { id: 'events', name: 'Events', count: entry.events.length },
      { id: 'themes', name: 'Themes', count: entry.themes.length },
      { id: 'notes', name: 'Editor’s notes', count: notes.length },
      { id: 'revisions', name: 'Revisions', count: revisions.length },
    ]),
    provenance: [
      ...(entry.reprintOf
        ? [{ label: 'First published by', name: entry.reprintOf.data.names.en, address: actorAddress(entry.reprintOf.id) }]
        : []),
      ...(entry.copyAt ? [{ label: 'Copy read', name: entry.copyAt.data.names.en, address: actorAddress(entry.copyAt.id) }] : []),
    ],
    addresses: source.addresses,
    passages: passages.length,
    words: passages.reduce((sum, { words }) => sum + words, 0),
    summary: ownRestedLine(entry.summary),
    owner: entryLine(entry).owner,
    standpoint,
    notes: notes.map(({ title, text, at: locators, statements }) => ({
      title,
      text,
      locators: sayLocators(locators),
      references: statements.map((id) => ownReference(lines.get(id)!)),
    })),
    statements: entry.statements.map(statementLine),
    withdrawn: entry.withdrawn.map(withdrawnLine),
    actors: entry.actors.map(({ actor, role, rests }) => ({
      name: actor.data.names.en,
      address: actorAddress(actor.id),
      side: actor.data.side,
      role,
      references: rests.map(ownReference),
    })),
    events: entry.events.map(eventLine),
    themes: entry.themes.map((theme) => ({
      name: theme.data.title,
      address: themeAddress(theme.id),
      count: entry.statements.filter((statement) => statement.themes.includes(theme)).length,
    })),
    revisions: revisions.map(({ date, text }) => ({ date: sayDay(date), text })),
    ...(at > 0 && { previous: link(record.entries[at - 1]!) }),
    ...(at < record.entries.length - 1 && { next: link(record.entries[at + 1]!) }),
  };
}

const link = (entry: EntryNode): Link => ({ name: entry.data.source.title, address: entryAddress(entry.id) });
