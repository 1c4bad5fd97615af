import { siteName } from '../config/site.ts';
import { formatDate } from '../dates/format.ts';
import {
  type ActorNode,
  corpusSummary,
  type EntryNode,
  type RelationNode,
  type StatementNode,
  type ThemeNode,
  type TheRecord,
} from '../record/model.ts';
import { questionPath, themePath } from '../paths/paths.ts';
import { bothOrAll, capitalize, formatList, numberToWords, pluralize } from '../text/english.ts';
import { coverage } from './coverage.ts';
import { entryListItem, statementListItem } from './list-items.ts';
import { answerCounts } from './answers.ts';
import { voiceOf } from './voice.ts';
import { voiceOn } from './theme-page.ts';
import { getYear } from '../dates/bounds.ts';
import { byEntryThenNumber } from '../record/sort.ts';
import type { Side } from '../schema/items.ts';

/** Returns the data for the home page. */
export function homePage(record: TheRecord) {
  const { missing } = coverage(record);
  const { number, years } = corpusSummary(record);
  const threads = namedThreads(record);
  return {
    title: siteName,
    description: `${capitalize(number)} articles, ${years}, taken apart into ${record.statements.length} statements. Each is shown with its speaker, the outlet that passed it on, its date and its paragraph, next to what the other articles say.`,
    pairs: threads.map((thread, index) => pair(thread, index + 1)),
    silence: silence(record),
    entries: record.entries.map(entryListItem),
    themes: record.themes.map((theme) => themeRow(theme, record.entries)),
    themesTitle: `${capitalize(numberToWords(record.themes.length))} themes, ${pluralize(missing.questions, 'question')}`,
    example: example(record, threads),
    // What is missing from the Record, in two sentences.
    gaps: `${capitalize(number)} articles are not a history. Apart from forecasts, nothing that they date began in ${formatList(missing.emptyYears, 'or')}. For ${missing.openForecasts} of ${pluralize(missing.forecasts, 'forecast')}, no article reports an outcome.`,
  };
}

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
export const namedThreads = (record: TheRecord): Thread[] =>
  [outcomeThreads(record), updateThreads(record), contradictionThreads(record)].flat();

/** Maximum number of characters of a quotation in a heading. */
const MAX_QUOTE = 40;

/** Words for a voice and for an outlet of a side. */
const VOICE_WORDS: Record<Side, [voice: string, outlet: string]> = {
  japan: ['a Japanese voice', 'a Japanese outlet'],
  russia: ['a Russian voice', 'a Russian outlet'],
  third: ['a voice neither Japanese nor Russian', 'an outlet neither Japanese nor Russian'],
};

/**
 * Returns the title and the subtitle of the picture of the Record. The title counts the statements that are passed on, and names the voice
 * that speaks the largest share of an article whose publisher is of another side. Without such a voice, it has the numbers of statements and links.
 */
export function glanceFinding(record: TheRecord): { title: string; subtitle: string } {
  const { entries, statements, relations } = record;
  const counts = `${pluralize(statements.length, 'statement')} of ${pluralize(entries.length, 'article')}`;
  const subtitle = 'Each cell is one statement, in the order of its article.';
  const [best] = entries.flatMap(guestVoices).toSorted((a, b) => b.share - a.share);
  if (!best) return { title: `${counts} and ${pluralize(relations.length, 'link')} between them`, subtitle };
  const { entry, actor, relayed } = best;
  const passedOn = statements.filter(({ via }) => via.length > 0).length;
  const [voice, outlet] = [VOICE_WORDS[actor.data.side][0], VOICE_WORDS[entry.publisher.data.side][1]];
  return {
    title: `${passedOn} of the ${pluralize(statements.length, 'statement')} ${passedOn === 1 ? 'is' : 'are'} passed on: in ${entry.data.label}, ${outlet} passes on ${relayed} by ${voice}, ${actor.data.names.en}`,
    subtitle: `${counts}. ${subtitle}`,
  };
}

