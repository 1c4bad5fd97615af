import { siteName } from '../config/site.ts';
import { formatDate } from '../dates/format.ts';
import { corpusSummary } from '../record/corpus-summary.ts';
import type { EntryNode, StatementNode, TheRecord, ThemeNode } from '../record/model.ts';
import { questionPath, themePath } from '../paths/paths.ts';
import { capitalize, formatList, numberToWords, pluralize } from '../text/english.ts';
import { coverage } from './coverage.ts';
import { entryListItem } from './entry-list-item.ts';
import { answerCounts } from './question-list-item.ts';
import { statementListItem } from './statement-list-item.ts';
import { namedThreads, type Thread } from './threads.ts';
import { voiceOf } from './voice.ts';
import { voiceOn } from './theme-page.ts';

/** Returns the data for the home page. */
export function homePage(record: TheRecord) {
  const { missing } = coverage(record);
  const { number, years } = corpusSummary(record);
  const threads = namedThreads(record);
  return {
    title: siteName,
    description: `${capitalize(number)} articles, ${years}, taken apart into ${record.statements.length} statements. Each one is shown with its speaker, the outlet that passed it on, its date and its paragraph, next to what the other articles say.`,
    pairs: threads.map((thread, index) => pair(thread, index + 1)).filter(({ kind }) => kind !== 'updates'),
    silence: silence(record),
    entries: record.entries.map(entryListItem),
    themes: record.themes.map((theme) => themeRow(theme, record.entries)),
    themesTitle: `${capitalize(numberToWords(record.themes.length))} themes, ${pluralize(missing.questions, 'question')}`,
    example: example(record, threads),
    // What is missing from the Record, in two sentences.
    gaps: `${capitalize(number)} articles are not a history: nothing that they report began in ${missing.emptyYears.join(', ')}. For ${missing.openForecasts} of ${pluralize(missing.forecasts, 'forecast')} no article reports an outcome.`,
  };
}

/** A named relation with two statements. Of several forecasts with one outcome, it shows the first. */
const pair = ({ kind, kicker, title, earlier, later }: Thread, number: number) => ({
  kind,
  kicker,
  title,
  number,
  statements: [earlier[0]!, later].map((statement) => ({ ...statementListItem(statement), published: publishedOf(statement) })),
});

const publishedOf = ({ entry: { data } }: StatementNode) => formatDate(data.source.published.edtf);

/** What the articles do not say: how often, how evenly, and the question that the fewest answer. */
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
    inAll: `${capitalize(numberToWords(inAll))} ${inAll === 1 ? 'is' : 'are'} answered by all ${numberToWords(total)}.`,
    ...(fewest && {
      question: { name: fewest.data.question, address: questionPath(fewest.theme.id, fewest.id) },
      answers: `Answered by ${formatList(answeredBy(fewest.positions).map(({ entry }) => entry.data.label)) || 'none'}${answeredBy(fewest.positions).length === 1 ? ' alone' : ''}.`,
    }),
    ...(absent && {
      theme: { name: absent.theme.data.title, address: themePath(absent.theme.id) },
      absent: `${formatList(absent.entries.map(({ data }) => data.label))} ${absent.entries.length === 1 ? 'says' : 'say'} nothing on this theme:`,
    }),
  };
}

/** A theme with a cell for each article: who wrote it, if it answers a question of the theme. */
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

/** A statement as an example: that of a named relation with the most parts to explain. */
function example(record: TheRecord, threads: readonly Thread[]) {
  const parts = ({ via, data, relations }: StatementNode) => via.length + data.quotes.length + relations.length;
  const candidates = threads.flatMap(({ earlier, later }) => [...earlier, later]);
  const [statement] = (candidates.length > 0 ? candidates : record.statements).toSorted((a, b) => parts(b) - parts(a));
  return (
    statement && { ...statementListItem(statement), published: publishedOf(statement), outlet: statement.entry.publisher.data.names.en }
  );
}
