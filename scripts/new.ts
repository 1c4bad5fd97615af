import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '../src/loader/read-content.ts';
import { Cancelled, terminalPrompter } from './new/prompter.ts';
import { entryOptions, textsFolder, newEntry, nextSteps, splitParagraphs, formatOutline } from './new/entry.ts';
import { UsageError, writeFiles } from './new/write-files.ts';
import { wantsHelp } from './options.ts';
import { splitWords } from './sources/article.ts';
import { readText } from './sources/read-text.ts';

/**
 * Writes the entry of an article from its text as saved from the web: `npm run new -- article.txt`. Takes the text apart, proposes
 * what it can, asks on a terminal for the rest (`--yes` does not ask), and writes the entry's folder, never over one that is there.
 * `--role 7-9=furniture` corrects what a block is taken for; `--texts <folder>` keeps the passages for `npm run verify-sources`.
 */
const USAGE = `npm run new -- <article.txt> [--id <outlet>-<year>] [--title …] [--publisher <actor>] [--author <actor>]… [--genre …]
      [--date <EDTF>] [--basis printed|reckoned|inferred] [--wording …] [--ground …] [--language …] [--url …]… [--label …]
      [--role <block>=<role>]… [--encoding …] [--texts <folder outside the project>] [--yes] [--dry-run]`;

try {
  if (!wantsHelp(`usage: ${USAGE}`)) await run();
} catch (error) {
  if (error instanceof UsageError) console.error(error.message);
  else if (!(error instanceof Cancelled)) throw error;
  process.exitCode = 1;
}

async function run() {
  const { values, positionals } = readOptions();
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new UsageError('Name one text file', USAGE);
  if (!existsSync(file)) throw new UsageError(`There is no ${file}`, 'name the file in which the article’s text was saved');
  const { text, encoding, guessed } = readText(readFileSync(file), values.encoding);
  if (guessed) console.log(`Read as ${encoding}, which is a guess: if the letters below are wrong, name the --encoding.\n`);

  const { content } = readContent(process.cwd());
  const asker = !values.yes && process.stdin.isTTY && process.stdout.isTTY ? terminalPrompter : undefined;
  const today = new Date().toISOString().slice(0, 10);
  const entry = await newEntry(text, values, content, today, asker);
  const { files, outline, answers } = entry;
  const folder = `content/entries/${answers.id}`;
  const texts = values.texts === undefined ? undefined : textsFolder(process.cwd(), values.texts, answers.id);

  console.log(`${formatOutline(outline)}\n`);
  if (outline.blocks.length === 1)
    console.log('The text has no line breaks: it is one passage. Part its paragraphs by blank lines if the article has some.\n');
  const words = [...outline.passages.values()].reduce((sum, passage) => sum + splitWords(passage).length, 0);
  const what = `${outline.passages.size} passages, ${words} words`;
  if (values['dry-run']) {
    console.log([...files].map(([path, body]) => `${path} would be:\n\n${body}`).join('\n'));
    console.log(`Nothing was written (${what}).`);
    return;
  }
  writeFiles(new Map([...files, ...(texts ? [[texts, splitParagraphs(outline)] as const] : [])]), [
    folder,
    ...(texts ? [dirname(texts)] : []),
  ]);
  console.log(
    `Wrote ${folder} (${what}). To undo: delete that folder${texts ? ` and ${dirname(texts)}` : ''}.\n\nNext:\n${nextSteps(entry, content)}`,
  );
}

function readOptions() {
  try {
    return parseArgs({ allowPositionals: true, options: entryOptions });
  } catch (error) {
    throw new UsageError((error as Error).message, USAGE);
  }
}
