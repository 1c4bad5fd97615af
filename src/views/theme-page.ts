import type { ActorNode, EventNode, PositionNode, ThemeNode } from '../record/model.ts';
import { byDateThenId, compareCodeUnits } from '../record/sort.ts';
import { actorPath, entryPath } from '../paths/paths.ts';
import { getActors } from './co-occurrence.ts';
import { eventListItem, type EventListItem } from './event-list-item.ts';
import type { CountedLink } from './counted-link.ts';
import { tableOfContents, type Section } from './table-of-contents.ts';
import { reference, type Reference } from './reference.ts';
import { truncateStatements, MAX_STATEMENTS } from './truncate-list.ts';
import { statementListItem, type StatementListItem } from './statement-list-item.ts';

/** What one article holds on a question; without `text` it is silent. */
export interface PositionListItem {
  label: string;
  address: string;
  text?: string;
  references: Reference[];
}

/** The page of a theme. */
export interface ThemePage {
  title: string;
  scope: string;
  contents: Section[];
  questions: { id: string; question: string; positions: PositionListItem[] }[];
  /** Its statements, by article. */
  groups: { title: string; label: string; address: string; lines: StatementListItem[] }[];
  /** The articles whose statements are not listed, with how many: of many statements only the first are. */
  more: CountedLink[];
  events: EventListItem[];
  actors: CountedLink[];
}

/** How many actors a theme's page names. */
const ACTORS = 24;

export function themePage(theme: ThemeNode): ThemePage {
  const byEntry = Map.groupBy(theme.statements.slice(0, MAX_STATEMENTS), (statement) => statement.entry);
  const counts = new Map<ActorNode, number>();
  for (const statement of theme.statements) for (const actor of getActors(statement)) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  const actors = [...counts]
    .toSorted(([a, countA], [b, countB]) => countB - countA || compareCodeUnits(a.id, b.id))
    .slice(0, ACTORS)
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
    groups: [...byEntry].map(([entry, statements]) => ({
      title: entry.data.source.title,
      label: entry.data.label,
      address: entryPath(entry.id),
      lines: statements.map(statementListItem),
    })),
    more: truncateStatements(theme.statements).overflow,
    events: events.map(eventListItem),
    actors,
  };
}

/** The events that statements of a theme attest, in time. */
export function getEvents(theme: ThemeNode): EventNode[] {
  const events = new Set(theme.statements.flatMap((statement) => statement.events));
  return [...events].toSorted(byDateThenId((event) => event.data.date.edtf));
}

export const positionListItem = ({ entry, text, rests }: PositionNode): PositionListItem => ({
  label: entry.data.label,
  address: entryPath(entry.id),
  ...(text && { text }),
  references: rests.map(reference),
});
