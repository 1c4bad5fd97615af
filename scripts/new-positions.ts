import { existsSync, globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { UserError } from '../src/loader/user-error.ts';
import { replaceFile, runCommand } from './run.ts';
import { addSilentPositions } from './new/positions.ts';

const USAGE = `usage: npm run new:positions -- <entry> [--dry-run]

Adds an entry as silent to every question that has no position of it, and lists these questions. Compare each with the article.
--dry-run lists the questions and writes nothing.`;

await runCommand(USAGE, () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false } } });
  const [entry, ...others] = positionals;
  if (!entry || others.length > 0) throw new UserError('expected one entry', 'npm run new:positions -- <entry>');
  if (!existsSync(`content/entries/${entry}`)) throw new UserError(`no entry "${entry}"`, 'name a folder of content/entries');
  let count = 0;
  for (const file of globSync('content/themes/*.mdx').toSorted()) {
    const { text, questions } = addSilentPositions(readFileSync(file, 'utf8'), entry);
    if (!values['dry-run'] && questions.length > 0) replaceFile(file, text);
    for (const { question, line } of questions) console.log(`${file.replaceAll('\\', '/')}:${line}  ${question}`);
    count += questions.length;
  }
  if (values['dry-run']) console.log(`\nDry run: ${count} silent positions of ${entry} would be added.`);
  else {
    console.log(`\nAdded ${count} silent positions of ${entry}. If the article speaks on a question, replace silent by text and rests.`);
    console.log(`To undo, delete the lines { entry: ${entry}, silent: true } named above.`);
  }
});
