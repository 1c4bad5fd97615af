import { stemmer } from 'stemmer';
import { getBounds } from '../src/dates/bounds.ts';
import type { Content } from '../src/record/content.ts';
import { type NewStatement, newStatements, oldEvents, oldTexts, ownSentences, sentencesAboutAll } from '../src/rules/review.ts';
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

/** What a claim contains that a new article may make false. */
const MAY_CHANGE = /\b(?:only|alone|no|none|nobody|nothing|not|never|nor|neither|first|last|latest)\b/iu;

/**
 * Formats the sentences that new statements may have made false, below the nearest of these statements. The likeliest come first. Then
 * come sentences on pages about similar statements, and titles and dates of events that new statements are about. Of the other
 * sentences, prints the number, or all. The last list names the texts that cite no new statement: they may stay as they are.
 *
 * @param all whether to print the sentences that share nothing with a new statement
 */
export function formatReview(content: Content, all = false): string {
  const added = newStatements(content);
  if (added.length === 0) return 'All texts were compared with all statements.\n';
  const rank = createRanking(content);
  const sentences = sentencesAboutAll(content).map((each) => ({ ...each, statements: added }));
  const listed = new Set(sentences.map(({ file }) => file));
  const old = oldTexts(content);
  const claims = old.flatMap(({ file, statements }) => {
    const about = statements.length > 0 ? statements : added;
    const own = ownSentences(content).filter((each) => each.file === file && !listed.has(file) && MAY_CHANGE.test(each.sentence));
    return rank(own.map((each) => ({ ...each, statements: about }))).slice(0, 1);
  });
  const ranked = [...rank(sentences), ...claims];
  const isRelated = createPageComparison(content, added);
  const {
    near = [],
    page = [],
    far = [],
  } = Object.groupBy(ranked, ({ file, nearest }) => (nearest ? 'near' : isRelated(file) ? 'page' : 'far'));
  const format = ({ file, sentence }: (typeof ranked)[number]) => `${file}  ${sentence}`;
  const groups = [...Map.groupBy(near, ({ nearest }) => formatNew(nearest!))].map(([nearest, about]) =>
    [nearest, ...about.map(format)].join('\n'),
  );
  const last = [...new Map(added.map(({ entry, data }) => [entry, data.n]))];
  return [
    section('Sentences that may be false, each below the nearest new statement: correct those that are', near.length, groups),
    section('The same, on pages with an item of a new statement', page.length, page.map(format)),
    section(
      'Events that new statements are about: title, status, description, parts and dates',
      undefined,
      comparedEvents(content, added, old),
    ),
    all
      ? section('Sentences that share nothing with a new statement', far.length, far.map(format))
      : `Sentences that share nothing with a new statement: ${far.length} (--all prints them)\n\n`,
    old.length > 0
      ? `Optional: texts that cite no new statement about their subject, so they could be fuller (npm run lint -- --all names the statements): ${[...new Set(old.map(({ file }) => file))].join(', ')}\n\n`
      : '',
    `When all are compared, write ${last.map(([entry, n]) => `textsRead: ${n} in content/entries/${entry}/index.mdx`).join(', ')}.\n`,
  ].join('');
}

const formatStatement = ({ id, data }: LedgerStatement) => `${id} (${data.kind}): ${data.text}`;

