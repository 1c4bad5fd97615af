import type { Content } from '../../src/record/content.ts';
import { findUnreviewed } from '../../src/rules/index.ts';
import { newStatements, oldTexts, sentencesAboutAll, type NewStatement } from '../../src/rules/review.ts';
import { findSentences } from '../../src/rules/prose.ts';
import type { DateField } from '../../src/schema/field-types.ts';
import { createSimilarity, statementFeatures, textFeatures } from './similarity.ts';

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
