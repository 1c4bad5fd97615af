import { formatDate } from '../dates/format.ts';
import type { EventNode, TheRecord } from '../record/model.ts';
import { actorPath, eventPath, placePath } from '../paths/paths.ts';
import { articleGroups } from './presence.ts';
import { citedSentenceView } from './reference.ts';
import { voiceCells } from './voice-strip.ts';

/** The number of statements of an article that are listed unfolded. */
const SHOWN = 8;

/** Returns the data for the page of an event. */
export function eventPage(event: EventNode, { events }: Pick<TheRecord, 'events'>) {
  const index = events.indexOf(event);
  return {
    places: event.places.map((place) => ({ name: place.data.names.en, address: placePath(place.id) })),
    actors: event.actors.map(({ actor: { id, data }, part }) => ({ name: data.names.en, address: actorPath(id), side: data.side, part })),
    // What the articles say happened, in the Record’s words.
    account: event.account.map(citedSentenceView),
    // Differences between the articles.
    differences: event.differences.map(citedSentenceView),
    cells: voiceCells(event.statements),
    groups: articleGroups(event.statements, SHOWN),
    // Its neighbours on the timeline.
    ...(events[index - 1] && { previous: toNeighbour(events[index - 1]!) }),
    ...(events[index + 1] && { next: toNeighbour(events[index + 1]!) }),
  };
}

const toNeighbour = ({ id, data }: EventNode) => ({
  name: data.title,
  address: eventPath(id),
  date: data.date.edtf === null ? 'no date given' : formatDate(data.date.edtf, data.date.basis),
});
