import { stemmer } from 'stemmer';
import type { Content } from '../src/record/content.ts';
import { findSentences } from '../src/rules/prose.ts';
import { type NewStatement, newStatements, oldEvents, oldTexts, sentencesAboutAll } from '../src/rules/review.ts';
import type { DateField } from '../src/schema/field-types.ts';
import type { LedgerStatement } from './new/items.ts';
import { createSimilarity, statementFeatures, textFeatures } from './similarity.ts';

/** Maximum number of candidates of a statement. */
const MAX_CANDIDATES = 4;
/** Minimum similarity of a candidate. */
const MIN_SIMILARITY = 0.2;

/**
 * Formats the statements of other articles that may contradict or confirm those of an article, each as a relation to complete. A
 * candidate is similar in questions that it answers, events, actors, themes, places and words. The most similar come first.
 *
 * @param known pairs that are related already, `<from> <to>` in either order
 * @param themes themes with the questions that statements answer
 */
export function formatCandidates(
  own: readonly LedgerStatement[],
  others: readonly LedgerStatement[],
  known: ReadonlySet<string>,
  themes: Content['themes'] = [],
): string {
  const questions = themes.flatMap(({ id: theme, data }) =>
    data.questions.map(({ id, positions }) => ({ id: `${theme}/${id}`, positions })),
  );
  const isAnswer = (id: string) => (question: (typeof questions)[number]) => question.positions.some(({ rests }) => rests.includes(id));
  const answered = (statement: string) => questions.filter(isAnswer(statement)).map(({ id }) => `question:${id}`);
  const features = new Map([...own, ...others].map(({ id, data }) => [id, statementFeatures(data).union(new Set(answered(id)))]));
  const similarity = createSimilarity([...features.values()]);
  const groups = own.map((from) => {
    const pairs = others
      .map((to) => ({ to, value: similarity(features.get(from.id)!, features.get(to.id)!) }))
      .filter(({ value }) => value >= MIN_SIMILARITY)
      .filter(({ to }) => !known.has(`${from.id} ${to.id}`) && !known.has(`${to.id} ${from.id}`))
      .toSorted((a, b) => b.value - a.value);
    return { from, pairs: pairs.slice(0, MAX_CANDIDATES) };
  });
  const { some = [], none = [] } = Object.groupBy(groups, ({ pairs }) => (pairs.length > 0 ? 'some' : 'none'));
  return [
    ...some
      .toSorted((a, b) => b.pairs[0]!.value - a.pairs[0]!.value)
      .map(({ from, pairs }) =>
        [
          `# ${formatStatement(from)}`,
          ...pairs.map(({ to }) =>
            formatPair(
              from,
              to,
              answered(from.id).filter((each) => features.get(to.id)!.has(each)),
            ),
          ),
        ].join('\n'),
      ),
    ...(none.length > 0 ? [`# Nothing similar: ${none.map(({ from }) => from.id).join(', ')}`] : []),
    '# The list is not complete: it compares ids and words. Compare the other answers too: npm run new:positions -- <entry>\n',
  ].join('\n\n');
}

/** Maximum number of statements that are printed with a sentence, and how near the next must be, compared with the nearest. */
const MAX_STATEMENTS = 3;
const NEXT = 0.95;

/**
 * Formats the sentences that new statements may have made false, each with the nearest of these statements. The likeliest come first. Of
 * the sentences that share no item and no rare word with a new statement, prints the number, or all.
 *
 * @param all whether to print the sentences that share nothing with a new statement
 */
export function formatReview(content: Content, all = false): string {
  const added = newStatements(content);
  if (added.length === 0) return 'All texts were compared with all statements.\n';
  const rank = createRanking(content);
  const sentences = rank(sentencesAboutAll(content).map((each) => ({ ...each, statements: added })));
  const { near = [], far = [] } = Object.groupBy(sentences, ({ news }) => (news.length > 0 ? 'near' : 'far'));
  const format = ({ file, sentence, news }: (typeof near)[number]) => [`${file}  ${sentence}`, ...news.map(formatNew)].join('\n');
  const listed = new Set(near.map(({ file }) => file));
  const { also = [], old = [] } = Object.groupBy(oldTexts(content), ({ file }) => (listed.has(file) ? 'also' : 'old'));
  const texts = old.map(({ file, name, statements }) => {
    const about = statements.length > 0 ? statements : added;
    const [nearest] = rank(
      findSentences(content).flatMap((each) =>
        each.file === file && !each.path.includes('questions') ? [{ ...each, statements: about }] : [],
      ),
    );
    return nearest && nearest.news.length > 0 ? format(nearest) : [`${file}  ${name}`, ...statements.slice(0, 1).map(formatNew)].join('\n');
  });
  const last = [...new Map(added.map(({ entry, data }) => [entry, data.n]))];
  return [
    section('Sentences about all articles, with the nearest new statements', near.map(format)),
    section('Other texts that cite no new statement about their subject, with the nearest sentence', texts),
    also.length > 0 ? `Of the files of the first list, these too cite none: ${also.map(({ file }) => file).join(', ')}\n\n` : '',
    all
      ? section('Sentences about all articles that share nothing with a new statement', far.map(format))
      : `${far.length} more sentences share nothing with a new statement; --all prints them.\n\n`,
    section('Dates of events', eventDates(content, added)),
    `When all are compared, write ${last.map(([entry, n]) => `textsRead: ${n} in content/entries/${entry}/index.mdx`).join(', ')}.\n`,
  ].join('');
}

