import type { TheRecord } from '../record/model.ts';
import { compareText } from '../record/order.ts';
import { actorAddress, themeAddress, yearAddress } from '../urls/addresses.ts';
import { entryLine, type EntryLine } from './entry-line.ts';
import { timeline } from './timeline.ts';

/** A name that leads somewhere, with how much is there. */
export interface Chip {
  name: string;
  address: string;
  count: number;
}

export interface Home {
  title: string;
  description: string;
  /** The Record in figures, in a sentence. */
  counts: string;
  entries: EntryLine[];
  years: Chip[];
  themes: Chip[];
  /** The actors named in most statements. */
  actors: Chip[];
}

/** How many actors the home page names. */
const MOST_NAMED = 16;

export function home(record: TheRecord): Home {
  const named = record.actors.map((actor) => ({ actor, count: new Set([...actor.says, ...actor.relays, ...actor.spokenOf]).size }));
  return {
    title: 'The Japan–Russia Record',
    description:
      'Five articles on Japan–Russia relations, 2015–2026, taken apart into statements: who says it, through whom, on which day, in which paragraph, and who else confirms or contradicts it.',
    counts: `${record.statements.length} statements, ${record.events.length} events, ${record.actors.length} actors, ${record.places.length} places, ${record.themes.length} themes.`,
    entries: record.entries.map(entryLine),
    years: timeline(record).map(({ year, title, items }) => ({ name: title, address: yearAddress(year), count: items.length })),
    themes: record.themes.map(({ id, data, statements }) => ({ name: data.title, address: themeAddress(id), count: statements.length })),
    actors: named
      .toSorted((a, b) => b.count - a.count || compareText(a.actor.id, b.actor.id))
      .slice(0, MOST_NAMED)
      .map(({ actor, count }) => ({ name: actor.data.names.en, address: actorAddress(actor.id), count })),
  };
}
