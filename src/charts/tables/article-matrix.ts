import type { TheRecord, ThemeNode } from '../../record/model.ts';
import { themePath } from '../../paths/paths.ts';
import { capitalize, numberToWords, pluralize } from '../../text/english.ts';
import { articleHead, type ArticleHead } from '../../views/article-head.ts';
import type { Link } from '../../views/link.ts';
import { answerCounts, questionListItem } from '../../views/question-list-item.ts';

/** A row: what is counted for each article. */
export interface MatrixRow extends Link {
  /** Its anchor. */
  id: string;
  /** Tint of each cell, 1 to 5, with its count; null if the count is 0. */
  cells: ({ count: number; tint: number } | null)[];
  /** Whether all articles have a count, or one alone. */
  reach?: 'all' | 'one';
  about?: string;
}

/** Counts by article, as a table with tinted cells. */
export interface ArticleMatrix {
  title: string;
  subtitle: string;
  /** Heading of the rows. */
  rowLabel: string;
  columns: (ArticleHead & { total: string; share: number })[];
  groups: { heading?: Link & { id: string }; rows: MatrixRow[] }[];
  /** Numbers of rows with all articles and with one. */
  reach: { all: number; one: number; rows: number };
  /** Label of each tint. */
  tints: string[];
}

/** The largest count of each tint but the last. Questions have few statements for each article, themes have many. */
const QUESTION_TINTS = [1, 2, 3, 4];
const THEME_TINTS = [2, 5, 9, 14];

/** Returns, for each question of some themes and each article, the number of statements behind the answer. */
export function questionMatrix(record: TheRecord, themes: readonly ThemeNode[] = record.themes): ArticleMatrix {
  const isOverview = themes.length > 1;
  const groups = themes.map((theme) => ({
    ...(isOverview && { heading: { id: theme.id, name: theme.data.title, address: themePath(theme.id) } }),
    rows: theme.questions.map((question) => {
      const { slug, question: name, address, counts } = questionListItem(question);
      return matrixRow({ id: isOverview ? slug : question.id, name, address }, counts, QUESTION_TINTS);
    }),
  }));
  const rows = groups.flatMap((group) => group.rows);
  const reach = countReach(rows);
  const { questions, answers, silences } = answerCounts(record);
  return {
    title: reachSentence(reach, record.entries.length, rows.length),
    subtitle: `${
      isOverview
        ? `${pluralize(questions, 'question')}, ${countArticles(record.entries.length)}: ${pluralize(answers, 'answer')}, and ${pluralize(silences, 'time')} an article says nothing. `
        : ''
    }Numbers count the statements behind an answer; a dash means none.`,
    rowLabel: 'Question',
    columns: columns(record, rows, (answered) => pluralize(answered, 'answer')),
    groups,
    reach,
    tints: tintLabels(QUESTION_TINTS),
  };
}

/** Returns, for each theme and each article, the number of statements on the theme. */
export function themeMatrix(record: TheRecord): ArticleMatrix {
  const rows = record.themes.map(({ id, data, statements, questions }) => ({
    ...matrixRow(
      { id, name: data.title, address: themePath(id) },
      record.entries.map((entry) => statements.filter((statement) => statement.entry === entry).length),
      THEME_TINTS,
    ),
    about: `${data.scope} ${pluralize(questions.length, 'question').replace(' ', '\u00a0')}.`,
  }));
  const reach = countReach(rows);
  const largest = record.themes.toSorted((a, b) => b.statements.length - a.statements.length)[0]!;
  return {
    title: `${capitalize(numberToWords(reach.all))} of ${numberToWords(rows.length)} themes ${reach.all === 1 ? 'is' : 'are'} in ${everyArticle(record.entries.length)}`,
    subtitle: `Numbers count statements; a dash means none. “${largest.data.title}” has most, ${largest.statements.length}. A statement can have several themes.`,
    rowLabel: 'Theme',
    columns: columns(record, rows, (present) => pluralize(present, 'theme')),
    // Without tags: most themes are in several articles.
    groups: [{ rows: rows.map(({ reach: _, ...row }) => row) }],
    reach,
    tints: tintLabels(THEME_TINTS),
  };
}

function matrixRow(row: Link & { id: string }, counts: readonly number[], bounds: readonly number[]): MatrixRow {
  const present = counts.filter((count) => count > 0).length;
  return {
    ...row,
    cells: counts.map((count) => (count > 0 ? { count, tint: bounds.filter((bound) => bound < count).length + 1 } : null)),
    ...(present === counts.length ? { reach: 'all' as const } : present === 1 && { reach: 'one' as const }),
  };
}

const countReach = (rows: readonly MatrixRow[]) => ({
  all: rows.filter(({ reach }) => reach === 'all').length,
  one: rows.filter(({ reach }) => reach === 'one').length,
  rows: rows.length,
});

function columns(record: TheRecord, rows: readonly MatrixRow[], format: (count: number) => string) {
  return record.entries.map((entry, index) => {
    const count = rows.filter(({ cells }) => cells[index]).length;
    return { ...articleHead(entry), total: format(count), share: Math.round((100 * count) / rows.length) };
  });
}

/** “Six of 62 questions are answered by all five articles, three by one alone” */
function reachSentence({ all, one }: { all: number; one: number }, entries: number, questions: number): string {
  const ofAll = ` of ${numberToWords(questions)} ${questions === 1 ? 'question' : 'questions'}`;
  const alone = one > 0 ? `${numberToWords(one)} by one alone` : '';
  if (all > 0) {
    const main = `${capitalize(numberToWords(all))}${ofAll} ${all === 1 ? 'is' : 'are'} answered by ${everyArticle(entries)}`;
    return alone ? `${main}, ${alone}` : main;
  }
  return `No question is answered by ${everyArticle(entries)}${alone && `, ${alone}`}`;
}

const countArticles = (entries: number) => `${numberToWords(entries)} ${entries === 1 ? 'article' : 'articles'}`;

const everyArticle = (entries: number) => (entries === 2 ? 'both articles' : `all ${numberToWords(entries)} articles`);

/** `[2, 5]` → `['1 to 2', '3 to 5', '6+']` */
const tintLabels = (bounds: readonly number[]) => [
  ...bounds.map((bound, index) => {
    const from = (bounds[index - 1] ?? 0) + 1;
    return from === bound ? `${bound}` : `${from} to ${bound}`;
  }),
  `${bounds.at(-1)! + 1}+`,
];
