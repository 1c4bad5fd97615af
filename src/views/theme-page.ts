import type { ActorNode, EventNode, PositionNode, ThemeNode } from '../record/model.ts';
import { byDateThenId, compareText } from '../record/sort.ts';
import { actorAddress, entryAddress } from '../paths/paths.ts';
import { actorsOf } from './co-occurrence.ts';
import { eventLine, type EventLine } from './event-list-item.ts';
import type { Chip } from './counted-link.ts';
import { contents, type Section } from './table-of-contents.ts';
import { reference, type Reference } from './reference.ts';
import { folded, MOST_LINES } from './truncate-list.ts';
import { statementLine, type StatementLine } from './statement-list-item.ts';

/** What one article holds on a question; without `text` it is silent. */
export interface PositionLine {
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
  questions: { id: string; question: string; positions: PositionLine[] }[];
  /** Its statements, by article. */
  groups: { title: string; label: string; address: string; lines: StatementLine[] }[];
  /** The articles whose statements are not listed, with how many: of many statements only the first are. */
  more: Chip[];
  events: EventLine[];
  actors: Chip[];
}

/** How many actors a theme's page names. */
const ACTORS = 24;

export function themePage(theme: ThemeNode): ThemePage {
  const byEntry = Map.groupBy(theme.statements.slice(0, MOST_LINES), (statement) => statement.entry);
  const counts = new Map<ActorNode, number>();
  for (const statement of theme.statements) for (const actor of actorsOf(statement)) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  const actors = [...counts]
    .toSorted(([a, countA], [b, countB]) => countB - countA || compareText(a.id, b.id))
    .slice(0, ACTORS)
    .map(([actor, count]) => ({ name: actor.data.names.en, address: actorAddress(actor.id), count }));
  const events = eventsOf(theme);
  return {
    title: theme.data.title,
    scope: theme.data.scope,
    contents: contents([
      { id: 'overview', name: 'Overview' },
      { id: 'questions', name: 'Questions', count: theme.questions.length },
      { id: 'statements', name: 'Statements', count: theme.statements.length },
      { id: 'events', name: 'Events', count: events.length },
      { id: 'actors', name: 'Actors', count: actors.length },
    ]),
    questions: theme.questions.map(({ id, data, positions }) => ({ id, question: data.question, positions: positions.map(positionLine) })),
    groups: [...byEntry].map(([entry, statements]) => ({
      title: entry.data.source.title,
      label: entry.data.label,
      address: entryAddress(entry.id),
      lines: statements.map(statementLine),
    })),
    more: folded(theme.statements).more,
    events: events.map(eventLine),
    actors,
  };
}

/** The events that statements of a theme attest, in time. */
export function eventsOf(theme: ThemeNode): EventNode[] {
  const events = new Set(theme.statements.flatMap((statement) => statement.events));
  return [...events].toSorted(byDateThenId((event) => event.data.date.edtf));
}

export const positionLine = ({ entry, text, rests }: PositionNode): PositionLine => ({
  label: entry.data.label,
  address: entryAddress(entry.id),
  ...(text && { text }),
  references: rests.map(reference),
});
