import type { PositionNode, QuestionNode, TheRecord, EntryNode, RelationNode, StatementNode } from '../record/model.ts';
import { questionPath, themePath, pairPath, questionSlug, entryPath } from '../paths/paths.ts';
import { capitalize, formatList, numberToWords, pluralize } from '../text/english.ts';
import { type Link, statementListItem, byWeight } from './list-items.ts';
import { reference, citedVoices, type Reference } from './reference.ts';
import type { RelationKind } from '../schema/statement.ts';
import { relationLabels } from '../text/labels.ts';
import { voiceOf, type Voice, speakerName } from './voice.ts';
import { formatDateShort } from '../dates/format.ts';

/** Returns the page of a question. */
export function questionPage(question: QuestionNode, record: TheRecord) {
  const { theme, data, positions } = question;
  const columns = positions.map(answerColumn);
  const answering = columns.filter(({ text }) => text !== undefined);
  const silent = columns.filter(({ text, unread }) => text === undefined && !unread);
  const unread = columns.filter((column) => column.unread);
  const statements = new Set(positions.flatMap(({ rests }) => rests));
  const links = answerLinks(record.relations.filter(({ from, to }) => statements.has(from) && statements.has(to)));
  const outside = new Set([...statements].flatMap(({ relations }) => relations)).size - links.length;
  const index = theme.questions.indexOf(question);
  const neighbour = (at: number): Link | undefined => {
    const other = theme.questions[at];
    return other && { name: other.data.question, address: questionPath(theme.id, other.id) };
  };
  return {
    title: data.question,
    crumb: `Question ${index + 1} of ${theme.questions.length}`,
    theme: { name: theme.data.title, address: themePath(theme.id) },
    previous: neighbour(index - 1),
    next: neighbour(index + 1),
    lede: answerSentences(answering, silent, unread, statements.size),
    finding: linksFinding(links, 'the answers'),
    statements: statements.size,
    columns,
    answering: answering.length,
    links,
    // Number of relations of these statements to statements that do not answer the question.
    outside,
    siblings: theme.questions.filter((other) => other !== question).map(questionListItem),
  };
}

export type AnswerColumn = ReturnType<typeof answerColumn>;

type Labelled = readonly { label: string }[];

/** Returns, for each article, links to its comparisons with the others, with the number of questions that both answer. */
export function articlePairs(record: Pick<TheRecord, 'entries' | 'themes'>) {
  const questions = allQuestions(record);
  return record.entries.map((entry) => ({
    label: entry.data.label,
    others: record.entries
      .filter((other) => other !== entry)
      .map((other) => ({
        name: other.data.label,
        address: pairPath(entry.id, other.id),
        count: questions.filter((question) => answerOf(question, entry) && answerOf(question, other)).length,
      })),
  }));
}

/** Returns the answers of two articles side by side. */
export function pairPage(record: TheRecord, pair: readonly [EntryNode, EntryNode]) {
  const names = pair.map(({ data }) => data.label);
  const questions = allQuestions(record);
  const answeredBy = (which: (answers: readonly boolean[]) => boolean) =>
    questions.filter((question) => which(pair.map((article) => Boolean(answerOf(question, article)))));
  const both = answeredBy(([a, b]) => a! && b!);
  const links = answerLinks(
    record.relations.filter(({ from, to }) => from.entry !== to.entry && pair.includes(from.entry) && pair.includes(to.entry)),
  );
  return {
    title: `${names[0]} and ${names[1]} compared`,
    crumb: names.join(' and '),
    articles: pair.map(articleHead),
    lede: `${both.length} of ${pluralize(questions.length, 'question')} ${both.length === 1 ? 'has' : 'have'} an answer in both articles. All answers are the articles’, not the Record’s.`,
    heading: `${capitalize(numberToWords(both.length))} ${both.length === 1 ? 'question' : 'questions'} that both answer`,
    finding: linksFinding(links, 'the two articles'),
    links,
    // Questions that both answer, by theme.
    groups: [...Map.groupBy(both, ({ theme }) => theme)].map(([theme, shared]) => ({
      heading: { name: theme.data.title, address: themePath(theme.id) },
      questions: shared.map((question) => ({
        ...questionListItem(question),
        answers: pair.map((article) => {
          const { text = '', rests } = answerOf(question, article)!;
          return { label: article.data.label, text, voices: citedVoices(rests) };
        }),
      })),
    })),
    // Questions that one of the articles answers, or none.
    others: [
      ...pair.map((article) => ({
        heading: `only ${article.data.label} answers`,
        questions: questions.filter((question) => answerOf(question, article) && !both.includes(question)),
      })),
      { heading: 'neither answers', questions: answeredBy((answers) => !answers.includes(true)) },
    ]
      .filter((list) => list.questions.length > 0)
      .map((list) => ({
        heading: `${capitalize(numberToWords(list.questions.length))} ${list.questions.length === 1 ? 'question' : 'questions'} that ${list.heading}`,
        questions: list.questions.map(questionListItem),
      })),
  };
}

/** A link between the statements behind two answers, in words. */
export interface AnswerLink {
  kind: RelationKind;
  /** 'updates', 'reports the outcome of' */
  verb: string;
  why: string;
  from: LinkEnd;
  to: LinkEnd;
}

interface LinkEnd extends Reference {
  id: string;
  voice: Voice;
  /** Names of its speakers. */
  speakers: string;
}

