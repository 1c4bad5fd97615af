import type { CitedSite } from '../citations/site-metadata.ts';
import type { ActorNode, EntryNode, EventNode, PlaceNode, StatementNode, TermNode, TheRecord, ThemeNode } from '../record/model.ts';
import { byEntryThenNumber } from '../record/sort.ts';
import { actorAddress, entryAddress, eventAddress, placeAddress, statementAddress, termAddress, themeAddress } from '../paths/paths.ts';
import type { RecordData } from './export-schema.ts';

/** Things of the Record as plain data: what their schemas hold, with id, page and text. */
export const plain = (site: CitedSite) => ({
  entry: ({ id, data, passages, body }: EntryNode): RecordData['entries'][number] => ({
    id,
    url: site.url(entryAddress(id)),
    ...data,
    passages,
    body,
  }),
  statement: ({ id, entry, data }: StatementNode): RecordData['statements'][number] => ({
    id,
    url: site.url(statementAddress(id)),
    entry: entry.id,
    ...data,
  }),
  event: ({ id, data }: EventNode): RecordData['events'][number] => ({ id, url: site.url(eventAddress(id)), ...data }),
  actor: ({ id, data, body }: ActorNode): RecordData['actors'][number] => ({ id, url: site.url(actorAddress(id)), ...data, body }),
  theme: ({ id, data, body }: ThemeNode): RecordData['themes'][number] => ({ id, url: site.url(themeAddress(id)), ...data, body }),
  place: ({ id, data }: PlaceNode): RecordData['places'][number] => ({ id, url: site.url(placeAddress(id)), ...data }),
  term: ({ id, data, body }: TermNode): RecordData['terms'][number] => ({ id, url: site.url(termAddress(id)), ...data, body }),
});

/** The whole Record as plain data, in its order; withdrawn statements stand in their place, marked. */
export function recordData(record: TheRecord, site: CitedSite): RecordData {
  const as = plain(site);
  return {
    $schema: site.url('/data/schema.json'),
    name: site.name,
    edition: site.edition,
    issued: site.issued,
    url: site.url('/'),
    license: site.license,
    entries: record.entries.map(as.entry),
    statements: [...record.statements, ...record.withdrawn].toSorted(byEntryThenNumber).map(as.statement),
    events: record.events.map(as.event),
    actors: record.actors.map(as.actor),
    themes: record.themes.map(as.theme),
    places: record.places.map(as.place),
    terms: record.terms.map(as.term),
    relations: record.relations.map(({ data }) => data),
  };
}
