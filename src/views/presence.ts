import { formatDate } from '../dates/format.ts';
import { entryPath, statementPath } from '../paths/paths.ts';
import type { EntryNode, StatementNode, TheRecord, ActorNode } from '../record/model.ts';
import type { RelationKind } from '../schema/statement.ts';
import { bothOrAll, capitalize, formatList, numberToWords, pluralize } from '../text/english.ts';
import { formatNumbers } from '../text/labels.ts';
import { type Link, statementListItem, type StatementListItem } from './list-items.ts';
import { voiceCells, VOICE_GROUPS, voiceGroup, type VoiceCell, voiceOf } from './voice.ts';
import { byEntryThenNumber, compareCodeUnits } from '../record/sort.ts';

/** An article with its date, as the head of a strip or a list. */
export interface DatedArticle extends Link {
  /** The day of publication in words. */
  published: string;
}

export const datedArticle = ({ id, data }: EntryNode): DatedArticle => ({
  name: data.label,
  address: entryPath(id),
  published: formatDate(data.source.published.edtf, data.source.published.basis),
});

/** The statements of one article, with those marked that concern somebody or something. */
export interface PresenceStrip extends DatedArticle {
  /** Counts in words: “speaks in 2, mentioned in 8”. */
  counts: string;
  cells: VoiceCell[];
  /** Ids of the statements that are drawn. */
  subset: Set<string>;
  /** Ids of the statements in which it speaks itself. */
  spoken: Set<string>;
}

/** How statements concern an actor. A place has mentions only. Each statement counts once, in the first list that has it. */
export interface Presence {
  spoken: readonly StatementNode[];
  relayed: readonly StatementNode[];
  mentioned: readonly StatementNode[];
}

/** The maximum number of strips. More articles are named without a strip. */
const MAX_STRIPS = 8;

/**
 * Returns a strip for each article. In a large Record, only the articles with the most statements have one.
 *
 * @param none the words for an article without a statement
 */
export function presenceStrips({ entries }: Pick<TheRecord, 'entries'>, presence: Presence, none = 'not mentioned'): PresenceStrip[] {
  const all = new Set([...presence.spoken, ...presence.relayed, ...presence.mentioned]);
  const strips = entries.map((entry) => {
    const concerned = entry.statements.filter((statement) => all.has(statement));
    return {
      ...datedArticle(entry),
      counts: countParts(presence, entry) || none,
      cells: voiceCells(entry.statements),
      subset: new Set(concerned.map(({ id }) => id)),
      spoken: new Set(presence.spoken.map(({ id }) => id)),
    };
  });
  if (strips.length <= MAX_STRIPS) return strips;
  const shown = new Set(strips.toSorted((a, b) => b.subset.size - a.subset.size).slice(0, MAX_STRIPS));
  return strips.filter((strip) => shown.has(strip));
}

/** Counts statements by part, all or those of an entry: “speaks in 2, mentioned in 8”. Returns an empty string if there is none. */
export function countParts({ spoken, relayed, mentioned }: Presence, entry?: EntryNode): string {
  const count = (statements: readonly StatementNode[]) => statements.filter((each) => !entry || each.entry === entry).length;
  const parts = [
    ['speaks in', count(spoken)],
    ['passes on', count(relayed)],
    ['mentioned in', count(mentioned)],
  ] as const;
  return parts.flatMap(([part, length]) => (length > 0 ? [`${part} ${length}`] : [])).join(', ');
}

/** Returns the statements of an actor by its part in them, each once. */
export function presenceOf(actor: ActorNode): Presence {
  const spoken = actor.statementsMade;
  const relayed = actor.statementsRelayed.filter((statement) => !spoken.includes(statement));
  const mentioned = actor.mentionedIn.filter((statement) => !spoken.includes(statement) && !relayed.includes(statement));
  return { spoken: sorted(spoken), relayed: sorted(relayed), mentioned: sorted(mentioned) };
}

const sorted = (statements: readonly StatementNode[]) => statements.toSorted(byEntryThenNumber);

/**
 * Returns who makes the most of some statements: “Japanese voices make 14 of the 24 mentions, Russian voices six”.
 *
 * @param noun what they are, in the singular: 'mention'
 * @param which words after the noun: ' passed on'
 */
