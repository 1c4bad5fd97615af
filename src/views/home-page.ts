import type { TheRecord } from '../record/model.ts';
import { compareText } from '../record/sort.ts';
import { actorAddress, themeAddress } from '../paths/paths.ts';
import { entryLine, type EntryLine } from './entry-list-item.ts';
import type { Chip } from './counted-link.ts';
import { atStart, collection } from './corpus-summary.ts';
import { coverage } from './coverage.ts';

export interface Home {
  title: string;
  description: string;
  /** The Record in figures, in a sentence. */
  counts: string;
  entries: EntryLine[];
  /** Themes, each with the first of its questions. */
  themes: (Chip & { question: string })[];
  /** The actors named in most statements. */
  actors: (Chip & { side: string })[];
  /** What the Record lacks, in two sentences. */
  gaps: string;
}

/** How many actors the home page names. */
const MOST_NAMED = 16;

export function home(record: TheRecord): Home {
  const { missing } = coverage(record);
  const { number, years } = collection(record);
  const named = record.actors.map((actor) => ({ actor, count: new Set([...actor.says, ...actor.relays, ...actor.spokenOf]).size }));
  return {
    title: 'The Japan–Russia Record',
    description: `${atStart(number)} articles on Japan–Russia relations, ${years}, taken apart into statements: who says it, through whom, on which day, in which paragraph, and who else confirms or contradicts it.`,
    counts: `${record.statements.length} statements, ${record.events.length} events, ${record.actors.length} actors, ${record.places.length} places, ${record.themes.length} themes.`,
    entries: record.entries.map(entryLine),
    themes: record.themes.map(({ id, data, statements }) => ({
      name: data.title,
      address: themeAddress(id),
      count: statements.length,
      question: data.questions[0]!.question,
    })),
    actors: named
      .toSorted((a, b) => b.count - a.count || compareText(a.actor.id, b.actor.id))
      .slice(0, MOST_NAMED)
      .map(({ actor, count }) => ({ name: actor.data.names.en, address: actorAddress(actor.id), count, side: actor.data.side })),
    gaps: `${atStart(number)} articles are not a history: nothing in them bears on the years ${missing.emptyYears.join(', ')}. Of ${missing.forecasts} forecasts ${missing.openForecasts} are open in these sources, and on ${missing.questions} questions the articles are silent ${missing.silences} times.`,
  };
}
