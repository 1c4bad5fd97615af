import type { Chip } from './counted-link.ts';
import { folded } from './truncate-list.ts';
import type { EventNode } from '../record/model.ts';
import type { DateField } from '../schema/date-field.ts';
import { actorAddress, entryAddress, placeAddress } from '../paths/paths.ts';
import { eventKindLabels, statusLabels } from '../text/labels.ts';
import { restedLine, type RestedLine } from './reference.ts';
import type { StatementLine } from './statement-list-item.ts';
import type { Link } from './link.ts';

/** The page of an event. */
export interface EventPage {
  title: string;
  description: string;
  kind: string;
  status: string;
  date: DateField;
  places: Link[];
  entries: Link[];
  actors: (Link & { side: string; part: string })[];
  account: RestedLine[];
  differences: RestedLine[];
  note?: string;
  statements: StatementLine[];
  /** Where statements stand that the list leaves out. */
  more: Chip[];
}

export function eventPage(event: EventNode): EventPage {
  const { title, kind, status, date, note } = event.data;
  const { lines, more } = folded(event.statements);
  return {
    title,
    description: event.account[0]!.text,
    kind: eventKindLabels[kind],
    status: statusLabels[status],
    date,
    places: event.places.map((place) => ({ name: place.data.names.en, address: placeAddress(place.id) })),
    entries: event.entries.map((entry) => ({ name: entry.data.label, address: entryAddress(entry.id) })),
    actors: event.actors.map(({ actor, part }) => ({
      name: actor.data.names.en,
      address: actorAddress(actor.id),
      side: actor.data.side,
      part,
    })),
    account: event.account.map(restedLine),
    differences: event.differences.map(restedLine),
    ...(note && { note }),
    statements: lines,
    more,
  };
}
