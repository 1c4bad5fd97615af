import type { TheRecord, ThemeNode } from '../../record/model.ts';
import { themePath } from '../../paths/paths.ts';
import { capitalize, numberToWords, pluralize } from '../../text/english.ts';
import { articleHead, type ArticleHead, answerCounts, questionListItem } from '../../views/answers.ts';
import type { Link } from '../../views/list-items.ts';

/** A row: what is counted for each article. */
export interface MatrixRow extends Link {
  /** Its anchor. */
  id?: string;
  counts: readonly number[];
  /** Whether all articles have a count, or one alone. */
  reach?: 'all' | 'one' | undefined;
  description?: string;
}

/** A figure of counts by article, as a table with tinted cells. */
export interface ArticleMatrix {
  title: string;
  subtitle: string;
  /** Heading of the rows. */
  head: string;
  columns: (ArticleHead & { total: string; share: number })[];
  groups: { heading?: Link & { id: string }; rows: MatrixRow[] }[];
  /** Numbers of rows with all articles and with one. */
  reach: { all: number; one: number; rows: number };
  /** The largest count of each tint but the last. */
  tints: readonly number[];
}

/** Questions have few statements for each article, themes have many. */
const QUESTION_TINTS = [1, 2, 3, 4];
const THEME_TINTS = [2, 5, 9, 14];
/** The mentions of actors and places. */
export const MENTION_TINTS = [1, 3, 9, 24];

/** Returns, for each question of some themes and each article, the number of statements behind the answer. */
export function questionMatrix(record: TheRecord, themes: readonly ThemeNode[] = record.themes): ArticleMatrix {
  const isOverview = themes.length > 1;
  const groups = themes.map((theme) => ({
    ...(isOverview && { heading: { id: theme.id, name: theme.data.title, address: themePath(theme.id) } }),
    rows: theme.questions.map((question) => {
      const { slug, question: name, address, counts } = questionListItem(question);
      return { id: isOverview ? slug : question.id, name, address, counts, reach: reachOf(counts) };
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
    head: 'Question',
    columns: columns(record, rows, (answered) => pluralize(answered, 'answer')),
    groups,
    reach,
    tints: QUESTION_TINTS,
  };
}

/** Returns, for each theme and each article, the number of statements on the theme. */
export function themeMatrix(record: TheRecord): ArticleMatrix {
  const rows = record.themes.map(({ id, data, statements, questions }) => ({
    id,
    name: data.title,
    address: themePath(id),
    counts: record.entries.map((entry) => statements.filter((statement) => statement.entry === entry).length),
    description: `${data.scope} ${pluralize(questions.length, 'question').replace(' ', '\u00a0')}.`,
  }));
  const reach = countReach(rows);
  const largest = record.themes.toSorted((a, b) => b.statements.length - a.statements.length)[0]!;
  return {
    title: `${capitalize(numberToWords(reach.all))} of ${numberToWords(rows.length)} themes ${reach.all === 1 ? 'is' : 'are'} in ${everyArticle(record.entries.length)}`,
    subtitle: `Numbers count statements; a dash means none. “${largest.data.title}” has most, ${largest.statements.length}. A statement can have several themes.`,
    head: 'Theme',
    columns: columns(record, rows, (present) => pluralize(present, 'theme')),
    // Without tags: most themes are in several articles.
    groups: [{ rows }],
    reach,
    tints: THEME_TINTS,
  };
}

function reachOf(counts: readonly number[]): MatrixRow['reach'] {
  const present = counts.filter((count) => count > 0).length;
  return present === counts.length ? 'all' : present === 1 ? 'one' : undefined;
}

function countReach(rows: readonly MatrixRow[]) {
  const reaches = rows.map(({ counts }) => reachOf(counts));
  return {
    all: reaches.filter((reach) => reach === 'all').length,
    one: reaches.filter((reach) => reach === 'one').length,
    rows: rows.length,
  };
}

function columns(record: TheRecord, rows: readonly MatrixRow[], format: (count: number) => string) {
  return record.entries.map((entry, index) => {
    const count = rows.filter(({ counts }) => counts[index]).length;
    return { ...articleHead(entry), total: format(count), share: Math.round((100 * count) / rows.length) };
  });
}

/** “Six of 62 questions are answered by all five articles, three by a single article” */
function reachSentence({ all, one }: { all: number; one: number }, entries: number, questions: number): string {
  const ofAll = ` of ${numberToWords(questions)} ${questions === 1 ? 'question' : 'questions'}`;
  const alone = one > 0 ? `${numberToWords(one)} by a single article` : '';
  if (all > 0) {
    const main = `${capitalize(numberToWords(all))}${ofAll} ${all === 1 ? 'is' : 'are'} answered by ${everyArticle(entries)}`;
    return alone ? `${main}, ${alone}` : main;
  }
  return `No question is answered by ${everyArticle(entries)}${alone && `, ${alone}`}`;
}

const countArticles = (entries: number) => `${numberToWords(entries)} ${entries === 1 ? 'article' : 'articles'}`;

const everyArticle = (entries: number) => (entries === 2 ? 'both articles' : `all ${numberToWords(entries)} articles`);

/** Returns the tint of a count, from 1. */
export const tintOf = (count: number, bounds: readonly number[]) => bounds.filter((bound) => bound < count).length + 1;

/** `[2, 5]` → `['1 to 2', '3 to 5', '6+']` */
export const tintLabels = (bounds: readonly number[]) => [
  ...bounds.map((bound, index) => {
    const from = (bounds[index - 1] ?? 0) + 1;
    return from === bound ? `${bound}` : `${from}–${bound}`;
  }),
  `${bounds.at(-1)! + 1}+`,
];
