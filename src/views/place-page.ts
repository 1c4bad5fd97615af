import type { Chip } from './counted-link.ts';
import { contents, type Section } from './table-of-contents.ts';
import { folded } from './truncate-list.ts';
import type { PlaceNode, TheRecord } from '../record/model.ts';
import type { Names } from '../schema/names.ts';
import { actorAddress, placeAddress } from '../paths/paths.ts';
import { eventLine, type EventLine } from './event-list-item.ts';
import { placeKindLabels } from '../text/labels.ts';
import { reference, restedLine, type Reference, type RestedLine } from './reference.ts';
import type { StatementLine } from './statement-list-item.ts';

/** The page of a place. */
export interface PlacePage {
  title: string;
  description: string;
  kind: string;
  names: Names;
  /** Latitude and longitude in words. */
  position: string;
  within?: { name: string; address: string };
  contents: Section[];
  namings: { name: string; usedBy: string; address: string; references: Reference[] }[];
  account: RestedLine[];
  note?: string;
  parts: { japanese: Names; russian: Names; position: string }[];
  events: EventLine[];
  statements: StatementLine[];
  /** Where statements stand that the list leaves out. */
  more: Chip[];
}

/** All places as rows. */
export function placesPage(record: TheRecord) {
  return record.places.map(({ id, data, statements }) => ({
    name: data.names.en,
    address: placeAddress(id),
    ja: data.names.ja,
    ru: data.names.ru,
    kind: placeKindLabels[data.kind],
    statements: statements.length,
  }));
}

export function placePage(place: PlaceNode): PlacePage {
  const { names, kind, coordinates, note, parts } = place.data;
  const { lines, more } = folded(place.statements);
  return {
    title: names.en,
    description: place.account[0]!.text,
    kind: placeKindLabels[kind],
    names,
    position: sayPosition(coordinates),
    ...(place.within && { within: { name: place.within.data.names.en, address: placeAddress(place.within.id) } }),
    contents: contents([
      { id: 'names', name: 'Who calls it what', count: place.namings.length },
      { id: 'account', name: 'What the articles tell' },
      { id: 'parts', name: 'The single islands', count: parts.length },
      { id: 'events', name: 'Events', count: place.events.length },
      { id: 'statements', name: 'Statements', count: place.statements.length },
    ]),
    namings: place.namings.map(({ name, usedBy, rests }) => ({
      name,
      usedBy: usedBy.data.names.en,
      address: actorAddress(usedBy.id),
      references: rests.map(reference),
    })),
    account: place.account.map(restedLine),
    ...(note && { note }),
    parts: parts.map(({ japanese, russian, coordinates: at }) => ({ japanese, russian, position: sayPosition(at) })),
    events: place.events.map(eventLine),
    statements: lines,
    more,
  };
}

/** `44.3° N, 146.9° E` */
function sayPosition({ lat, lon }: { lat: number; lon: number }): string {
  return `${Math.abs(lat).toFixed(1)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(1)}° ${lon < 0 ? 'W' : 'E'}`;
}
