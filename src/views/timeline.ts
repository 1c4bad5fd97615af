import { boundsOf } from '../dates/bounds.ts';
import { yearOf } from '../dates/compare.ts';
import { sayDate } from '../dates/words.ts';
import type { EntryNode, EventNode, TheRecord } from '../record/model.ts';
import { compareText } from '../record/order.ts';
import { entryAddress, yearAnchor } from '../urls/addresses.ts';
import { eventLine, type EventLine } from './event-line.ts';

/** One thing on the timeline: an event, or the publication of one of the articles. */
export type TimelineItem =
  | ({ type: 'event' } & EventLine & { facets: EventFacets })
  | { type: 'publication'; id: string; title: string; label: string; address: string; date: string };

/** What an event can be filtered by: ids. */
export interface EventFacets {
  sources: string[];
  themes: string[];
  actors: string[];
  sides: string[];
}

/** A year with what happened in it; `year` is null for what no article dates. */
export interface TimelineYear {
  year: number | null;
  anchor: string;
  title: string;
  items: TimelineItem[];
}

/** Every event and publication by year, earliest first, undated last; gaps of years are not filled. */
export function timeline(record: TheRecord): TimelineYear[] {
  const dated = [
    ...record.events.map((event) => ({ edtf: event.data.date.edtf, item: eventItem(event) })),
    ...record.entries.map((entry) => ({ edtf: entry.data.source.published.edtf, item: publicationItem(entry) })),
  ];
  const years = Map.groupBy(dated, ({ edtf }) => yearOf(edtf));
  return [...years]
    .toSorted(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([year, items]) => ({
      year,
      anchor: yearAnchor(year),
      title: year === null ? 'Undated in the articles' : String(year),
      items: items
        .toSorted((a, b) => compareText(startOf(a.edtf), startOf(b.edtf)) || compareText(a.item.id, b.item.id))
        .map(({ item }) => item),
    }));
}

const startOf = (edtf: string | null) => boundsOf(edtf).from ?? boundsOf(edtf).to ?? '';

function eventItem(event: EventNode): TimelineItem {
  const actors = new Set([...event.actors.map(({ actor }) => actor), ...event.statements.flatMap((statement) => statement.actors)]);
  return {
    type: 'event',
    ...eventLine(event),
    facets: {
      sources: event.entries.map(({ id }) => id),
      themes: unique(event.statements.flatMap((statement) => statement.themes.map(({ id }) => id))),
      actors: unique([...actors].map(({ id }) => id)),
      sides: unique(event.actors.map(({ actor }) => actor.data.side)),
    },
  };
}

function publicationItem(entry: EntryNode): TimelineItem {
  const { title, published } = entry.data.source;
  return {
    type: 'publication',
    id: entry.id,
    title,
    label: entry.data.label,
    address: entryAddress(entry.id),
    date: sayDate(published.edtf, published.basis),
  };
}

const unique = (ids: string[]) => [...new Set(ids)].toSorted(compareText);
