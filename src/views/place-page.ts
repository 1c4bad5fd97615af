import type { PlaceNode, TheRecord } from '../record/model.ts';
import { actorPath, placePath } from '../paths/paths.ts';
import { eventListItem, type Section, actorLink } from './list-items.ts';
import { placeKindLabels } from '../text/labels.ts';
import { compareCodeUnits } from '../record/sort.ts';
import { articleGroups, countStatements, findVoices, presenceStrips } from './presence.ts';
import { citedSentenceView, reference } from './reference.ts';
import type { PlaceKind } from '../schema/items.ts';

/** Returns all places by number of statements, with the number for each article. */
export function placesPage({ places, entries }: TheRecord) {
  return places
    .map(({ id, data, statements }) => ({
      name: data.names.en,
      address: placePath(id),
      names: data.names,
      kindLabel: placeKindLabels[data.kind],
      counts: entries.map((entry) => statements.filter((statement) => statement.entry === entry).length),
      total: statements.length,
    }))
    .toSorted((a, b) => b.total - a.total || compareCodeUnits(a.address, b.address));
}

/** Returns the data for the page of a place. A state has one page as a place and another one as an actor, with the same id. */
export function placePage(place: PlaceNode, record: Pick<TheRecord, 'entries' | 'actors'>) {
  const { names, kind, coordinates, note, parts } = place.data;
  const actor = record.actors.find(({ id }) => id === place.id);
  return {
    title: names.en,
    description: place.data.description,
    kindLabel: placeKindLabels[kind],
    names,
    // Latitude and longitude: `44.3° N, 146.9° E`.
    position: formatCoordinates(coordinates),
    ...(place.parent && { within: { name: place.parent.data.names.en, address: placePath(place.parent.id) } }),
    ...(actor && { actor: actorLink(actor) }),
    contents: [
      { id: 'in-the-articles', name: 'In each article', count: place.statements.length },
      { id: 'names', name: 'Who calls it what', count: new Set(place.disputedNames.map(({ name }) => name)).size },
      { id: 'account', name: 'What the articles say' },
      { id: 'parts', name: 'Its parts', count: parts.length },
      { id: 'events', name: 'Events', count: place.events.length },
      { id: 'statements', name: 'Statements', count: place.statements.length },
    ].filter(({ count }: Section) => count !== 0),
    // Each disputed name with those who use it.
    namings: [...Map.groupBy(place.disputedNames, ({ name }) => name)].map(([name, uses]) => ({
      name,
      users: uses.map(({ usedBy, rests }) => ({
        name: usedBy.data.names.en,
        address: actorPath(usedBy.id),
        side: usedBy.data.side,
        references: rests.map(reference),
      })),
    })),
    account: place.account.map(citedSentenceView),
    ...(note && { note }),
    parts: parts.map(({ japanese, russian, coordinates: at }) => ({ japanese, russian, position: formatCoordinates(at) })),
    events: place.events.map(eventListItem),
    figure: {
      title: findVoices(place.statements, 'statement'),
      strips: presenceStrips(record, { spoken: [], relayed: [], mentioned: place.statements }, 'no statement names it'),
      source: countStatements(place.statements),
    },
    groups: articleGroups(place.statements),
  };
}

/** A position on Earth in degrees, WGS 84. */
export interface Position {
  lat: number;
  lon: number;
}

/** The data of a place on a map. */
export interface PlaceData {
  name: string;
  address: string;
  kind: PlaceKind;
  at: Position;
  statements: number;
  /** Disputed names, each with the state that uses it. */
  namings: { name: string; usedBy: string }[];
  parts: Position[];
}

/** Returns the map data of all places, sorted by English name. */
export const mapData = ({ places }: TheRecord): PlaceData[] => places.map(placeData);

/** Returns the map data of a place. */
export function placeData({ id, data, disputedNames, statements }: PlaceNode): PlaceData {
  return {
    name: data.names.en,
    address: placePath(id),
    kind: data.kind,
    at: data.coordinates,
    statements: statements.length,
    namings: disputedNames
      .filter(({ usedBy }) => usedBy.data.kind === 'state')
      .map(({ name, usedBy }) => ({ name, usedBy: usedBy.data.names.en })),
    parts: data.parts.map(({ coordinates }) => coordinates),
  };
}

/** Formats a position: `44.3° N, 146.9° E`. */
function formatCoordinates({ lat, lon }: { lat: number; lon: number }): string {
  return `${Math.abs(lat).toFixed(1)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(1)}° ${lon < 0 ? 'W' : 'E'}`;
}
