import { siteName } from '../config/site.ts';
import { corpusSummary } from '../record/corpus-summary.ts';
import type { TheRecord } from '../record/model.ts';
import { compareCodeUnits } from '../record/sort.ts';
import { actorPath, themePath } from '../paths/paths.ts';
import { capitalize, pluralize } from '../text/english.ts';
import { entryListItem } from './entry-list-item.ts';
import { coverage } from './coverage.ts';

/** Maximum number of actors on the home page. */
const MAX_ACTORS = 16;

/** Returns the data for the home page. */
export function homePage(record: TheRecord) {
  const { missing } = coverage(record);
  const { number, years } = corpusSummary(record);
  const named = record.actors.map((actor) => ({
    actor,
    count: new Set([...actor.statementsMade, ...actor.statementsRelayed, ...actor.mentionedIn]).size,
  }));
  return {
    title: siteName,
    description: `${capitalize(number)} articles on Japan–Russia relations, ${years}, taken apart into statements: who says it, through whom, on which day, in which paragraph, and who else confirms or contradicts it.`,
    // Counts of the Record, as a sentence.
    counts: `${record.statements.length} statements, ${record.events.length} events, ${record.actors.length} actors, ${record.places.length} places, ${record.themes.length} themes.`,
    entries: record.entries.map(entryListItem),
    // The themes, each with its first question.
    themes: record.themes.map(({ id, data, statements }) => ({
      name: data.title,
      address: themePath(id),
      count: statements.length,
      question: data.questions[0]!.question,
    })),
    // The actors with the most statements.
    actors: named
      .toSorted((a, b) => b.count - a.count || compareCodeUnits(a.actor.id, b.actor.id))
      .slice(0, MAX_ACTORS)
      .map(({ actor, count }) => ({ name: actor.data.names.en, address: actorPath(actor.id), count, side: actor.data.side })),
    // What is missing from the Record, in two sentences.
    gaps: `${capitalize(number)} articles are not a history: nothing in them bears on the years ${missing.emptyYears.join(', ')}. Of ${pluralize(missing.forecasts, 'forecast')} ${missing.openForecasts} ${missing.openForecasts === 1 ? 'is' : 'are'} open in these sources, and on ${pluralize(missing.questions, 'question')} the articles are silent ${missing.silences === 1 ? 'once' : `${missing.silences} times`}.`,
  };
}
