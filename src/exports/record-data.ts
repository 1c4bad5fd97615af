import type { SiteMetadata } from '../config/site.ts';
import type { ActorNode, EntryNode, EventNode, PlaceNode, StatementNode, TermNode, TheRecord, ThemeNode } from '../record/model.ts';
import { byEntryThenNumber } from '../record/sort.ts';
import { actorPath, entryPath, eventPath, placePath, statementPath, termPath, themePath } from '../paths/paths.ts';
import type { RecordData } from './export-schema.ts';

/** Returns functions that convert nodes to plain data: the fields of their schemas, with id, URL and text. */
export const serializers = (site: SiteMetadata) => ({
  entry: ({ id, data, passages, body }: EntryNode): RecordData['entries'][number] => ({
    id,
    url: site.url(entryPath(id)),
    ...data,
    passages,
    body,
  }),
  statement: ({ id, entry, data }: StatementNode): RecordData['statements'][number] => ({
    id,
    url: site.url(statementPath(id)),
    entry: entry.id,
    ...data,
  }),
  event: ({ id, data }: EventNode): RecordData['events'][number] => ({ id, url: site.url(eventPath(id)), ...data }),
  actor: ({ id, data, body }: ActorNode): RecordData['actors'][number] => ({ id, url: site.url(actorPath(id)), ...data, body }),
  theme: ({ id, data, body }: ThemeNode): RecordData['themes'][number] => ({ id, url: site.url(themePath(id)), ...data, body }),
  place: ({ id, data }: PlaceNode): RecordData['places'][number] => ({ id, url: site.url(placePath(id)), ...data }),
  term: ({ id, data, body }: TermNode): RecordData['terms'][number] => ({ id, url: site.url(termPath(id)), ...data, body }),
});

/** Formats a value as indented JSON that ends with a line break. */
export const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Returns the whole Record as plain data, in its order. Withdrawn statements keep their position. */
export function recordData(record: TheRecord, site: SiteMetadata): RecordData {
  const serialize = serializers(site);
  return {
    $schema: site.url('/data/schema.json'),
    name: site.name,
    edition: site.edition,
    issued: site.issued,
    url: site.url('/'),
    license: site.license,
    entries: record.entries.map(serialize.entry),
    statements: [...record.statements, ...record.withdrawn].toSorted(byEntryThenNumber).map(serialize.statement),
    events: record.events.map(serialize.event),
    actors: record.actors.map(serialize.actor),
    themes: record.themes.map(serialize.theme),
    places: record.places.map(serialize.place),
    terms: record.terms.map(serialize.term),
    relations: record.relations.map(({ data }) => data),
  };
}
