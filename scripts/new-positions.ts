import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { addSilentPositions } from './new/positions.ts';
import { assertKnownOptions } from './options.ts';

/**
 * Adds an explicit silence of an entry to every question that has nothing on it yet: `npm run new:positions -- <entry>`. A silence is
 * a claim like any other: each question is named, to be read against the article. `--dry-run` only names them.
 */
const USAGE = 'usage: npm run new:positions -- <entry> [--dry-run]';

const asked = assertKnownOptions(USAGE, () => parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean' } } }));
if (asked) writeSilences(asked.positionals[0], asked.values['dry-run'] ?? false);

function writeSilences(entry: string | undefined, dryRun: boolean) {
  if (!entry || !existsSync(`content/entries/${entry}`)) {
    console.error(`${entry ? `There is no content/entries/${entry}.` : 'Name one entry.'}\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  let count = 0;
  for (const file of globSync('content/themes/*.mdx').toSorted()) {
    const { text, questions } = addSilentPositions(readFileSync(file, 'utf8'), entry);
    if (!dryRun && questions.length > 0) writeFileSync(file, text);
    for (const { question, line } of questions) console.log(`${file.replaceAll('\\', '/')}:${line}  ${question}`);
    count += questions.length;
  }
  const said = `${count} silences of ${entry}`;
  console.log(
    dryRun
      ? `\nWould write ${said}.`
      : `\nWrote ${said}. Read each question against the article: where it speaks, put text and rests in the place of silent.\nTo undo: git checkout content/themes`,
  );
}