export function findVoices(statements: readonly StatementNode[], noun: string, which = ''): string {
  const total = statements.length;
  const counts = [...Map.groupBy(statements, (statement) => voiceGroup(voiceOf(statement).speakers))]
    .map(([group, { length }]) => ({ length, words: VOICE_GROUPS[group][length === 1 ? 'one' : 'many'] }))
    .toSorted((a, b) => b.length - a.length);
  const [first, second] = counts;
  if (!first) return `No ${noun}${which}`;
  if (total === 1) return `The only ${noun}${which} comes from ${first.words}`;
  if (!second) return `${capitalize(bothOrAll(total))} ${noun}s${which} come from ${first.words}`;
  if (first.length === 1) return `${capitalize(formatList(counts.map(({ words }) => words)))} make one ${noun} each`;
  return `${capitalize(first.words)} make ${numberToWords(first.length)} of the ${numberToWords(total)} ${noun}s${which}, ${second.words} ${numberToWords(second.length)}`;
}

/** Statements of one article in a list. */
export interface ArticleGroup {
  article: DatedArticle;
  count: number;
  /** Those that are shown, by number. */
  open: StatementListItem[];
  /** Those that show on request. */
  folded: StatementListItem[];
  /** Those after them, as links. */
  more: { n: number; address: string }[];
  /** “6 more from Sputnik 2016: 2, 24, 26” */
  summary: string;
}

/** The weight of a relation: what readers must not miss. */
const WEIGHTS: Record<RelationKind, number> = { contradicts: 5, answers: 5, updates: 3, qualifies: 2, corroborates: 2 };

/** The number of statements that an article shows, and the number of those that show on request. */
const MAX_OPEN = 3;
const MAX_FOLDED = 5;
/** Longer lists show two of each article, and those on request as numbers alone: their texts would be a long download. */
const MAX_WITH_TEXTS = 40;

/** Groups statements by article. Those with the weightiest relations are shown, and one more than `maxOpen` if it is the last. */
export function articleGroups(
  statements: readonly StatementNode[],
  maxOpen = statements.length > MAX_WITH_TEXTS ? 2 : MAX_OPEN,
): ArticleGroup[] {
  const maxFolded = statements.length > MAX_WITH_TEXTS ? 0 : MAX_FOLDED;
  return [...Map.groupBy(statements, ({ entry }) => entry)].map(([entry, group]) => {
    const shown = new Set(group.length <= maxOpen + 1 ? group : heaviest(group).slice(0, maxOpen));
    const rest = group.filter((statement) => !shown.has(statement));
    return {
      article: datedArticle(entry),
      count: group.length,
      open: group.filter((statement) => shown.has(statement)).map(statementListItem),
      folded: rest.slice(0, maxFolded).map(statementListItem),
      more: rest.slice(maxFolded).map(({ id, data }) => ({ n: data.n, address: statementPath(id) })),
      summary: `${rest.length} more from ${entry.data.label}: ${formatNumbers(rest.map(({ data }) => data.n))}`,
    };
  });
}

/** Sorts statements by the weight of their relations; equal ones keep their order. */
export const heaviest = (statements: readonly StatementNode[]): StatementNode[] => statements.toSorted((a, b) => weightOf(b) - weightOf(a));

/** Counts statements and their articles: “24 statements in four articles”. */
export function countStatements(statements: readonly StatementNode[]): string {
  const articles = new Set(statements.map(({ entry }) => entry)).size;
  return `${pluralize(statements.length, 'statement')} in ${articles === 1 ? 'one article' : `${numberToWords(articles)} articles`}`;
}

/** Returns the actors of a statement: named speakers, relays and the actors it is about, each once. */
export function getActors(statement: StatementNode): ActorNode[] {
  const speakers = [...statement.speakers, ...statement.via.flat()].flatMap(({ actor }) => (actor ? [actor] : []));
  return [...new Set([...speakers, ...statement.actors])];
}

/** Returns the statements that an actor makes, relays or is mentioned in, in the order of the Record. */
export function getStatements(actor: ActorNode): StatementNode[] {
  return [...new Set([...actor.statementsMade, ...actor.statementsRelayed, ...actor.mentionedIn])].toSorted(byEntryThenNumber);
}

/** Returns the actors in the same statements as an actor, most frequent first. */
export function coOccurringActors(actor: ActorNode): { actor: ActorNode; statements: StatementNode[] }[] {
  const pairs = getStatements(actor).flatMap((statement) => getActors(statement).map((other) => ({ other, statement })));
  return [...Map.groupBy(pairs, ({ other }) => other)]
    .filter(([other]) => other !== actor)
    .map(([other, group]) => ({ actor: other, statements: group.map(({ statement }) => statement) }))
    .toSorted((a, b) => b.statements.length - a.statements.length || compareCodeUnits(a.actor.id, b.actor.id));
}

const weightOf = ({ relations }: StatementNode) => relations.reduce((sum, { data }) => sum + WEIGHTS[data.kind], 0);
