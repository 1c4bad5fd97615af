import { formatDate } from '../dates/format.ts';
import type { EventNode, TheRecord } from '../record/model.ts';
import { actorPath, entryPath, eventPath, placePath } from '../paths/paths.ts';
import { eventKindLabels, statusLabels } from '../text/labels.ts';
import { citedSentenceView } from './reference.ts';
import { statementListItem } from './statement-list-item.ts';
import { countVoices, voiceCells } from './voice-strip.ts';

/** Returns the data for the page of an event. */
export function eventPage(event: EventNode, record: TheRecord) {
  const { title, kind, status, date, note } = event.data;
  const cells = voiceCells(event.statements);
  const index = record.events.indexOf(event);
  return {
    title,
    description: event.data.description,
    kindLabel: eventKindLabels[kind],
    statusLabel: statusLabels[status],
    date,
    places: event.places.map((place) => ({ name: place.data.names.en, address: placePath(place.id) })),
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
    cells,
    // Who reports it, in one sentence.
    voices: countVoices(cells),
    // Its statements by article, earliest first.
    articles: event.entries.map((entry) => {
      const statements = event.statements.filter((statement) => statement.entry === entry).map(statementListItem);
      return {
        name: entry.data.label,
        address: entryPath(entry.id),
        published: formatDate(entry.data.source.published.edtf, entry.data.source.published.basis),
        count: statements.length,
        shown: statements.slice(0, SHOWN),
        folded: statements.slice(SHOWN),
      };
    }),
    // Its neighbours on the timeline.
    ...(record.events[index - 1] && { previous: toNeighbour(record.events[index - 1]!) }),
    ...(record.events[index + 1] && { next: toNeighbour(record.events[index + 1]!) }),
  };
}

/** The number of statements of an article that are listed unfolded. */
const SHOWN = 8;

const toNeighbour = ({ id, data }: EventNode) => ({
  name: data.title,
  address: eventPath(id),
  date: data.date.edtf === null ? 'no date given' : formatDate(data.date.edtf, data.date.basis),
});
