import { stemmer } from 'stemmer';
import type { Content } from '../src/record/content.ts';
import { findUnreviewed } from '../src/rules/index.ts';
import { findSentences } from '../src/rules/prose.ts';
import { type NewStatement, newStatements, oldTexts, sentencesAboutAll } from '../src/rules/review.ts';
import type { DateField } from '../src/schema/field-types.ts';
import type { Statement } from '../src/schema/statement.ts';
import { splitWords } from './article-texts.ts';
import type { LedgerStatement } from './new/items.ts';

/** Maximum number of candidates of a statement in another article. */
const MAX_CANDIDATES = 3;
/** Minimum similarity of a candidate. */
const MIN_SIMILARITY = 0.15;

/**
 * Formats the statements of other articles that may contradict or confirm those of an article, each as a relation to complete. A
 * candidate is similar in events, actors, themes, places and words, or is about the same actors and a same place. The most similar
 * come first.
 *
 * @param known pairs that are related already, `<from> <to>` in either order
 */
export function formatCandidates(own: readonly LedgerStatement[], others: readonly LedgerStatement[], known: ReadonlySet<string>): string {
  const features = new Map([...own, ...others].map(({ id, data }) => [id, statementFeatures(data)]));
  const similarity = createSimilarity([...features.values()]);
  const actorsOf = ({ id, data }: LedgerStatement) => features.get(id)!.intersection(new Set(data.actors.map((actor) => `actor:${actor}`)));
  const isAboutSame = (from: LedgerStatement, to: LedgerStatement) =>
    actorsOf(from).isSubsetOf(actorsOf(to)) &&
    similarity(actorsOf(from), actorsOf(to)) > 0 &&
    from.data.places.some((place) => to.data.places.includes(place));
  const groups = own.map((from) => {
    const pairs = others
      .map((to) => ({ to, value: similarity(features.get(from.id)!, features.get(to.id)!) }))
      .filter(({ to, value }) => value >= MIN_SIMILARITY || isAboutSame(from, to))
      .filter(({ to }) => !known.has(`${from.id} ${to.id}`) && !known.has(`${to.id} ${from.id}`))
      .toSorted((a, b) => b.value - a.value);
    const byArticle = Map.groupBy(pairs, ({ to }) => to.id.slice(0, to.id.lastIndexOf('.'))).values();
    return { from, pairs: [...byArticle].flatMap((list) => list.slice(0, MAX_CANDIDATES)) };
  });
  return [
    ...groups
      .filter(({ pairs }) => pairs.length > 0)
      .toSorted((a, b) => b.pairs[0]!.value - a.pairs[0]!.value)
      .map(({ from, pairs }) => [`# ${formatStatement(from)}`, ...pairs.map(({ to }) => formatPair(from, to))].join('\n')),
    '# The list is not complete: it compares ids and words. Compare the other answers too: npm run new:positions -- <entry>\n',
  ].join('\n\n');
}

const formatStatement = ({ id, data }: LedgerStatement) => `${id} (${data.kind}): ${data.text}`;

function formatPair(from: LedgerStatement, to: LedgerStatement): string {
  const shared = (['events', 'actors', 'themes', 'places'] as const).flatMap((name) =>
    from.data[name].filter((id) => to.data[name].includes(id)).map((id) => `${name.slice(0, -1)} ${id}`),
  );
  const figures = figuresOf(from.data.text).flatMap(({ value, unit }) => {
    const others = figuresOf(to.data.text).filter((each) => unit && each.unit === unit);
    return others.map((other) => (other.value === value ? `same figure ${value}` : `figures differ: ${value}, ${other.value}`));
  });
  return [
    `#   ${formatStatement(to)}`,
    `#   ${[...figures, ...shared].join(' · ')}`,
    `  - { from: ${from.id}, to: ${to.id}, kind: , why: }`,
  ].join('\n');
}

/** Maximum number of statements that are printed with a sentence. */
const MAX_STATEMENTS = 3;

/**
 * Formats the texts that new statements may have made false, each with these statements. Sentences that share words with them come
 * first. Of the others, prints the number in each file, or all.
 *
 * @param all whether to print the sentences that share no words with a new statement
 */
export function formatReview(content: Content, all = false): string {
  const added = newStatements(content);
  if (added.length === 0) return 'All texts were compared with all statements.\n';
  const texts = oldTexts(content).map(({ file, name, entries, statements }) => {
    const prose = findSentences(content).flatMap((each) => (each.file === file ? [each.sentence] : []));
    const news = statements.length > 0 ? statements.map(formatNew) : [`  new   the words of ${entries.join(', ')}`];
    return [`${file}  ${name}`, `  text  ${prose.join(' ')}`, ...news].join('\n');
  });
  const { near = [], far = [] } = Object.groupBy(sentencesWithStatements(content, added), ({ news }) => (news.length > 0 ? 'near' : 'far'));
  const format = ({ file, sentence, news }: (typeof near)[number]) => [`${file}\n  text  ${sentence}`, ...news.map(formatNew)].join('\n');
  const counts = [...Map.groupBy(far, ({ file }) => file)].map(([file, { length }]) => `${String(length).padStart(4)}  ${file}`);
  const last = [...new Map(added.map(({ entry, data }) => [entry, data.n]))];
  return [
    section('Texts that cite no new statement about their subject', texts),
    section('Sentences about all articles, with new statements that share words', near.map(format)),
    all
      ? section('Sentences about all articles that share no words with a new statement', far.map(format))
      : section('Files with sentences that share no words with a new statement; --all prints them', counts, '\n'),
    section('Dates of events', eventDates(content, added)),
    `When all are compared, write ${last.map(([entry, n]) => `textsRead: ${n} in content/entries/${entry}/index.mdx`).join(', ')}.\n`,
  ].join('');
}

