import type { EntryNode, QuestionNode, TheRecord } from '../record/model.ts';
import { pairPath, themePath } from '../paths/paths.ts';
import { capitalize, numberToWords, pluralize } from '../text/english.ts';
import { answerLinks, linksFinding } from './answer-links.ts';
import { articleHead } from './article-head.ts';
import { questionListItem } from './question-list-item.ts';
import { citedVoices } from './reference.ts';

const allQuestions = (record: TheRecord) => record.themes.flatMap(({ questions }) => questions);

const answerOf = ({ positions }: QuestionNode, article: EntryNode) => positions.find(({ entry, text }) => entry === article && text);

/** Returns, for each article, links to its comparisons with the others, with the number of questions that both answer. */
export function articlePairs({ entries, themes }: Pick<TheRecord, 'entries' | 'themes'>) {
  const questions = themes.flatMap((theme) => theme.questions);
  return entries.map((entry) => ({
    label: entry.data.label,
    others: entries
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
    lede: `Both answer ${both.length} of ${pluralize(questions.length, 'question')}. All answers are the articles’, not the Record’s.`,
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
