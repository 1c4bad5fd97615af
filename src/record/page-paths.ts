import {
  actorAddress,
  entryAddress,
  eventAddress,
  placeAddress,
  sourceAddress,
  standingAddresses,
  statementAddress,
  termAddress,
  themeAddress,
} from '../paths/paths.ts';
import type { Content } from './content.ts';
import { statementIdsOf } from './statement-ids.ts';

/** The addresses of all pages that content makes, redirects and tombstones aside. A withdrawn statement keeps its page. */
export function pageAddresses(content: Content): Set<string> {
  const ids = (name: 'entries' | 'events' | 'actors' | 'themes' | 'places' | 'terms') => content[name].map(({ id }) => id);
  return new Set([
    ...standingAddresses,
    ...ids('entries').flatMap((id) => [entryAddress(id), sourceAddress(id)]),
    ...[...statementIdsOf(content)].map(statementAddress),
    ...ids('events').map(eventAddress),
    ...ids('actors').map(actorAddress),
    ...ids('themes').map(themeAddress),
    ...ids('places').map(placeAddress),
    ...ids('terms').map(termAddress),
  ]);
}
