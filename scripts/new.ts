import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '../src/loader/read-content.ts';
import { UserError } from '../src/loader/user-error.ts';
import { pluralize } from '../src/text/english.ts';
import { today } from './environment.ts';
import { changeRoles } from './new/change-roles.ts';
import { applyOptions, createEntry, entryOptions, formatBlocks, formatDoubts, formatNextSteps, formatPassages } from './new/entry.ts';
import { parseRoles, passagesFile, pathOutside, type EntryOptions } from './new/entry.ts';
import { outletNames, proposeOutline } from './new/entry-proposal.ts';
import { formatOutline, parseOutline, type Outline } from './new/outline.ts';
import { readSavedArticle } from './new/read-article.ts';
import { writeFiles } from './new/write-files.ts';
import { runCommand } from './run.ts';
import { splitWords } from './sources/article.ts';

const USAGE = `usage: npm run new -- <article.html or article.txt> [options]

The first run writes an outline next to the article: its fields and the role of each block. Edit it, and remove the question marks
of what is right. The second run creates content/entries/<id>/ from it. Reads saved pages (.html, .mhtml) and plain text.

--id, --label                              id (<publisher>-<year>) and short label of the entry
--title, --publisher, --author…, --genre   fields of the source; publisher and authors are actor ids
--language, --url…                         language (BCP 47) and addresses of the source
--date                                     date of publication (EDTF)
--basis, --wording, --ground               how the date is known (printed, reckoned or inferred), its words in the article, why this date
--role 3=caption, --role 7-9=furniture     role of a block, or of several
--encoding                                 encoding of the file, such as shift_jis
--texts <folder>                           also saves the passages in a folder outside the project, for npm run verify-sources
--yes                                      writes no outline; unsure blocks stay body, unsure fields stay empty
--entry <id> --role 7=furniture            changes roles of an entry that exists and renumbers what refers to its passages
--dry-run                                  prints the files and writes nothing`;

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: entryOptions });
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new UserError('expected one file', 'name the file that contains the article');
  const root = process.cwd();
  const { content } = readContent(root);
  const { draft, detected } = await readSavedArticle(file, values.encoding, outletNames(content.actors));
  if (detected) console.log(`Detected the encoding ${detected}. If the letters below are wrong, set --encoding.\n`);
  if (values.entry !== undefined) return changeEntry(root, values.entry, draft.blocks, values);

  const outlineFile = join(dirname(file), `${basename(file, extname(file))}.outline.txt`);
  const isEdited = existsSync(outlineFile);
  const outline = applyOptions(
    isEdited ? parseOutline(readFileSync(outlineFile, 'utf8'), outlineFile, draft.blocks) : proposeOutline(draft, content.actors),
    values,
  );
  if (!isEdited && !values.yes) return writeOutline(root, file, outlineFile, outline, values);

  const { answers, blocks, passages, files } = createEntry(outline, today());
  const folder = `content/entries/${answers.id}`;
  const texts = values.texts === undefined ? undefined : passagesFile(root, values.texts, answers.id);
  console.log(`${formatBlocks(blocks)}\n`);
  const doubts = formatDoubts(outline);
  if (doubts) console.log(`Not accepted, so the block stays body and the field stays empty:\n${doubts}\n`);
  const words = [...passages.values()].reduce((sum, passage) => sum + splitWords(passage).length, 0);
  const size = `${pluralize(passages.size, 'passage')}, ${pluralize(words, 'word')}`;
  if (values['dry-run']) return printFiles(files, size);
  if (texts) files.set(texts, formatPassages(passages));
  writeFiles(files, [folder, ...(texts ? [dirname(texts)] : [])]);
  const undo = `To undo, delete that folder${texts ? ` and ${dirname(texts)}` : ''}.`;
  console.log(`Wrote ${folder} (${size}). ${undo}\n\nNext:\n${formatNextSteps(answers, content)}`);
});

function writeOutline(root: string, file: string, path: string, outline: Outline, options: EntryOptions): void {
  pathOutside(root, path, 'the outline', 'move the article outside the project, for example to ../texts/');
  const text = formatOutline(outline, `npm run new -- ${/\s/.test(file) ? `"${file}"` : file}`);
  const doubts = formatDoubts(outline);
  console.log(`${formatBlocks(outline.blocks)}\n${doubts ? `\nUnsure:\n${doubts}\n` : ''}`);
  if (options['dry-run']) return printFiles(new Map([[path, text]]), `${outline.blocks.length} blocks`);
  writeFiles(new Map([[path, text]]));
  console.log(`Wrote ${path}. Nothing is written into the project yet.\nNext: edit the outline, then run the command again.`);
}

function changeEntry(root: string, id: string, article: Outline['blocks'], { role = [], texts, 'dry-run': isDry }: EntryOptions): void {
  if (role.length === 0)
    throw new UserError('--entry needs a role', 'add --role 7=furniture; without --entry, the command lists the blocks');
  const path = texts === undefined ? undefined : passagesFile(root, texts, id);
  const { blocks, files, renumbered } = changeRoles(root, id, article, parseRoles(role, article.length), path);
  console.log(`${formatBlocks(blocks)}\n`);
  if (renumbered.size > 0) console.log(`Renumbered: ${[...renumbered].map(([from, to]) => `${from} → ${to}`).join(', ')}\n`);
  if (isDry) return printFiles(files, `${files.size} files`);
  for (const [name, text] of files) writeFileSync(resolve(root, name), text);
  console.log(`Changed ${[...files.keys()].join(', ')}. To undo, use git.`);
}

function printFiles(files: ReadonlyMap<string, string>, size: string): void {
  console.log([...files].map(([path, body]) => `${path}:\n\n${body}`).join('\n'));
  console.log(`Dry run: nothing was written (${size}).`);
}
