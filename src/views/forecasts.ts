import { getBounds } from '../dates/bounds.ts';
import { formatDate } from '../dates/format.ts';
import type { RelationNode, StatementNode, TheRecord } from '../record/model.ts';
import { byEntryThenNumber } from '../record/sort.ts';
import type { Outcome } from '../schema/statement.ts';
import { capitalize, numberToWords } from '../text/english.ts';
import { relationFrom, type RelationListItem } from './relations.ts';
import { statementListItem, type StatementListItem } from './list-items.ts';

/** The groups of forecasts, in the order of the page. `rule` says which forecasts a group has. */
export const forecastGroups = {
  reported: {
    title: 'Reported as forecast',
    rule: 'A later statement reports that the event came about, in whole or in part.',
  },
  late: {
    title: 'Reported later than forecast',
    rule: 'A later statement reports the event, but dates it after the time that the forecast names.',
  },
  otherwise: { title: 'Reported otherwise than forecast', rule: 'A later statement reports another outcome.' },
  contradicted: {
    title: 'Contradicted',
    rule: 'Another statement of the same article or of a later one contradicts the forecast. None reports an outcome.',
  },
  touched: {
    title: 'A later article returns to the matter',
    rule: 'A statement of a later article updates, corroborates or qualifies the forecast. None reports an outcome.',
  },
  open: {
    title: 'Open: no later article returns to it',
    rule: 'No statement of a later article is linked to the forecast, and none reports an outcome.',
  },
} as const;

export type ForecastGroup = keyof typeof forecastGroups;

/** A forecast with what later statements make of it. */
export interface ForecastListItem {
  statement: StatementNode;
  line: StatementListItem;
  /** The forecast in a few words. */
  label: string;
  group: ForecastGroup;
  /** Whether a later statement reports the outcome. */
  hasOutcome: boolean;
  outcome?: Outcome;
  /** The day on which it was said, in words; undefined if the article does not give it. A publication date is not a date of saying. */
  said?: string;
  /** The day of publication, in words. */
  published: string;
  /** By when, in words; undefined if it names no time. */
  horizon?: string;
  condition?: string;
  /** Relations to later statements, earliest first, with these statements in a few words. */
  later: (RelationListItem & { words: string; statement: StatementNode; outcome?: Outcome })[];
}

export type Forecasts = ReturnType<typeof forecasts>;

/** Returns every forecast in its group, in the order of the Record. Groups without a forecast are left out. */
export function forecasts(record: TheRecord) {
  const all = record.statements.filter(({ data }) => data.kind === 'forecast').map(forecastListItem);
  const groups = Object.entries(forecastGroups)
    .map(([id, { title, rule }]) => ({ id, title, rule, forecasts: all.filter(({ group }) => group === id) }))
    .filter(({ forecasts: own }) => own.length > 0);
  const last = record.entries.at(-1);
  const open = groups.find(({ id }) => id === 'open');
  const inLast = open?.forecasts.filter(({ statement }) => statement.entry === last).length ?? 0;
  return {
    title: findingOf(all),
    all,
    groups,
    times: timesOf(all),
    /** How many have no outcome, and how many of these no later article mentions: “For 50 of them, …” */
    outcomes: `For ${all.filter(({ hasOutcome }) => !hasOutcome).length} of them, no article reports an outcome.${open ? ` Of these, ${open.forecasts.length} ${open.forecasts.length === 1 ? 'is' : 'are'} open: no later article returns to ${open.forecasts.length === 1 ? 'it' : 'them'}.` : ''}`,
    /** How many open forecasts are in the last article: “Eight of them are in TASS 2026, …” */
    inLast:
      inLast > 0 &&
      `${capitalize(numberToWords(inLast))} of them ${inLast === 1 ? 'is' : 'are'} in ${last!.data.label}, the last article: no later one can return to ${inLast === 1 ? 'it' : 'them'} yet.`,
    hasJoint: all.some(({ line }) => line.voice.speakers.length > 1),
  };
}

/** Returns a forecast with its group. If later statements report several outcomes, the earliest published one decides. */
export function forecastListItem(statement: StatementNode): ForecastListItem {
  const { data, entry } = statement;
  const { published } = entry.data.source;
  const relations = statement.relations
    .filter((relation) => isLater(relation, statement))
    .toSorted((a, b) => byEntryThenNumber(otherOf(a, statement), otherOf(b, statement)));
  const line = statementListItem(statement);
  const answer = findAnswer(statement, relations);
  return {
    statement,
    line,
    label: labelOf(statement),
    group: groupOf(statement, relations),
    hasOutcome: answer !== undefined,
    ...(answer?.data.outcome && { outcome: answer.data.outcome }),
    ...(data.said?.edtf && { said: formatDate(data.said.edtf, data.said.basis) }),
    published: formatDate(published.edtf, published.basis),
    ...(line.horizon !== 'none given' && line.horizon && { horizon: line.horizon }),
    ...(data.condition && { condition: data.condition }),
    later: relations.map((relation) => ({
      ...relationFrom(relation, statement),
      words: labelOf(otherOf(relation, statement)),
      ...(relation.data.outcome && { outcome: relation.data.outcome }),
      statement: otherOf(relation, statement),
    })),
  };
}

