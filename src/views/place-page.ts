import type { CountedLink } from './link.ts';
import { tableOfContents, type Section } from './table-of-contents.ts';
import { truncateStatements } from './truncate-list.ts';
import type { PlaceNode, TheRecord } from '../record/model.ts';
import type { Names } from '../schema/names.ts';
import { actorPath, placePath } from '../paths/paths.ts';
import { eventListItem, type EventListItem } from './event-list-item.ts';
import { placeKindLabels } from '../text/labels.ts';
import { reference, citedSentenceView, type Reference, type CitedSentenceView } from './reference.ts';
import type { StatementListItem } from './statement-list-item.ts';

/** The data of the page of a place. */
export interface PlacePage {
  title: string;
  description: string;
  kind: string;
  names: Names;
  /** Latitude and longitude: `44.3° N, 146.9° E`. */
  position: string;
  within?: { name: string; address: string };
  contents: Section[];
  namings: { name: string; usedBy: string; address: string; references: Reference[] }[];
  account: CitedSentenceView[];
  note?: string;
  parts: { japanese: Names; russian: Names; position: string }[];
  events: EventListItem[];
  statements: StatementListItem[];
  /** The articles of the statements that the list leaves out. */
  more: CountedLink[];
}

/** Returns all places as rows of a table. */
export function placesPage(record: TheRecord) {
  return record.places.map(({ id, data, statements }) => ({
    name: data.names.en,
    address: placePath(id),
    ja: data.names.ja,
    ru: data.names.ru,
    kind: placeKindLabels[data.kind],
    statements: statements.length,
  }));
}

/** Returns the data of the page of a place. */
export function placePage(place: PlaceNode): PlacePage {
  const { names, kind, coordinates, note, parts } = place.data;
  const { lines, overflow } = truncateStatements(place.statements);
  return {
    title: names.en,
    description: place.account[0]!.text,
    kind: placeKindLabels[kind],
    names,
    position: formatCoordinates(coordinates),
    ...(place.parent && { within: { name: place.parent.data.names.en, address: placePath(place.parent.id) } }),
    contents: tableOfContents([
      { id: 'names', name: 'Who calls it what', count: place.disputedNames.length },
      { id: 'account', name: 'What the articles tell' },
      { id: 'parts', name: 'The single islands', count: parts.length },
      { id: 'events', name: 'Events', count: place.events.length },
      { id: 'statements', name: 'Statements', count: place.statements.length },
    ]),
    namings: place.disputedNames.map(({ name, usedBy, rests }) => ({
      name,
      usedBy: usedBy.data.names.en,
      address: actorPath(usedBy.id),
      references: rests.map(reference),
    })),
    account: place.account.map(citedSentenceView),
    ...(note && { note }),
    parts: parts.map(({ japanese, russian, coordinates: at }) => ({ japanese, russian, position: formatCoordinates(at) })),
    events: place.events.map(eventListItem),
    statements: lines,
    more: overflow,
  };
}

/** `44.3° N, 146.9° E` */
function formatCoordinates({ lat, lon }: { lat: number; lon: number }): string {
  return `${Math.abs(lat).toFixed(1)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(1)}° ${lon < 0 ? 'W' : 'E'}`;
}
