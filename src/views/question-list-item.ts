import type { QuestionNode, TheRecord } from '../record/model.ts';
import { questionPath, questionSlug } from '../paths/paths.ts';

/** Returns the list item of a question. */
export function questionListItem({ id, theme, data, positions }: QuestionNode) {
  return {
    slug: questionSlug(theme.id, id),
    question: data.question,
    address: questionPath(theme.id, id),
    // Numbers of statements behind the answer of each article; 0 if it says nothing.
    counts: positions.map(({ text, rests }) => (text ? rests.length : 0)),
    answers: countAnswers([{ positions }]),
  };
}

const countAnswers = (questions: readonly Pick<QuestionNode, 'positions'>[]) =>
  questions.reduce((sum, { positions }) => sum + positions.filter(({ text }) => text).length, 0);

/** Counts questions, answers, and how many times an article says nothing. */
export function answerCounts(record: TheRecord) {
  const questions = record.themes.flatMap((theme) => theme.questions);
  const answers = countAnswers(questions);
  const silences = questions.flatMap(({ positions }) => positions.filter(({ text, unread }) => !text && !unread)).length;
  return { questions: questions.length, answers, silences };
}