/** Returns a named relation with two statements. Of several forecasts with one outcome, it has the first. */
const pair = ({ kind, kicker, title, earlier, later }: Thread, number: number) => ({
  kind,
  kicker,
  title,
  number,
  statements: [earlier[0]!, later].map((statement) => ({ ...statementListItem(statement), published: publishedOf(statement) })),
});

const publishedOf = ({ entry: { data } }: StatementNode) => formatDate(data.source.published.edtf);

/** Returns what the articles do not say: how often, how evenly, and the question that the fewest answer. */
function silence(record: TheRecord) {
  const counts = answerCounts(record);
  const questions = record.themes.flatMap((theme) => theme.questions);
  const answeredBy = (positions: (typeof questions)[number]['positions']) => positions.filter(({ text }) => text);
  const total = record.entries.length;
  const inAll = questions.filter(({ positions }) => answeredBy(positions).length === total).length;
  const [fewest] = questions.toSorted((a, b) => answeredBy(a.positions).length - answeredBy(b.positions).length);
  const absent = record.themes
    .map((theme) => ({
      theme,
      entries: record.entries.filter((entry) => voiceOn(theme, entry) === 'silent'),
    }))
    .find(({ entries }) => entries.length > 0);
  return {
    title: `${capitalize(numberToWords(total))} articles, ${pluralize(counts.questions, 'question')}: ${counts.silences} of ${total * counts.questions} answers ${counts.silences === 1 ? 'is' : 'are'} missing`,
    inAll: `${capitalize(numberToWords(inAll))} ${inAll === 1 ? 'question is' : 'questions are'} answered by ${bothOrAll(total)} articles.`,
    ...(fewest && {
      question: { name: fewest.data.question, address: questionPath(fewest.theme.id, fewest.id) },
      answers: `Answered by ${formatList(answeredBy(fewest.positions).map(({ entry }) => entry.data.label)) || 'none'}${answeredBy(fewest.positions).length === 1 ? ' alone' : ''}.`,
    }),
    ...(absent && {
      theme: { name: absent.theme.data.title, address: themePath(absent.theme.id) },
      absent: `${formatList(absent.entries.map(({ data }) => data.label))} ${absent.entries.length === 1 ? 'has' : 'have'} no statement on the theme`,
    }),
  };
}

/** Returns a theme with a cell for each article: who wrote it, if it answers a question of the theme. */
function themeRow({ id, data, questions }: ThemeNode, entries: readonly EntryNode[]) {
  const answers = (entry: EntryNode) =>
    questions.some(({ positions }) => positions.some((position) => position.entry === entry && position.text));
  const cells = entries.map((entry) => ({
    label: entry.data.label,
    voice: answers(entry)
      ? voiceOf({ speakers: (entry.authors.length > 0 ? entry.authors : [entry.publisher]).map((actor) => ({ actor })) })
      : undefined,
  }));
  return {
    name: data.title,
    address: themePath(id),
    cells,
    text: formatList(cells.filter(({ voice }) => voice).map(({ label }) => label)) || 'no article',
  };
}

/** Returns a statement as an example: that of a named relation with the most parts to explain. */
function example(record: TheRecord, threads: readonly Thread[]) {
  const parts = ({ via, data, relations }: StatementNode) => via.length + data.quotes.length + relations.length;
  const candidates = threads.flatMap(({ earlier, later }) => [...earlier, later]);
  const [statement] = (candidates.length > 0 ? candidates : record.statements).toSorted((a, b) => parts(b) - parts(a));
  return (
    statement && { ...statementListItem(statement), published: publishedOf(statement), outlet: statement.entry.publisher.data.names.en }
  );
}

/** Returns the first reported outcome. A forecast in the speaker's own article comes before one that is passed on. */
function outcomeThreads({ relations }: TheRecord): Thread[] {
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
  const event = later.events[0]?.data;
  const forecast = event ? `${event.label ?? event.title}: forecast` : 'Forecast';
  return [toThread('answers', 'Forecast and outcome', `${forecast} ${due}, ${outcome}`, earlier, later)];
}

