import type { Content } from '../../src/record/content.ts';
import { pluralize } from '../../src/text/english.ts';
import type { LedgerStatement } from './ledger.ts';

/**
 * Formats the questions that an entry may answer: those of its themes, the theme with most statements first, with the answers of the
 * other articles, its own statements on the theme and a position to copy. Other questions follow, one line each.
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
  const location = (file: string, index: number) => `${file}:${lineOf(file, index)}`;
  const parts = sorted
    .filter(({ id }) => own(id).length > 0)
    .map(({ id, file, data }) => {
      const said = own(id).map((each) => `  ${each.id}  ${each.data.text}`);
      const questions = data.questions.map(({ question, positions }, index) => {
        const answers = positions.filter(({ text }) => text).map((each) => `  ${labels.get(each.entry) ?? each.entry}: ${each.text}`);
        const state = positions.some((each) => each.entry === entry) ? '  (has a position)' : '';
        return [`${location(file, index)}  ${question}${state}`, ...answers].join('\n');
      });
      return [`# ${data.title}: ${pluralize(own(id).length, 'statement')}`, ...said, '', questions.join('\n\n')].join('\n');
    });
  const others = sorted
    .filter(({ id }) => own(id).length === 0)
    .flatMap(({ file, data }) => data.questions.map(({ question }, index) => `${location(file, index)}  ${question}`));
  const stub = `      - entry: ${entry}\n        text: >-\n          …\n        rests: [${entry}.s1]`;
  return [
    ...parts,
    `# Questions of themes without a statement of ${entry}`,
    ...others,
    '',
    `If the article speaks on a question, copy this below its positions. Otherwise write nothing: it is a silence.\n${stub}`,
    `When all questions are read, write questionsRead: "<today>" in content/entries/${entry}/index.mdx.`,
  ].join('\n');
}
