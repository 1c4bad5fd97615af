import type { ActorNode, EntryNode, EventNode, StatementNode, TheRecord, ThemeNode } from '../record/model.ts';
import { byDateThenId, compareCodeUnits } from '../record/sort.ts';
import { actorPath } from '../paths/paths.ts';
import { capitalize, formatList, numberToWords, pluralize } from '../text/english.ts';
import { getActors, articleGroups, presenceStrips } from './presence.ts';
import { eventListItem } from './list-items.ts';

/** The number of statements in sight at first, over all articles. */
const OPEN_STATEMENTS = 8;

/** Returns the data for the page of a theme. */
export function themePage(theme: ThemeNode, record: TheRecord) {
  const { statements, data } = theme;
  const counts = record.entries.map((entry) => ({
    label: entry.data.label,
    count: statements.filter((statement) => statement.entry === entry).length,
    voice: voiceOn(theme, entry),
  }));
  const strips = presenceStrips(record, { spoken: [], relayed: [], mentioned: statements });
  const speaking = counts.filter(({ count }) => count > 0).length;
  const events = getEvents(theme)
    .map((event) => ({ event, count: statements.filter((statement) => statement.events.includes(event)).length }))
    .toSorted((a, b) => b.count - a.count)
    .map(({ event, count }) => ({ ...eventListItem(event), part: pluralize(count, 'statement') }));
  return {
    lede: `${data.scope} ${coverageSentence(counts, statements.length)}`,
    finding: findMost(counts, statements.length),
    strips: strips.map((strip) => ({ ...strip, counts: `${strip.subset.size} of ${strip.cells.length}` })),
    contents: [
      { id: 'in-the-articles', name: 'At a glance' },
      { id: 'overview', name: 'Overview' },
      { id: 'questions', name: 'Questions', count: theme.questions.length },
      { id: 'statements', name: 'Statements', count: statements.length },
      ...(events.length > 0 ? [{ id: 'events', name: 'Events', count: events.length }] : []),
      { id: 'actors', name: 'People and organisations' },
    ],
    groups: articleGroups(statements, Math.ceil(OPEN_STATEMENTS / Math.max(1, speaking))),
    events,
    actors: countActors(statements),
  };
}

/**
 * Returns how an article speaks on a theme: in statements, only in answers that rest on statements on other themes, or not at all.
 * Undefined if it has no statement and is not yet read against all questions.
 */
export function voiceOn({ statements, questions }: ThemeNode, entry: EntryNode): 'statements' | 'answers' | 'silent' | undefined {
  const positions = questions.flatMap((question) => question.positions.filter((position) => position.entry === entry));
  if (statements.some((statement) => statement.entry === entry)) return 'statements';
  if (positions.some(({ text }) => text)) return 'answers';
  return positions.some(({ unread }) => unread) ? undefined : 'silent';
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

type Counts = readonly { label: string; count: number; voice: ReturnType<typeof voiceOn> }[];

/** Formats how many articles have statements on a theme: “Four of the five articles have statements on it: 30 in total.” */
function coverageSentence(counts: Counts, total: number): string {
  const speaking = counts.filter(({ count }) => count > 0);
  const number = numberToWords(counts.length);
  if (speaking.length === 1) return `Only ${speaking[0]!.label} has statements on it: ${total}.`;
  const articles =
    speaking.length < counts.length
      ? `${capitalize(numberToWords(speaking.length))} of the ${number} articles`
      : `${counts.length === 2 ? 'Both' : `All ${number}`} articles`;
  return `${articles} have statements on it: ${total} in total.`;
}

/** Formats who says most on a theme, and who has no statement on it: “Socialbites 2024 says most: 14 of 31 statements. TASS 2026 answers only with statements on other themes. Sputnik 2016 has none” */
function findMost(counts: Counts, total: number): string {
  const max = Math.max(...counts.map(({ count }) => count));
  const most = counts.filter(({ count }) => count === max).map(({ label }) => label);
  const sentence = (voice: 'answers' | 'silent', singular: string, plural: string) => {
    const labels = counts.filter((each) => each.voice === voice).map(({ label }) => label);
    return labels.length > 0 ? `. ${formatList(labels)} ${labels.length > 1 ? plural : singular}` : '';
  };
  const first =
    most.length > 1
      ? `${formatList(most)} say most: ${max} of ${total} statements each`
      : `${most[0]} says most: ${max} of ${total} statements`;
  const only = 'only with statements on other themes';
  return first + sentence('answers', `answers ${only}`, `answer ${only}`) + sentence('silent', 'has none', 'have none');
}
