import type { TheRecord } from '../../record/model.ts';
import { actorPath, entryPath, eventPath, placePath, statementPath, termPath, themePath } from '../../paths/paths.ts';
import { actorDocument, eventDocument, placeDocument, termDocument, themeDocument } from './named-documents.ts';
import type { IndexFile } from '../engine/search-document.ts';
import { entryDocument, statementDocument } from './source-documents.ts';

/** Everything of the Record that search finds by name, concept or own words: one record for each page and each statement. */
export function createIndexFile(record: TheRecord): IndexFile {
  const records = [
    ...record.actors.map(actorDocument),
    ...record.themes.map(themeDocument),
    ...record.events.map(eventDocument),
    ...record.places.map(placeDocument),
    ...record.terms.map(termDocument),
    ...record.entries.map(entryDocument),
    ...record.statements.map(statementDocument),
  ];
  const at = new Map(records.map(({ address }, index) => [address, index]));
  return {
    records,
    labels: {
      article: Object.fromEntries(record.entries.map(({ id, data }) => [id, data.label])),
      actor: Object.fromEntries(record.actors.map(({ id, data }) => [id, data.names.en])),
      theme: Object.fromEntries(record.themes.map(({ id, data }) => [id, data.title])),
    },
    concepts: record.searchAliases.map(({ phrases, means }) => ({ phrases, records: means.map((target) => at.get(addressOf(target))!) })),
    synonyms: record.synonyms,
  };
}

/** The address of what a concept names: `event/…`, `theme/…`, or the id of a statement. */
function addressOf(target: string): string {
  const [kind, id] = target.split('/') as [string, string?];
  return id ? ADDRESSES[kind as keyof typeof ADDRESSES](id) : statementPath(target);
}

const ADDRESSES = {
  entry: entryPath,
  event: eventPath,
  actor: actorPath,
  theme: themePath,
  place: placePath,
  term: termPath,
};