/** The number of forecasts of a group above which some are folded, and how many are then shown. */
const [MAX_UNFOLDED, SHOWN] = [6, 4];

/** Divides a long group into the forecasts that are shown and those that are folded, with a summary that names them. */
export function foldForecasts(all: readonly ForecastListItem[]) {
  const count = all.length > MAX_UNFOLDED ? SHOWN : all.length;
  const folded = all.slice(count);
  return { shown: all.slice(0, count), folded, summary: `Show ${folded.length} more: ${summarize(folded)}` };
}

/** Returns which times forecasts name: 'Ten name a date, the last in 2017. Six name a time only in words, such as ‘gradually’.' */
function timesOf(all: readonly ForecastListItem[]): string {
  const timed = all.filter(({ horizon }) => horizon);
  const ends = timed.map(({ statement }) => getBounds(statement.data.horizon?.edtf ?? null).to);
  const dates = ends.filter((day) => day !== null).toSorted();
  const vague = timed.filter((_, index) => ends[index] === null);
  const name = (count: number, what: string) =>
    count > 0 ? [`${capitalize(numberToWords(count))} ${count === 1 ? 'names' : 'name'} ${what}.`] : [];
  const sentences = [
    ...name(dates.length, `a date, the last in ${dates.at(-1)?.slice(0, 4)}`),
    ...name(vague.length, `a time only in words, such as ${vague[0]?.horizon}`),
  ];
  return sentences.join(' ') || 'None names a time.';
}

function groupOf(statement: StatementNode, relations: readonly RelationNode[]): ForecastGroup {
  const answer = findAnswer(statement, relations);
  const { outcome } = answer?.data ?? {};
  if (outcome === 'met' || outcome === 'partly') return 'reported';
  if (answer && outcome === 'overtaken' && isAfterHorizon(answer.from, statement)) return 'late';
  if (answer) return 'otherwise';
  if (relations.some(({ data }) => data.kind === 'contradicts')) return 'contradicted';
  return relations.length > 0 ? 'touched' : 'open';
}

const findAnswer = (statement: StatementNode, relations: readonly RelationNode[]) =>
  relations.find(({ data, to }) => data.kind === 'answers' && to === statement);

/** Returns whether the other statement is in a later article, or in the same one and answers, updates or contradicts this one. */
function isLater(relation: RelationNode, statement: StatementNode): boolean {
  const other = otherOf(relation, statement);
  if (other.entry !== statement.entry) return byEntryThenNumber(other, statement) > 0;
  return relation.to === statement && ['answers', 'updates', 'contradicts'].includes(relation.data.kind);
}

/** Returns whether what a statement reports began after the last day of the forecast's horizon. */
function isAfterHorizon({ data: report }: StatementNode, { data: forecast }: StatementNode): boolean {
  const [reported, until] = [getBounds(report.date.edtf).from, getBounds(forecast.horizon?.edtf ?? null).to];
  return reported !== null && until !== null && reported > until;
}

const otherOf = ({ from, to }: RelationNode, statement: StatementNode) => (from === statement ? to : from);

const labelOf = ({ data }: StatementNode) => data.label ?? data.text;

function findingOf(all: readonly ForecastListItem[]): string {
  const outcomes = all.filter(({ hasOutcome }) => hasOutcome).length;
  const touched = all.filter(({ later }) => later.length > 0).length - outcomes;
  const total = `${numberToWords(all.length)} forecast${all.length === 1 ? '' : 's'}`;
  const isLate = all.every(({ hasOutcome, group }) => !hasOutcome || group === 'late');
  const reported =
    outcomes === 0
      ? `The articles report no outcome for ${total}`
      : `The articles report an outcome for ${numberToWords(outcomes)} of ${total}${isLate ? ', later than forecast' : ''}`;
  if (touched === 0) return reported;
  return `${reported}; other statements are linked to ${numberToWords(touched)} ${outcomes === 0 ? 'of them' : 'more'}`;
}

/** Names up to three forecasts: “A; B; C and others”. */
const summarize = (all: readonly ForecastListItem[]) =>
  all
    .slice(0, 3)
    .map(({ label }) => label)
    .join('; ') + (all.length > 3 ? ' and others' : '');
