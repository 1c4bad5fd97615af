import { truncateStatements } from './statement-list-item.ts';
import type { EventNode } from '../record/model.ts';
import { actorPath, entryPath, placePath } from '../paths/paths.ts';
import { eventKindLabels, statusLabels } from '../text/labels.ts';
import { citedSentenceView } from './reference.ts';

/** Returns the data for the page of an event. */
export function eventPage(event: EventNode) {
  const { title, kind, status, date, note } = event.data;
  const { listed, otherArticles } = truncateStatements(event.statements);
  return {
    title,
    description: event.data.description,
    kindLabel: eventKindLabels[kind],
    statusLabel: statusLabels[status],
    date,
    places: event.places.map((place) => ({ name: place.data.names.en, address: placePath(place.id) })),
    entries: event.entries.map((entry) => ({ name: entry.data.label, address: entryPath(entry.id) })),
    actors: event.actors.map(({ actor, part }) => ({
      name: actor.data.names.en,
      address: actorPath(actor.id),
      side: actor.data.side, // `japan`, `russia` or `third`
      part,
    })),
    // What the articles say happened, in the Record’s words.
    account: event.account.map(citedSentenceView),
    // Differences between the articles.
    differences: event.differences.map(citedSentenceView),
    ...(note && { note }),
    statements: listed,
    // Links to the articles that contain the statements left out, with counts.
    otherArticles,
  };
}
