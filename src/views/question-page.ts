import type { PositionNode, QuestionNode, TheRecord } from '../record/model.ts';
import { questionPath, themePath } from '../paths/paths.ts';
import { capitalize, formatList, numberToWords } from '../text/english.ts';
import { answerLinks, linksFinding } from './answer-links.ts';
import { articleHead } from './article-head.ts';
import type { Link } from './link.ts';
import { questionListItem } from './question-list-item.ts';
import { reference } from './reference.ts';
import { statementListItem } from './statement-list-item.ts';

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

/** Returns the answer of one article. Without `text` it says nothing, or was not yet read against the question. */
function answerColumn({ entry, text, unread, rests, related }: PositionNode) {
  return {
    ...articleHead(entry),
    text,
    unread: unread ?? false,
    statements: rests.map(statementListItem),
    related: related.map(reference),
  };
}

type Labelled = readonly { label: string }[];

/** “Four of the five articles answer, with 12 statements. Sputnik 2016 does not.” */
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