/** Returns relations as links, contradictions first. */
export const answerLinks = (relations: readonly RelationNode[]): AnswerLink[] =>
  relations
    .toSorted((a, b) => byWeight(a.data, b.data))
    .map(({ data: { kind, why }, from, to }) => ({
      kind,
      verb: relationLabels[kind].forward.toLowerCase(),
      why,
      from: linkEnd(from),
      to: linkEnd(to),
    }));

/**
 * Returns what the links show, as a sentence without a full stop.
 *
 * @param what what they join: 'the answers'
 */
export function linksFinding(links: readonly AnswerLink[], what: string): string {
  const [first, ...others] = links;
  if (!first) return `No link joins ${what}`;
  if (first.kind === 'contradicts' || first.kind === 'answers' || others.length === 0) {
    const [from, to] = [first.from.speakers, first.to.speakers];
    const sentence = `A statement by ${from} ${first.verb} ${from === to ? 'another by the same speaker' : `one by ${to}`}`;
    if (others.length === 0) return sentence;
    return `${sentence}, and ${numberToWords(others.length)} more ${others.length === 1 ? 'link joins' : 'links join'} ${what}`;
  }
  const groups = [...Map.groupBy(links, ({ kind }) => kind)].toSorted(([, a], [, b]) => b.length - a.length);
  const counts = groups.map(([kind, { length }]) => `${numberToWords(length)} ${VERBS[kind][length === 1 ? 0 : 1]}`);
  const kinds = groups.length === 1 ? `each ${VERBS[first.kind][0]} a statement` : formatList(counts);
  return `${capitalize(numberToWords(links.length))} links join ${what}: ${kinds}`;
}

/** Verbs of links without an object, for one and for several. */
const VERBS: Record<RelationKind, [one: string, several: string]> = {
  contradicts: ['contradicts', 'contradict'],
  answers: ['reports an outcome', 'report an outcome'],
  updates: ['updates', 'update'],
  qualifies: ['qualifies', 'qualify'],
  corroborates: ['corroborates', 'corroborate'],
};

/** Returns the list item of a question. */
export function questionListItem({ id, theme, data, positions }: QuestionNode) {
  return {
    slug: questionSlug(theme.id, id),
    question: data.question,
    address: questionPath(theme.id, id),
    // Numbers of statements behind the answer of each article; 0 if it does not answer.
    counts: positions.map(({ text, rests }) => (text ? rests.length : 0)),
    // Numbers of statements that touch on the question without an answer.
    touches: positions.map(({ text, related }) => (text ? 0 : related.length)),
    answers: countAnswers([{ positions }]),
  };
}

/** Counts questions, answers, and how many times an article does not answer. */
export function answerCounts(record: TheRecord) {
  const questions = allQuestions(record);
  const answers = countAnswers(questions);
  const silences = questions.flatMap(({ positions }) => positions.filter(({ text, unread }) => !text && !unread)).length;
  return { questions: questions.length, answers, silences };
}

export type ArticleHead = ReturnType<typeof articleHead>;

/** Returns the head of an article's column: its label, its outlet unless the label names it, and the day of publication. */
export function articleHead(entry: EntryNode) {
  const { label, source: article } = entry.data;
  const outlet = entry.publisher.data.names.en;
  const date = `${formatDateShort(article.published.edtf)}${article.published.basis === 'inferred' ? '†' : ''}`;
  const source = label.startsWith(outlet) ? date : `${outlet}, ${date}`;
  return { id: entry.id, label, address: entryPath(entry.id), date, source };
}

/** Returns the answer of one article. Without `text` it does not answer, or was not yet read against the question. */
function answerColumn({ entry, text, unread, rests, related }: PositionNode) {
  return {
    ...articleHead(entry),
    text,
    unread: unread ?? false,
    statements: rests.map(statementListItem),
    related: related.map(reference),
  };
}

/** Formats who answers a question: “Four of the five articles answer, with 12 statements. Sputnik 2016 does not.” */
function answerSentences(answering: Labelled, silent: Labelled, unread: Labelled, statements: number): string {
  const names = (columns: Labelled) => formatList(columns.map(({ label }) => label));
  const resting = `with ${numberToWords(statements)} ${statements === 1 ? 'statement' : 'statements'}`;
  const all = answering.length + silent.length + unread.length;
  const pending = unread.length > 0 ? ` ${names(unread)} ${unread.length === 1 ? 'is' : 'are'} not yet read for this question.` : '';
  if (answering.length === 0) return `None of the ${numberToWords(all)} articles answers.${pending}`;
  if (answering.length === all) return `${all === 2 ? 'Both' : `All ${numberToWords(all)}`} articles answer, ${resting}.`;
  if (answering.length === 1 && unread.length === 0) return `Only ${names(answering)} answers, ${resting}.`;
  const quiet = silent.length > 0 ? ` ${names(silent)} ${silent.length === 1 ? 'does' : 'do'} not.` : '';
  return `${capitalize(numberToWords(answering.length))} of the ${numberToWords(all)} articles ${answering.length === 1 ? 'answers' : 'answer'}, ${resting}.${quiet}${pending}`;
}

const allQuestions = ({ themes }: Pick<TheRecord, 'themes'>) => themes.flatMap(({ questions }) => questions);

const answerOf = ({ positions }: QuestionNode, article: EntryNode) => positions.find(({ entry, text }) => entry === article && text);

const linkEnd = (statement: StatementNode): LinkEnd => ({
  id: statement.id,
  ...reference(statement),
  voice: voiceOf(statement),
  speakers: formatList(statement.speakers.map(speakerName)),
});

const countAnswers = (questions: readonly Pick<QuestionNode, 'positions'>[]) =>
  questions.reduce((sum, { positions }) => sum + positions.filter(({ text }) => text).length, 0);
