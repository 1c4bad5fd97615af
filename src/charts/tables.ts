import type { TheRecord, ThemeNode, RelationNode } from '../record/model.ts';
import { themePath } from '../paths/paths.ts';
import { capitalize, numberToWords, pluralize, formatList } from '../text/english.ts';
import { articleHead, type ArticleHead, answerCounts, questionListItem } from '../views/answers.ts';
import { type Link, RELATION_ORDER } from '../views/list-items.ts';
import type { RelationKind } from '../schema/statement.ts';
import { coverage, type Count } from '../views/coverage.ts';
import type { VoiceForm } from '../views/voice.ts';

/** A row: what is counted for each article. */
export interface MatrixRow extends Link {
  /** Its anchor. */
  id?: string;
  counts: readonly number[];
  /** Numbers of statements that touch on the matter, for articles without a count. */
  touches?: readonly number[];
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
      const { slug, question: name, address, counts, touches } = questionListItem(question);
      return { id: isOverview ? slug : question.id, name, address, counts, touches, reach: reachOf(counts) };
    }),
  }));
  const rows = groups.flatMap((group) => group.rows);
  const reach = countReach(rows);
  const { questions, answers, silences } = answerCounts(record);
  return {
    title: reachSentence(reach, record.entries.length, rows.length),
    subtitle: `${
      isOverview
        ? `${pluralize(questions, 'question')}, ${countArticles(record.entries.length)}: ${pluralize(answers, 'answer')}, and ${pluralize(silences, 'time')} an article does not answer. `
        : ''
    }Numbers count the statements behind an answer.`,
    head: 'Question',
    columns: articleColumns(record, rows, (answered) => pluralize(answered, 'answer')),
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
    columns: articleColumns(record, rows, (present) => pluralize(present, 'theme')),
    // Without tags: most themes are in several articles.
    groups: [{ rows }],
    reach,
    tints: THEME_TINTS,
  };
}

/** Returns the tint of a count, from 1. */
export const tintOf = (count: number, bounds: readonly number[]) => bounds.filter((bound) => bound < count).length + 1;

/** Formats the ranges of tints: `[2, 5]` → `['1 to 2', '3 to 5', '6+']` */
export const tintLabels = (bounds: readonly number[]) => [
  ...bounds.map((bound, index) => {
    const from = (bounds[index - 1] ?? 0) + 1;
    return from === bound ? `${bound}` : `${from}–${bound}`;
  }),
  `${bounds.at(-1)! + 1}+`,
];

/** The sign of a relation in the matrix: one for each. The fonts of the figures have them. */
export const relationSigns: Record<RelationKind, string> = {
  contradicts: '×',
  answers: '»',
  updates: '›',
  qualifies: ':',
  corroborates: '|',
};

const RELATION_NOUNS: Record<RelationKind, string> = {
  contradicts: 'contradiction',
  answers: 'outcome',
  updates: 'update',
  qualifies: 'qualification',
  corroborates: 'corroboration',
};

/** Counts all relations as a table of articles: rows have the article that makes the relation, columns the one that it is about. */
export function linkMatrix({ entries, relations }: TheRecord) {
  const rows = entries.map((from) => ({
    label: from.data.label,
    count: relations.filter((relation) => relation.from.entry === from).length,
    cells: entries.map((to) => {
      const within = relations.filter((each) => each.from.entry === from && each.to.entry === to);
      const kinds = RELATION_ORDER.map((kind) => ({ kind, count: within.filter(({ data }) => data.kind === kind).length })).filter(
        ({ count }) => count > 0,
      );
      // '2 updates, 1 corroboration'
      const words = kinds.map(({ kind, count }) => pluralize(count, RELATION_NOUNS[kind])).join(', ');
      return { count: within.length, isWithin: from === to, kinds, words };
    }),
  }));
  return { title: linkFinding(relations), rows };
}

