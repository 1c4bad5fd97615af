import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseFile } from '../src/loader/parse-file.ts';
import { readContent } from '../src/loader/load-record.ts';
import { UserError } from '../src/loader/errors.ts';
import type { Content } from '../src/record/content.ts';
import { pluralize } from '../src/text/english.ts';
import { type LedgerStatement, readLedger } from './new/items.ts';
import { runCommand } from './command.ts';

const USAGE = `usage: npm run new:positions -- <entry>

Prints all questions, those of the article's themes first: what the other articles answer, what the article says on the theme, and a
position to copy. Writes nothing: a question without a position is a silence once questionsRead is set.`;

await runCommand(USAGE, () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [entry, ...others] = positionals;
  if (!entry || others.length > 0) throw new UserError('expected one entry', 'run npm run new:positions -- <entry>');
  const loaded = readContent(process.cwd());
  console.log(formatQuestions(loaded.content, entry, readLedger(loaded, entry)));
});

/** Formats the questions of all themes. The theme with most statements of the entry comes first, with these statements. */
function formatQuestions({ themes, entries }: Content, entry: string, statements: readonly LedgerStatement[]): string {
  const own = (theme: string) => statements.filter(({ data }) => data.themes.includes(theme));
  const labels = new Map(entries.map(({ id, data }) => [id, data.label]));
  const sorted = themes.toSorted((a, b) => own(b.id).length - own(a.id).length || a.data.order - b.data.order);
  const parts = sorted.map(({ id, file, data }) => {
    const { lineOf } = parseFile(file, readFileSync(file, 'utf8'));
    const said = own(id).map((each) => `  ${each.id}  ${each.data.text}`);
    const questions = data.questions.map(({ question, positions }, index) => {
      const answers = positions.filter(({ text }) => text).map((each) => `  ${labels.get(each.entry) ?? each.entry}: ${each.text}`);
      const state = positions.some((each) => each.entry === entry) ? '  (has a position)' : '';
      return [`${file}:${lineOf(['questions', index])}  ${question}${state}`, ...answers].join('\n');
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