/** Returns the update over the most years between voices of different sides; of several, the one of the first theme. */
function updateThreads({ relations, themes }: TheRecord): Thread[] {
  const sharedTheme = ({ from, to }: RelationNode) => themes.findIndex((theme) => [from, to].every((each) => each.themes.includes(theme)));
  const [best] = relations
    .filter((relation) => relation.data.kind === 'updates' && hasTwoSides(relation) && sharedTheme(relation) >= 0)
    .toSorted((a, b) => yearsOf(b) - yearsOf(a) || sharedTheme(a) - sharedTheme(b));
  if (!best) return [];
  const title = `${themes[sharedTheme(best)]!.data.title}, ${pluralize(yearsOf(best), 'year')} later`;
  return [toThread('updates', 'Change over time', title, [best.to], best.from)];
}

/** Returns the contradiction between voices of different sides of which the articles quote the most. */
function contradictionThreads({ relations }: TheRecord): Thread[] {
  const quoted = ({ from, to }: RelationNode) => [from, to].filter((statement) => longestQuote(statement) !== undefined).length;
  const [best] = relations
    .filter(({ data }) => data.kind === 'contradicts')
    .toSorted((a, b) => Number(hasTwoSides(b)) - Number(hasTwoSides(a)) || quoted(b) - quoted(a));
  if (!best) return [];
  const [earlier, later] = [best.to, best.from].toSorted(byEntryThenNumber) as [StatementNode, StatementNode];
  const title =
    quoted(best) === 2 ? `${longestQuote(earlier)}, or ${longestQuote(later)}?` : `${voiceOf(earlier).names}, or ${voiceOf(later).names}?`;
  return [toThread('contradicts', 'Contradiction', title, [earlier], later)];
}

function toThread(kind: Thread['kind'], kicker: string, title: string, earlier: StatementNode[], later: StatementNode): Thread {
  const numbers = formatList(earlier.toSorted(byEntryThenNumber).map(({ data }) => `${data.n}`));
  const { label } = later.entry.data;
  const from = `${earlier[0]!.entry.data.label}, ${numbers}`;
  const facts = `${from} › ${earlier[0]!.entry === later.entry ? '' : `${label}, `}${later.data.n}`;
  return { kind, kicker, title, facts, earlier, later };
}

const hasTwoSides = ({ from, to }: RelationNode) => voiceOf(from).speakers[0] !== voiceOf(to).speakers[0];

const yearOf = ({ entry }: StatementNode) => getYear(entry.data.source.published.edtf) ?? 0;

const yearsOf = ({ from, to }: RelationNode) => yearOf(from) - yearOf(to);

/** Returns the longest words of a speaker that fit a heading, in quotation marks. */
function longestQuote({ data: { quotes } }: StatementNode): string | undefined {
  const [longest] = quotes
    .filter(({ kind, words }) => kind === 'direct' && words.length <= MAX_QUOTE)
    .toSorted((a, b) => b.words.length - a.words.length);
  return longest && `“${longest.words}”`;
}

/** Returns the voices of an article that are of another side than its publisher and that it passes on. */
function guestVoices(entry: EntryNode) {
  const speakers = new Set<ActorNode>(entry.statements.flatMap((statement) => statement.speakers.flatMap(({ actor }) => actor ?? [])));
  return [...speakers]
    .filter((actor) => actor.data.side !== entry.publisher.data.side && !entry.authors.includes(actor))
    .map((actor) => {
      const made = entry.statements.filter((statement) => statement.speakers.some((speaker) => speaker.actor === actor));
      const relayed = made.filter(({ via }) => via.length > 0).length;
      return { entry, actor, relayed, share: made.length / entry.statements.length };
    })
    .filter(({ relayed }) => relayed > 0);
}