/** Formats a pair: the second statement with its kind, the first question that both answer, figures, and the relation to complete. */
function formatPair(from: LedgerStatement, to: LedgerStatement, questions: readonly string[]): string {
  const figures = findFigures(from.data.text).flatMap(({ value, unit }) => {
    const others = findFigures(to.data.text).filter((each) => unit && each.unit === unit);
    return others.map((other) => (other.value === value ? `same figure ${value}` : `figures differ: ${value}, ${other.value}`));
  });
  const facts = [to.data.kind, ...questions.slice(0, 1).map((each) => each.replace(':', ' ')), ...figures];
  return `#   ${to.data.text} (${facts.join(' · ')})\n  - { from: ${from.id}, to: ${to.id}, kind: , why: }`;
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

/** Returns a function that adds to sentences the nearest of their statements, and sorts the sentences by likeness. */
function createRanking(content: Content) {
  const all = content.ledgers.flatMap(({ data }) => data.statements.map(statementFeatures));
  const similarity = createSimilarity(all, 1 / 20);
  return <T extends { file: string; sentence: string; statements: readonly NewStatement[] }>(sentences: readonly T[]) =>
    sentences
      .map((each) => {
        const own = textFeatures(each.sentence, itemOf(each.file));
        const near = each.statements.map((statement) => ({ statement, value: similarity(own, statementFeatures(statement.data)) }));
        const [first] = near.toSorted((a, b) => b.value - a.value);
        return { ...each, value: first?.value ?? 0, nearest: first && first.value > 0 ? first.statement : undefined };
      })
      .toSorted((a, b) => b.value - a.value);
}

/**
 * Returns a function that returns whether a file is about an item that shares an actor, event, theme or place with new statements: one
 * that two statements name, or at most a tenth of all.
 */
function createPageComparison(content: Content, added: readonly NewStatement[]) {
  const features = content.ledgers.flatMap(({ data }) => data.statements.map((each) => [...statementFeatures(each)].filter(isId)));
  const counts = Map.groupBy(features.flat(), (id) => id);
  const named = new Set(added.flatMap(({ data }) => [...statementFeatures(data)]));
  const shared = (id: string) => named.has(id) && counts.get(id)!.length <= Math.max(2, features.length / 10);
  return (file: string) => {
    const item = itemOf(file) ?? '';
    return named.has(item) || features.some((ids) => ids.includes(item) && ids.some(shared));
  };
}

const isId = (feature: string) => feature.includes(':');

/**
 * Returns the title, status, description and parts of each event that new statements are about and its file does not cite, with the
 * nearest of these; and the date of each event from which a new statement differs, with its ground and the dates of these statements.
 */
function comparedEvents(content: Content, added: readonly NewStatement[], old: ReturnType<typeof oldTexts>): string[] {
  const rank = createRanking(content);
  return oldEvents(content).flatMap(({ id, file, data: { title, status, description, actors, date } }) => {
    const differing = added.filter(({ data }) => data.events.includes(id) && data.date.edtf && isDifferent(date, data.date));
    const uncited = old.find((each) => each.file === file)?.statements ?? [];
    const nearest = rank([{ file, sentence: title, statements: uncited }])[0]?.nearest;
    if (differing.length === 0 && !nearest) return [];
    const others = nearest && !differing.some((each) => each.id === nearest.id) ? [formatNew(nearest)] : [];
    const dates = differing.map((statement) => `${formatNew(statement)} (${formatDate(statement.data.date)})`);
    const parts = actors.map(({ actor, part }) => `  part  ${actor}: ${part}`);
    const head = [`${file}  ${title} (${status}). ${description}`, ...(dates.length > 0 ? [`  date  ${formatDate(date)}`] : []), ...parts];
    return [[...head, ...others, ...dates].join('\n')];
  });
}

/** Returns whether a date lies outside that of an event, or is printed and more exact. A less exact date does not differ. */
function isDifferent(event: DateField, date: DateField): boolean {
  const [old, added] = [openBounds(event), openBounds(date)];
  if (!event.edtf) return true;
  if (added.from <= old.from && added.to >= old.to) return false;
  const isPrinted = date.basis === 'printed' && event.basis !== 'printed';
  return added.from < old.from || added.to > old.to || (isPrinted && old.to !== OPEN);
}

/** Sorts after all days. */
const OPEN = 'open';

function openBounds({ edtf }: DateField) {
  const { from, to } = getBounds(edtf);
  return { from: from ?? '', to: to ?? OPEN };
}

const formatNew = ({ id, data }: NewStatement) => `  new   ${id}: ${data.text}`;

/** Formats a date: “2022/2026, inferred: the article gives no date” */
const formatDate = ({ edtf, basis, ground }: DateField) => `${edtf ?? 'no date'}, ${basis}${ground ? `: ${ground}` : ''}`;

const section = (title: string, count: number | undefined, parts: readonly string[]) =>
  parts.length > 0 ? `# ${title} (${count ?? parts.length})\n\n${parts.join('\n')}\n\n` : '';

/** Returns the id of an item from its file: `content/events/ferry-pact.yaml` → `event:ferry-pact` */
const itemOf = (file: string) => /^content\/(\w+)s\/([^/.]+)/.exec(file)?.slice(1).join(':');
