import type { ActorNode, EventNode, PositionNode, TheRecord, ThemeNode } from '../record/model.ts';
import { byDateThenId, compareCodeUnits } from '../record/sort.ts';
import { actorPath, entryPath, questionPath, themePath } from '../paths/paths.ts';
import { getActors } from './co-occurrence.ts';
import { eventListItem } from './event-list-item.ts';
import { tableOfContents } from './table-of-contents.ts';
import { reference, type Reference } from './reference.ts';
import { truncateStatements, MAX_STATEMENTS, statementListItem } from './statement-list-item.ts';

/** The position of one article on a question. Without `text` it is silent, and the references are to related statements. */
export interface PositionListItem {
  label: string;
  address: string;
  text?: string;
  references: Reference[];
}

/** Maximum number of actors on a theme's page. */
const MAX_ACTORS = 24;

/** Returns the data for the page of a theme. */
export function themePage(theme: ThemeNode) {
  const byEntry = Map.groupBy(theme.statements.slice(0, MAX_STATEMENTS), (statement) => statement.entry);
  const counts = new Map<ActorNode, number>();
  for (const statement of theme.statements) for (const actor of getActors(statement)) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  const actors = [...counts]
    .toSorted(([a, countA], [b, countB]) => countB - countA || compareCodeUnits(a.id, b.id))
    .slice(0, MAX_ACTORS)
    .map(([actor, count]) => ({ name: actor.data.names.en, address: actorPath(actor.id), count }));
  const events = getEvents(theme);
  return {
    title: theme.data.title,
    scope: theme.data.scope,
    contents: tableOfContents([
      { id: 'overview', name: 'Overview' },
      { id: 'questions', name: 'Questions', count: theme.questions.length },
      { id: 'statements', name: 'Statements', count: theme.statements.length },
      { id: 'events', name: 'Events', count: events.length },
      { id: 'actors', name: 'Actors', count: actors.length },
    ]),
    questions: theme.questions.map(({ id, data, positions }) => ({
      id,
      question: data.question,
      positions: positions.map(positionListItem),
    })),
    // The statements, by article.
    groups: [...byEntry].map(([entry, statements]) => ({
      title: entry.data.source.title,
      label: entry.data.label,
      address: entryPath(entry.id),
      statements: statements.map(statementListItem),
    })),
    // Links to the articles that contain the statements left out, with counts.
    otherArticles: truncateStatements(theme.statements).otherArticles,
    events: events.map(eventListItem),
    actors,
  };
}

/** Returns the events that the statements of a theme mention, sorted by date. */
export function getEvents(theme: ThemeNode): EventNode[] {
  const events = new Set(theme.statements.flatMap((statement) => statement.events));
  return [...events].toSorted(byDateThenId((event) => event.data.date.edtf));
}

export const positionListItem = ({ entry, text, rests, related }: PositionNode): PositionListItem => ({
  label: entry.data.label,
  address: entryPath(entry.id),
  ...(text && { text }),
  references: (text ? rests : related).map(reference),
});

/** Returns all themes, each with its questions. */
export function themesPage(record: TheRecord) {
  return record.themes.map((theme) => ({
    title: theme.data.title,
    scope: theme.data.scope,
    address: themePath(theme.id),
    statements: theme.statements.length,
    entries: new Set(theme.statements.map((statement) => statement.entry)).size,
    questions: theme.questions.map(({ id, data }) => ({ question: data.question, address: questionPath(theme.id, id) })),
  }));
}
