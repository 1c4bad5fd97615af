import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '../src/loader/read-content.ts';
import { UserError } from '../src/loader/user-error.ts';
import { createEntry, entryOptions, formatBlocks, formatNextSteps, formatPassages, passagesFile } from './new/entry.ts';
import { terminalPrompter } from './new/prompter.ts';
import { writeFiles } from './new/write-files.ts';
import { runCommand } from './run.ts';
import { splitWords } from './sources/article.ts';
import { readText } from './sources/read-text.ts';

const USAGE = `usage: npm run new -- <article.txt> [options]

Creates content/entries/<id>/ from the text of an article. Splits the text into blocks, proposes what it can, and prompts for the rest.

--id, --label                              id (<publisher>-<year>) and short label of the entry
--title, --publisher, --author…, --genre   fields of the source; publisher and authors are actor ids
--language, --url…                         language (BCP 47) and addresses of the source
--date                                     date of publication (EDTF)
--basis, --wording, --ground               how the date is known (printed, reckoned or inferred), its words in the article, why this date
--role 3=caption, --role 7-9=furniture     role of a block, or of several
--encoding                                 encoding of the file, such as shift_jis
--texts <folder>                           also saves the passages in a folder outside the project, for npm run verify-sources
--yes                                      accepts every proposal
--dry-run                                  prints the files and writes nothing`;

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: entryOptions });
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new UserError('expected one text file', 'name the file that contains the text of the article');
  if (!existsSync(file)) throw new UserError(`no file "${file}"`, 'name the file that contains the text of the article');
  const { text, encoding, guessed } = readText(readFileSync(file), values.encoding);
  if (guessed) console.log(`Detected the encoding ${encoding}. If the letters below are wrong, set --encoding.\n`);

  const { content } = readContent(process.cwd());
  const prompter = !values.yes && process.stdin.isTTY && process.stdout.isTTY ? terminalPrompter : undefined;
  const today = new Date().toISOString().slice(0, 10);
  const entry = await createEntry(text, values, content, today, prompter);
  const { files, article, answers } = entry;
  const folder = `content/entries/${answers.id}`;
  const texts = values.texts === undefined ? undefined : passagesFile(process.cwd(), values.texts, answers.id);

  console.log(`${formatBlocks(article)}\n`);
  if (article.blocks.length === 1)
    console.log('The text has no line breaks, so it is one passage. Separate paragraphs by blank lines if the article has several.\n');
  const words = [...article.passages.values()].reduce((sum, passage) => sum + splitWords(passage).length, 0);
  const size = `${article.passages.size} passages, ${words} words`;
  if (values['dry-run']) {
    console.log([...files].map(([path, body]) => `${path}:\n\n${body}`).join('\n'));
    console.log(`Dry run: nothing was written (${size}).`);
    return;
  }
  if (texts) files.set(texts, formatPassages(article));
  writeFiles(files, [folder, ...(texts ? [dirname(texts)] : [])]);
  const undo = `To undo, delete that folder${texts ? ` and ${dirname(texts)}` : ''}.`;
  console.log(`Wrote ${folder} (${size}). ${undo}\n\nNext:\n${formatNextSteps(answers, content)}`);
});
