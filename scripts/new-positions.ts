import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseFile } from '../src/loader/parse-file.ts';
import { readContent } from '../src/loader/read-content.ts';
import { UserError } from '../src/loader/user-error.ts';
import { readLedger } from './new/ledger.ts';
import { formatQuestions } from './new/questions.ts';
import { runCommand } from './run.ts';

const USAGE = `usage: npm run new:positions -- <entry>

Prints the questions that an article may answer, those of its themes first: what the other articles answer, what the article says
on the theme, and a position to copy. Writes nothing: a question without a position is a silence once questionsRead is set.`;

await runCommand(USAGE, () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [entry, ...others] = positionals;
  if (!entry || others.length > 0) throw new UserError('expected one entry', 'npm run new:positions -- <entry>');
  const loaded = readContent(process.cwd());
  const lineOf = (file: string, question: number) => parseFile(file, readFileSync(file, 'utf8')).lineOf(['questions', question]);
  console.log(formatQuestions(loaded.content, entry, readLedger(loaded, entry), lineOf));
});