/** Returns what the relations show: who makes most updates, and whether contradictions cross articles. */
export function linkFinding(relations: readonly RelationNode[]): string {
  if (relations.length === 0) return 'No statement is linked with another yet';
  const ofKind = (kind: RelationKind) => relations.filter(({ data }) => data.kind === kind);
  const updates = ofKind('updates');
  const contradictions = ofKind('contradicts');
  const [most] = [...Map.groupBy(updates, ({ from }) => from.entry)].toSorted(([, a], [, b]) => b.length - a.length);
  const between = contradictions.filter(({ from, to }) => from.entry !== to.entry).length;
  const parts = [
    ...(most ? [`${most[0].data.label} has ${share(most[1].length, updates.length, 'update')}`] : []),
    ...(contradictions.length > 0 ? [contradictionsFinding(between, contradictions.length)] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : pluralize(relations.length, 'link') + ' between statements';
}

/** A table of numbers with bars. */
export interface Bars {
  /** Name of the figure in `figures.ts`. */
  figure: 'kinds' | 'voices' | 'years';
  /** The finding in a sentence. */
  title: string;
  /** What is counted. */
  subtitle: string;
  /** The heading of the first column. */
  head: string;
  columns: { name: string; address?: string }[];
  /** `length` is in per cent of the longest bar. A voice colours its row. */
  rows: { name: string; address?: string; voice?: VoiceForm; bars: { count: number; length: number }[] }[];
}

export function coverageBars(record: TheRecord): Record<'byKind' | 'bySide' | 'byYear', Bars> {
  const { byEntry, kinds, byKind, bySide, byYear } = coverage(record);
  const total = record.statements.length;
  const dated = byYear.reduce((sum, { count }) => sum + count, 0);
  const [kind, side] = [getLargest(byKind), getLargest(bySide)];
  const most = Math.max(...byYear.map(({ count }) => count));
  const years = byYear.filter(({ count }) => count === most).map(({ year }) => `${year}`);
  const columns = [{ name: 'Statements' }];
  return {
    byKind: {
      figure: 'kinds',
      title: `‘${kind.name}’ is the most frequent kind of statement: ${kind.count} of ${total}`,
      subtitle: 'Statements of each kind, by article',
      head: 'Kind',
      columns: byEntry.map(({ name, address }) => ({ name, address })),
      rows: scaleBars(kinds.map((name, index) => ({ name, counts: byEntry.map((entry) => entry.kinds[index]!) }))),
    },
    bySide: {
      figure: 'voices',
      title: `${side.name} hold the most statements: ${side.count} of ${total}`,
      subtitle: 'Statements by the side of their speakers',
      head: 'Voice',
      columns,
      rows: scaleBars(bySide.map(({ name, voice, count }) => ({ name, voice, counts: [count] }))),
    },
    byYear: {
      figure: 'years',
      title:
        years.length > 0
          ? `${formatList(years)} ${years.length === 1 ? 'has' : 'have'} the most dated statements: ${most} of ${dated}${years.length === 1 ? '' : ' each'}`
          : 'No statement has a date',
      subtitle:
        'Dated statements by the year of what they report; a period counts in its first year. Times that forecasts name are not counted.',
      head: 'Year',
      columns,
      rows: scaleBars(addEmptyYears(byYear)),
    },
  };
}

/** Adds bars to rows of numbers. The longest bar of all rows has 100 per cent. */
export function scaleBars<Row extends { counts: number[] }>(
  rows: readonly Row[],
): (Omit<Row, 'counts'> & Pick<Bars['rows'][number], 'bars'>)[] {
  const max = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  return rows.map(({ counts, ...row }) => ({
    ...row,
    bars: counts.map((count) => ({ count, length: Math.round((1000 * count) / max) / 10 })),
  }));
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

function articleColumns(record: TheRecord, rows: readonly MatrixRow[], format: (count: number) => string) {
  return record.entries.map((entry, index) => {
    const count = rows.filter(({ counts }) => counts[index]).length;
    return { ...articleHead(entry), total: format(count), share: Math.round((100 * count) / rows.length) };
  });
}

/** Formats how many questions the articles answer: “Six of 62 questions are answered by all five articles, three by a single article” */
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

/** Formats a part of a total: 'the only update', 'all 31 updates', '21 of 31 updates' */
function share(part: number, total: number, noun: string): string {
  if (part < total) return `${part} of ${pluralize(total, noun)}`;
  return total === 1 ? `the only ${noun}` : `${total === 2 ? 'both' : `all ${total}`} ${noun}s`;
}

/** Formats where the contradictions are: 'both contradictions are within single articles', '1 of 3 contradictions is between articles' */
function contradictionsFinding(between: number, total: number): string {
  if (between > 0) return `${share(between, total, 'contradiction')} ${between === 1 ? 'is' : 'are'} between articles`;
  return `${share(total, total, 'contradiction')} ${total === 1 ? 'is within one article' : 'are within single articles'}`;
}

const getLargest = (counts: readonly Count[]) => counts.toSorted((a, b) => b.count - a.count)[0]!;

/** Adds one row for each run of years without statements: `2018–2021`. */
function addEmptyYears(years: readonly { year: number; count: number }[]): { name: string; counts: number[] }[] {
  return years.flatMap(({ year, count }, index) => {
    const before = years[index - 1]?.year ?? year - 1;
    const row = { name: `${year}`, counts: [count] };
    if (before + 1 === year) return row;
    return [{ name: before + 2 === year ? `${before + 1}` : `${before + 1}–${year - 1}`, counts: [0] }, row];
  });
}
