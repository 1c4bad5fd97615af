import { formatDate } from '../dates/format.ts';
import type { EventNode, TheRecord, EntryNode } from '../record/model.ts';
import { actorPath, eventPath, placePath, entryPath, yearAnchor } from '../paths/paths.ts';
import { articleGroups } from './presence.ts';
import { citedSentenceView } from './reference.ts';
import { voiceCells, voicesOf, type VoiceForm } from './voice.ts';
import { compareDates, getBounds, getYear } from '../dates/bounds.ts';
import { compareCodeUnits } from '../record/sort.ts';
import { eventStatuses } from '../schema/items.ts';
import { statusLabels } from '../text/labels.ts';
import { eventListItem, type EventListItem } from './list-items.ts';

/** The number of statements of an article that are listed unfolded. */
const MAX_OPEN = 8;

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
    groups: articleGroups(event.statements, MAX_OPEN),
    // Its neighbours on the timeline.
    ...(events[index - 1] && { previous: toNeighbour(events[index - 1]!) }),
    ...(events[index + 1] && { next: toNeighbour(events[index + 1]!) }),
  };
}

/** An item of the timeline: an event, or the publication of an article. */
export type TimelineItem =
  | ({ type: 'event' } & EventListItem & { voices: VoiceForm[]; counts: ArticleCount[]; facets: EventFacets })
  | { type: 'publication'; id: string; title: string; label: string; address: string; date: string; facets: EventFacets };

/** The number of statements of an article about an event. */
export interface ArticleCount {
  label: string;
  count: number;
}

/** The ids by which an item can be filtered. `actors` are those of at least two events: the page of another actor lists its event. */
export interface EventFacets {
  sources: string[];
  voices: string[];
  themes: string[];
  actors: string[];
}

/** A year with its items; `year` is null for undated items. */
export interface TimelineYear {
  year: number | null;
  anchor: string;
  title: string;
  items: TimelineItem[];
}

/** The minimum number of events of an actor in the filter. */
const MIN_EVENTS = 2;

/** The maximum number of articles that have a column each in the list. With more, each event names its articles. */
export const MAX_COLUMNS = 8;

/** Returns every event and publication by year, earliest first, undated last. Years without an item are left out. */
export function timeline(record: TheRecord): TimelineYear[] {
  const dated = [
    ...record.events.map((event) => ({ edtf: event.data.date.edtf, item: eventItem(event, record) })),
    // An article cannot be older than what it reports: it is sorted by the latest day of its publication.
    ...record.entries.map((entry) => ({ edtf: getBounds(entry.data.source.published.edtf).to, item: publicationItem(entry) })),
  ];
  const events = new Map<string, number>();
  for (const { item } of dated) if (item.type === 'event') for (const id of item.facets.actors) events.set(id, (events.get(id) ?? 0) + 1);
  for (const { item } of dated) item.facets.actors = item.facets.actors.filter((id) => (events.get(id) ?? 0) >= MIN_EVENTS);
  const years = Map.groupBy(dated, ({ edtf }) => getYear(edtf));
  return [...years]
    .toSorted(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([year, items]) => ({
      year,
      anchor: yearAnchor(year),
      title: year === null ? 'No date given' : String(year),
      items: items.toSorted((a, b) => compareDates(a.edtf, b.edtf) || compareCodeUnits(a.item.id, b.item.id)).map(({ item }) => item),
    }));
}

/** Returns the options that occur on the timeline, in the order of the Record. */
export function timelineFilters(record: TheRecord, years: readonly TimelineYear[]) {
  const items = years.flatMap((year) => year.items);
  const used = (facet: keyof EventFacets) => new Set(items.flatMap((item) => item.facets[facet]));
  const [themes, actors, voices] = [used('themes'), used('actors'), used('voices')];
  const statuses = new Set(items.map((item) => item.type === 'event' && item.status));
  return {
    source: record.entries.map(({ id, data }) => ({ value: id, label: data.label })),
    voice: (Object.keys(VOICE_LABELS) as VoiceForm[])
      .filter((form) => voices.has(form))
      .map((form) => ({ value: form, label: VOICE_LABELS[form], voice: form })),
    status: eventStatuses.filter((status) => statuses.has(status)).map((status) => ({ value: status, label: statusLabels[status] })),
    theme: record.themes.filter(({ id }) => themes.has(id)).map(({ id, data }) => ({ value: id, label: data.title })),
    actor: record.actors.filter(({ id }) => actors.has(id)).map(({ id, data }) => ({ value: id, label: data.names.en })),
  };
}

const toNeighbour = ({ id, data }: EventNode) => ({
  name: data.title,
  address: eventPath(id),
  date: data.date.edtf === null ? 'no date given' : formatDate(data.date.edtf, data.date.basis),
});

function eventItem(event: EventNode, record: TheRecord): TimelineItem {
  const actors = new Set([...event.actors.map(({ actor }) => actor), ...event.statements.flatMap((statement) => statement.actors)]);
  const entries = record.entries.length > MAX_COLUMNS ? event.entries : record.entries;
  const voices = voicesOf(event.statements);
  return {
    type: 'event',
    ...eventListItem(event),
    voices,
    counts: entries.map((entry) => ({
      label: entry.data.label,
      count: event.statements.filter((statement) => statement.entry === entry).length,
    })),
    facets: {
      sources: event.entries.map(({ id }) => id),
      voices,
      themes: unique(event.statements.flatMap((statement) => statement.themes.map(({ id }) => id))),
      actors: unique([...actors].map(({ id }) => id)),
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
    address: entryPath(entry.id),
    date: formatDate(published.edtf, published.basis),
    facets: {
      sources: [entry.id],
      voices: [],
      themes: entry.themes.map(({ id }) => id),
      actors: entry.actors.map(({ actor }) => actor.id),
    },
  };
}

const VOICE_LABELS: Record<VoiceForm, string> = { japan: 'Japanese', russia: 'Russian', third: 'Neither side', unnamed: 'Unnamed' };

const unique = (ids: string[]) => [...new Set(ids)].toSorted(compareCodeUnits);
