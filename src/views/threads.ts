import { getYear } from '../dates/bounds.ts';
import { formatDate } from '../dates/format.ts';
import type { RelationNode, StatementNode, TheRecord } from '../record/model.ts';
import { byEntryThenNumber } from '../record/sort.ts';
import { formatList, pluralize } from '../text/english.ts';
import { voiceOf } from './voice.ts';

/** A relation that the home page names, with several earlier statements if one later statement reports on them all. */
export interface Thread {
  kind: 'answers' | 'updates' | 'contradicts';
  kicker: string;
  /** The finding, as a heading. */
  title: string;
  /** Where the statements are: “TASS 2026, 29 › 43”. */
  facts: string;
  earlier: StatementNode[];
  later: StatementNode;
}

/** Returns the named relations: a forecast with its outcome, the update after the longest time, and a contradiction. A kind may be missing. */
export const namedThreads = (record: TheRecord): Thread[] => [answer(record), update(record), contradiction(record)].flat();

/** The first reported outcome. A forecast in the speaker's own article comes before one that is passed on. */
function answer({ relations }: TheRecord): Thread[] {
  const [first, ...others] = relations.filter(({ data }) => data.kind === 'answers');
  if (!first) return [];
  const { from: later } = first;
  const earlier = [first, ...others.filter(({ from }) => from === later)]
    .map(({ to }) => to)
    .toSorted((a, b) => a.via.length - b.via.length || byEntryThenNumber(a, b));
  const { horizon } = earlier[0]!.data;
  const due = horizon?.edtf ? `for ${formatDate(horizon.edtf)}` : `in ${earlier[0]!.entry.data.label}`;
  const outcome =
    first.data.outcome === 'not-met'
      ? 'reported as not met'
      : later.data.date.edtf
        ? `reported for ${formatDate(later.data.date.edtf)}`
        : `reported in ${later.entry.data.label}`;
  return [thread('answers', 'Forecast and outcome', `Forecast ${due}, ${outcome}`, earlier, later)];
}

/** The update over the most years between voices of different sides; of several, the one of the first theme. */
function update({ relations, themes }: TheRecord): Thread[] {
  const sharedTheme = ({ from, to }: RelationNode) => themes.findIndex((theme) => [from, to].every((each) => each.themes.includes(theme)));
  const [best] = relations
    .filter((relation) => relation.data.kind === 'updates' && hasTwoSides(relation) && sharedTheme(relation) >= 0)
    .toSorted((a, b) => yearsOf(b) - yearsOf(a) || sharedTheme(a) - sharedTheme(b));
  if (!best) return [];
  const title = `${themes[sharedTheme(best)]!.data.title}, ${pluralize(yearsOf(best), 'year')} later`;
  return [thread('updates', 'Change over time', title, [best.to], best.from)];
}

/** The contradiction between voices of different sides of which the articles quote the most. */
function contradiction({ relations }: TheRecord): Thread[] {
  const quoted = ({ from, to }: RelationNode) => [from, to].filter((statement) => longestQuote(statement) !== undefined).length;
  const [best] = relations
    .filter(({ data }) => data.kind === 'contradicts')
    .toSorted((a, b) => Number(hasTwoSides(b)) - Number(hasTwoSides(a)) || quoted(b) - quoted(a));
  if (!best) return [];
  const [earlier, later] = [best.to, best.from].toSorted(byEntryThenNumber) as [StatementNode, StatementNode];
  const title =
    quoted(best) === 2 ? `${longestQuote(earlier)}, or ${longestQuote(later)}?` : `${voiceOf(earlier).names}, or ${voiceOf(later).names}?`;
  return [thread('contradicts', 'Contradiction', title, [earlier], later)];
}

function thread(kind: Thread['kind'], kicker: string, title: string, earlier: StatementNode[], later: StatementNode): Thread {
  const numbers = formatList(earlier.toSorted(byEntryThenNumber).map(({ data }) => `${data.n}`));
  const { label } = later.entry.data;
  const from = `${earlier[0]!.entry.data.label}, ${numbers}`;
  const facts = `${from} › ${earlier[0]!.entry === later.entry ? '' : `${label}, `}${later.data.n}`;
  return { kind, kicker, title, facts, earlier, later };
}

const hasTwoSides = ({ from, to }: RelationNode) => voiceOf(from).speakers[0] !== voiceOf(to).speakers[0];

const yearOf = ({ entry }: StatementNode) => getYear(entry.data.source.published.edtf) ?? 0;
const yearsOf = ({ from, to }: RelationNode) => yearOf(from) - yearOf(to);

/** Maximum number of characters of a quotation in a heading. */
const MAX_QUOTE = 40;

/** Returns the longest words of a speaker that fit a heading, in quotation marks. */
function longestQuote({ data: { quotes } }: StatementNode): string | undefined {
  const [longest] = quotes
    .filter(({ kind, words }) => kind === 'direct' && words.length <= MAX_QUOTE)
    .toSorted((a, b) => b.words.length - a.words.length);
  return longest && `“${longest.words}”`;
}
