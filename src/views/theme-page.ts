import type { ActorNode, EventNode, StatementNode, TheRecord, ThemeNode } from '../record/model.ts';
import { byDateThenId, compareCodeUnits } from '../record/sort.ts';
import { actorPath } from '../paths/paths.ts';
import { capitalize, formatList, numberToWords, pluralize } from '../text/english.ts';
import { articleHead } from './article-head.ts';
import { getActors } from './co-occurrence.ts';
import { eventListItem } from './event-list-item.ts';
import { statementListItem, truncateStatements, MAX_STATEMENTS } from './statement-list-item.ts';
import { countVoices, voiceCells } from './voice-strip.ts';

/** Number of statements and of events that are in sight at first. */
const OPEN_ITEMS = 8;
/** Maximum number of actors, and how many are in sight at first. */
const [MAX_ACTORS, OPEN_ACTORS] = [24, 12];

/** Returns the data for the page of a theme. */
export function themePage(theme: ThemeNode, record: TheRecord) {
  const { statements, questions, data } = theme;
  const byEntry = Map.groupBy(statements.slice(0, MAX_STATEMENTS), (statement) => statement.entry);
  const open = Math.ceil(OPEN_ITEMS / byEntry.size);
  const actors = countActors(statements);
  const events = getEvents(theme)
    .map((event) => ({ event, count: statements.filter((statement) => statement.events.includes(event)).length }))
    .toSorted((a, b) => b.count - a.count)
    .map(({ event, count }) => ({ ...eventListItem(event), part: pluralize(count, 'statement') }));
  const strips = record.entries.map((entry) => {
    const subset = statements.filter((statement) => statement.entry === entry);
    return {
      ...articleHead(entry),
      count: subset.length,
      of: entry.statements.length,
      cells: voiceCells(entry.statements),
      subset: new Set(subset.map(({ id }) => id)),
      text: subset.length > 0 ? countVoices(voiceCells(subset)) : 'No statement',
    };
  });
  return {
    title: data.title,
    scope: data.scope,
    lede: coverageSentence(strips),
    finding: findMost(strips, statements.length),
    strips,
    // Whether the marks have joint speakers or unnamed ones, for their key.
    joint: statements.some(({ speakers }) => new Set(speakers.map(({ actor }) => actor?.data.side)).size > 1),
    unnamed: statements.some(({ speakers }) => speakers.some(({ actor }) => !actor)),
    contents: [
      { id: 'voices', name: 'At a glance' },
      { id: 'overview', name: 'Overview' },
      { id: 'questions', name: 'Questions', count: questions.length },
      { id: 'statements', name: 'Statements', count: statements.length },
      ...(events.length > 0 ? [{ id: 'events', name: 'Events', count: events.length }] : []),
      { id: 'actors', name: 'People and organisations' },
    ],
    // The statements, by article: those with most relations first in sight.
    groups: [...byEntry].map(([entry, list]) => ({ ...articleHead(entry), count: list.length, ...splitByWeight(list, open) })),
    // Links to the articles that contain the statements left out, with counts.
    otherArticles: truncateStatements(statements).otherArticles,
    events: { open: events.slice(0, OPEN_ITEMS), folded: events.slice(OPEN_ITEMS) },
    actors: { open: actors.slice(0, OPEN_ACTORS), folded: actors.slice(OPEN_ACTORS, MAX_ACTORS) },
  };
}

/** Returns the events that the statements of a theme mention, sorted by date. */
export function getEvents(theme: ThemeNode): EventNode[] {
  const events = new Set(theme.statements.flatMap((statement) => statement.events));
  return [...events].toSorted(byDateThenId((event) => event.data.date.edtf));
}

/** Returns the actors of statements with the number of statements, most first. */
function countActors(statements: readonly StatementNode[]) {
  const counts = new Map<ActorNode, number>();
  for (const statement of statements) for (const actor of getActors(statement)) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return [...counts]
    .toSorted(([a, countA], [b, countB]) => countB - countA || compareCodeUnits(a.id, b.id))
    .map(([{ id, data }, count]) => ({ name: data.names.en, address: actorPath(id), side: data.side, count }));
}

/** Splits statements into those with most relations and the others, both by number. One alone is not folded. */
function splitByWeight(statements: readonly StatementNode[], open: number) {
  const ranked = statements.toSorted((a, b) => b.relations.length - a.relations.length || a.data.n - b.data.n);
  const shown = new Set(ranked.slice(0, statements.length === open + 1 ? open + 1 : open));
  const list = (isShown: boolean) => statements.filter((statement) => shown.has(statement) === isShown).map(statementListItem);
  return { open: list(true), folded: list(false) };
}

interface Strip {
  label: string;
  count: number;
}

/** “Four of the five articles speak on it, in 30 statements.” */
function coverageSentence(strips: readonly Strip[]): string {
  const speaking = strips.filter(({ count }) => count > 0);
  const total = pluralize(
    speaking.reduce((sum, { count }) => sum + count, 0),
    'statement',
  );
  if (speaking.length === strips.length)
    return `${strips.length === 2 ? 'Both' : `All ${numberToWords(strips.length)}`} articles speak on it, in ${total}.`;
  if (speaking.length === 1) return `Only ${speaking[0]!.label} speaks on it, in ${total}.`;
  return `${capitalize(numberToWords(speaking.length))} of the ${numberToWords(strips.length)} articles speak on it, in ${total}.`;
}

/** “Socialbites 2024 says most: 14 of 31 statements” */
function findMost(strips: readonly Strip[], total: number): string {
  const max = Math.max(...strips.map(({ count }) => count));
  const most = strips.filter(({ count }) => count === max).map(({ label }) => label);
  const silent = strips.filter(({ count }) => count === 0).map(({ label }) => label);
  const first =
    most.length > 1
      ? `${formatList(most)} say most: ${max} of ${total} statements each`
      : `${most[0]} says most: ${max} of ${total} statements`;
  return silent.length > 0 ? `${first}. ${formatList(silent)} ${silent.length > 1 ? 'say' : 'says'} nothing` : first;
}
