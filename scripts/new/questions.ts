import type { Content } from '../../src/record/content.ts';
import { pluralize } from '../../src/text/english.ts';
import type { LedgerStatement } from './ledger.ts';

/**
 * Formats the questions that an entry may answer, with the answers of the other articles, and a position to copy. The theme with most of
 * its statements comes first, with these statements.
 *
 * @param lineOf line of a question in the file of its theme
 */
export function formatQuestions(
  { themes, entries }: Pick<Content, 'themes' | 'entries'>,
  entry: string,
  statements: readonly LedgerStatement[],
  lineOf: (file: string, question: number) => number,
): string {
  const own = (theme: string) => statements.filter(({ data }) => data.themes.includes(theme));
  const labels = new Map(entries.map(({ id, data }) => [id, data.label]));
  const sorted = themes.toSorted((a, b) => own(b.id).length - own(a.id).length || a.data.order - b.data.order);
  const parts = sorted.map(({ id, file, data }) => {
    const said = own(id).map((each) => `  ${each.id}  ${each.data.text}`);
    const questions = data.questions.map(({ question, positions }, index) => {
      const answers = positions.filter(({ text }) => text).map((each) => `  ${labels.get(each.entry) ?? each.entry}: ${each.text}`);
      const state = positions.some((each) => each.entry === entry) ? '  (has a position)' : '';
      return [`${file}:${lineOf(file, index)}  ${question}${state}`, ...answers].join('\n');
    });
    return [`# ${data.title}: ${pluralize(own(id).length, 'statement')}`, ...said, '', `${questions.join('\n\n')}\n`].join('\n');
  });
  const stub = `      - entry: ${entry}\n        text: >-\n          …\n        rests: [${entry}.s1]`;
  return [
    ...parts,
    `If the article speaks on a question, copy this below its positions. Otherwise write nothing: it is a silence.\n${stub}`,
    `When all questions are read, write questionsRead: "<today>" in content/entries/${entry}/index.mdx.`,
  ].join('\n');
}
