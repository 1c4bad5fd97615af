import type { Content } from '../../src/record/content.ts';
import { findUnreviewed } from '../../src/rules/index.ts';
import { newStatements, oldTexts, sentencesAboutAll } from '../../src/rules/review.ts';
import { findSentences } from '../../src/rules/style.ts';
import { createSimilarity, statementFeatures, textFeatures } from './similarity.ts';

/** Minimum similarity of a statement that is printed with a sentence. */
const MIN_SIMILARITY = 0.12;

/** Formats the texts that new statements may have made false, each with these statements, the most endangered sentences first. */
export function formatReview(content: Content): string {
  const added = newStatements(content);
  if (added.length === 0) return 'All texts were compared with all statements.\n';
  const features = new Map(added.map(({ id, data }) => [id, statementFeatures(data)]));
  const all = content.ledgers.flatMap(({ data }) => data.statements.map(statementFeatures));
  const similarity = createSimilarity(all);
  const proseOf = (file: string) => findSentences(content).filter((each) => each.file === file);
  const texts = oldTexts(content).map(({ file, name, entries, statements }) =>
    [
      `${file}  ${name}`,
      `  text  ${proseOf(file)
        .map(({ sentence }) => sentence)
        .join(' ')}`,
      ...(statements.length > 0
        ? statements.map(({ id, data }) => `  new   ${id}: ${data.text}`)
        : [`  new   the words of ${entries.join(', ')}`]),
    ].join('\n'),
  );
  const sentences = sentencesAboutAll(content)
    .map(({ file, sentence }) => {
      const own = textFeatures(sentence, itemOf(file));
      const near = added
        .map((statement) => ({ statement, value: similarity(own, features.get(statement.id)!) }))
        .filter(({ value }) => value >= MIN_SIMILARITY)
        .toSorted((a, b) => b.value - a.value)
        .slice(0, 2);
      return { file, sentence, near };
    })
    .toSorted((a, b) => (b.near[0]?.value ?? 0) - (a.near[0]?.value ?? 0))
    .map(({ file, sentence, near }) =>
      [`${file}\n  text  ${sentence}`, ...near.map(({ statement: { id, data } }) => `  new   ${id}: ${data.text}`)].join('\n'),
    );
  const dates = findUnreviewed(content)
    .filter(({ rule }) => rule === 'event-date-covers-new-statements')
    .map(({ file, message }) => `${file}  ${message}`);
  const last = [...new Map(added.map(({ entry, data }) => [entry, data.n]))];
  return `${[
    section('Texts that cite no new statement about their subject', texts),
    section('Sentences about all articles', sentences),
    section('Dates of events', dates),
  ].join(
    '',
  )}When all are compared, write ${last.map(([entry, n]) => `textsRead: ${n} in content/entries/${entry}/index.mdx`).join(', ')}.\n`;
}

const section = (title: string, parts: readonly string[]) =>
  parts.length > 0 ? `# ${title} (${parts.length})\n\n${parts.join('\n\n')}\n\n` : '';

/** `content/events/ferry-pact.yaml` → `event:ferry-pact` */
const itemOf = (file: string) => /^content\/(\w+)s\/([^/.]+)/.exec(file)?.slice(1).join(':');
