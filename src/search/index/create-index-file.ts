import type { TheRecord } from '../../record/model.ts';
import { actorAddress, entryAddress, eventAddress, placeAddress, statementAddress, termAddress, themeAddress } from '../../paths/paths.ts';
import { ofActor, ofEvent, ofPlace, ofTerm, ofTheme } from './named-documents.ts';
import type { Catalogue } from '../engine/search-document.ts';
import { ofEntry, ofStatement } from './source-documents.ts';

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