/** Returns the sentences about all articles with the new statements that are most similar, the most similar first. */
function sentencesWithStatements(content: Content, added: readonly NewStatement[]) {
  const similarity = createSimilarity(content.ledgers.flatMap(({ data }) => data.statements.map(statementFeatures)));
  return sentencesAboutAll(content)
    .map(({ file, sentence }) => {
      const own = textFeatures(sentence, itemOf(file));
      const near = added
        .map((statement) => ({ statement, value: similarity(own, statementFeatures(statement.data)) }))
        .filter(({ value }) => value > 0)
        .toSorted((a, b) => b.value - a.value);
      const news = near.slice(0, MAX_STATEMENTS).map(({ statement }) => statement);
      return { file, sentence, value: near[0]?.value ?? 0, news };
    })
    .toSorted((a, b) => b.value - a.value);
}

/** Returns the date of each event that a new statement with a date mentions, with its ground and the dates of these statements. */
function eventDates(content: Content, added: readonly NewStatement[]): string[] {
  const uncovered = findUnreviewed(content).filter(({ rule }) => rule === 'event-date-covers-new-statements');
  return content.events.flatMap(({ id, file, data: { title, date } }) => {
    const dated = added.filter(({ data }) => data.events.includes(id) && data.date.edtf);
    if (dated.length === 0) return [];
    const faults = uncovered.flatMap((each) => (each.file === file ? [`  lint  ${each.message}`] : []));
    const dates = dated.map((statement) => `${formatNew(statement)} (${formatDate(statement.data.date)})`);
    return [[`${file}  ${title}`, `  date  ${formatDate(date)}`, ...faults, ...dates].join('\n')];
  });
}

const formatNew = ({ id, data }: NewStatement) => `  new   ${id}: ${data.text}`;

/** “2022/2026, inferred: the article gives no date” */
const formatDate = ({ edtf, basis, ground }: DateField) => `${edtf ?? 'no date'}, ${basis}${ground ? `: ${ground}` : ''}`;

const section = (title: string, parts: readonly string[], separator = '\n\n') =>
  parts.length > 0 ? `# ${title} (${parts.length})\n\n${parts.join(separator)}\n\n` : '';

/** `content/events/ferry-pact.yaml` → `event:ferry-pact` */
const itemOf = (file: string) => /^content\/(\w+)s\/([^/.]+)/.exec(file)?.slice(1).join(':');

/** What a text is about: `event:…`, `actor:…`, `theme:…`, `place:…`, stems of words, and figures. */
type Features = Set<string>;

/** How much an id that two statements share counts, compared with a word. */
const WEIGHTS: Record<string, number> = { event: 3, actor: 1.5, place: 1.5, theme: 1 };

/** Stems of words that name no subject. */
const STOP =
  /^(?:a|an|and|are|as|at|be|been|by|did|do|does|for|from|ha|had|have|he|her|hi|him|if|in|into|is|it|of|on|or|she|so|say|said|that|the|their|they|thi|to|wa|were|what|when|which|who|will|with|would|not|no|other|than|whether|after|befor|nor|ani|all|also|sai|tell|nobodi|noth|articl|onli|name|mention|report|call|give|known)$/;

const wordFeatures = (text: string) =>
  splitWords(text)
    .map((word) => (/^\d/.test(word) ? word : stemmer(word.replace(/['’]s$/, ''))))
    .filter((word) => !STOP.test(word));

/** Returns the features of a statement. */
const statementFeatures = ({ text, events, actors, themes, places, speakers }: Statement): Features =>
  new Set([
    ...events.map((id) => `event:${id}`),
    ...[...actors, ...speakers].flatMap((id) => (typeof id === 'string' ? [`actor:${id}`] : [])),
    ...themes.map((id) => `theme:${id}`),
    ...places.map((id) => `place:${id}`),
    ...wordFeatures(text),
  ]);

/** Returns the features of a text about an item, such as `event:ferry-pact`. */
const textFeatures = (text: string, item?: string): Features => new Set([...(item ? [item] : []), ...wordFeatures(text)]);

/** Returns whether a feature is too frequent to make anything similar, as the two countries of the Record are. */
const isCommon = (count: number, all: number) => count > Math.max(10, all / 5);

/** Returns a function that compares two sets of features: 0 to about 1. What few statements share counts most. */
function createSimilarity(all: readonly Features[]): (a: Features, b: Features) => number {
  const counts = new Map<string, number>();
  for (const features of all) for (const each of features) counts.set(each, (counts.get(each) ?? 0) + 1);
  const weight = (feature: string) => {
    const count = counts.get(feature) ?? 1;
    if (isCommon(count, all.length)) return 0;
    return (WEIGHTS[feature.slice(0, Math.max(0, feature.indexOf(':')))] ?? 1) * Math.log((all.length + 1) / count);
  };
  const norm = (features: Features) => Math.sqrt([...features].reduce((sum, each) => sum + weight(each) ** 2, 0)) || 1;
  return (a, b) => [...a].reduce((sum, each) => sum + (b.has(each) ? weight(each) ** 2 : 0), 0) / (norm(a) * norm(b));
}

/** Returns the figures of a text, with the word that follows: `65 projects`. Years and days are dates, not figures. */
const figuresOf = (text: string): { value: string; unit: string }[] =>
  [...text.matchAll(/(?<![\p{L}\d.,])(\d[\d.,]*\d|\d)(?:\s*(%)|(?:-|\s+)(?:per\s+)?(\p{L}+))?/gu)].flatMap(
    ([, value = '', percent, unit = '']) =>
      /^(?:19|20)\d\d$/.test(value) ||
      /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(unit)
        ? []
        : [{ value, unit: percent ?? stemmer(unit) }],
  );