const formatStatement = ({ id, data }: LedgerStatement) => `${id} (${data.kind}): ${data.text}`;

/** Formats a pair: figures, questions that both answer, kind and text of the second statement, and the relation to complete. */
function formatPair(from: LedgerStatement, to: LedgerStatement, questions: readonly string[]): string {
  const figures = findFigures(from.data.text).flatMap(({ value, unit }) => {
    const others = findFigures(to.data.text).filter((each) => unit && each.unit === unit);
    return others.map((other) => (other.value === value ? `same figure ${value}` : `figures differ: ${value}, ${other.value}`));
  });
  const text = [...figures, ...questions.map((each) => each.replace(':', ' ')), `${to.data.kind}: ${to.data.text}`].join(' · ');
  return `#   ${text}\n  - { from: ${from.id}, to: ${to.id}, kind: , why: }`;
}

/** Returns the figures of a text with the stem of the word that follows, or `%`: `65 projects`. Years and days are dates, not figures. */
const findFigures = (text: string): { value: string; unit: string }[] =>
  [...text.matchAll(/(?<![\p{L}\d.,])(\d[\d.,]*\d|\d)(?:\s*(%)|(?:-|\s+)(?:per\s+)?(\p{L}+))?/gu)].flatMap(
    ([, value = '', percent, unit = '']) =>
      /^(?:19|20)\d\d$/.test(value) ||
      /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(unit)
        ? []
        : [{ value, unit: percent ?? stemmer(unit) }],
  );

/** Returns a function that adds to sentences those of their statements that are nearest, and sorts the sentences by likeness. */
function createRanking(content: Content) {
  const all = content.ledgers.flatMap(({ data }) => data.statements.map(statementFeatures));
  const similarity = createSimilarity(all, 1 / 20);
  return <T extends { file: string; sentence: string; statements: readonly NewStatement[] }>(sentences: readonly T[]) =>
    sentences
      .map((each) => {
        const own = textFeatures(each.sentence, itemOf(each.file));
        const near = each.statements
          .map((statement) => ({ statement, value: similarity(own, statementFeatures(statement.data)) }))
          .toSorted((a, b) => b.value - a.value);
        const value = near[0]?.value ?? 0;
        const news = near.slice(0, MAX_STATEMENTS).filter((next) => next.value > 0 && next.value >= NEXT * value);
        return { ...each, value, news: news.map(({ statement }) => statement) };
      })
      .toSorted((a, b) => b.value - a.value);
}

/** Returns the date of each event that a new statement with a date mentions, with its ground and the dates of these statements. */
function eventDates(content: Content, added: readonly NewStatement[]): string[] {
  return oldEvents(content).flatMap(({ id, file, data: { title, date } }) => {
    const dated = added.filter(({ data }) => data.events.includes(id) && data.date.edtf);
    if (dated.length === 0) return [];
    const dates = dated.map((statement) => `${formatNew(statement)} (${formatDate(statement.data.date)})`);
    return [[`${file}  ${title}`, `  date  ${formatDate(date)}`, ...dates].join('\n')];
  });
}

const formatNew = ({ id, data }: NewStatement) => `  new   ${id}: ${data.text}`;

/** Formats a date: “2022/2026, inferred: the article gives no date” */
const formatDate = ({ edtf, basis, ground }: DateField) => `${edtf ?? 'no date'}, ${basis}${ground ? `: ${ground}` : ''}`;

const section = (title: string, parts: readonly string[]) =>
  parts.length > 0 ? `# ${title} (${parts.length})\n\n${parts.join('\n')}\n\n` : '';

/** Returns the id of an item from its file: `content/events/ferry-pact.yaml` → `event:ferry-pact` */
const itemOf = (file: string) => /^content\/(\w+)s\/([^/.]+)/.exec(file)?.slice(1).join(':');
