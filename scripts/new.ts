import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readContent } from '../src/loader/load-record.ts';
import { UserError } from '../src/loader/errors.ts';
import type { Content } from '../src/record/content.ts';
import { pluralize } from '../src/text/english.ts';
import { isAfterToday, replaceFile, runCommand, today } from './command.ts';
import {
  createEntry,
  formatBlocks,
  formatDoubts,
  formatNextSteps,
  formatPassages,
  formatWorksheet,
  passagesFile,
  pathOutside,
} from './new/entry.ts';
import { acceptOutline, formatOutline, outletNames, type Outline, parseOutline, proposeOutline } from './new/outline.ts';
import { fillStatements } from './new/fill.ts';
import { readFrontmatter } from './new/items.ts';
import { readSavedArticle } from './new/read-article.ts';
import { findRemoval, removeEntry, writeFiles } from './new/content-files.ts';
import { splitWords } from './article-texts.ts';

const USAGE = `usage: npm run new -- <article.html or article.txt> [options]
       npm run new -- --fill <entry>
       npm run new -- --remove <entry> [--yes]

The first run writes an outline next to the article: its fields and the role of each block. Edit it, and remove the question marks
of what is right. The second run creates content/entries/<id>/ from it. Reads saved pages (.html, .mhtml) and plain text.

--encoding        encoding of the file, such as shift_jis
--texts <folder>  also saves the passages and a worksheet, each passage above its stub, outside the project
--yes             writes no outline; unsure blocks stay body, unsure fields stay empty
--fill <entry>    adds what statements lack and their texts name: actors, events, places; also numbers, and who passes them on
--remove <entry>  lists what an entry that was never published added and changed; with --yes, undoes it`;

await runCommand(USAGE, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      fill: { type: 'string' },
      remove: { type: 'string' },
      encoding: { type: 'string' },
      texts: { type: 'string' },
      yes: { type: 'boolean' },
    },
  });
  const root = process.cwd();
  if (values.remove !== undefined) return remove(root, values.remove, values.yes ?? false);
  const { content } = readContent(root);
  if (values.fill !== undefined) return fill(root, values.fill, content);
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new UserError('expected one file', 'name the file that contains the article');
  const { draft, detected } = await readSavedArticle(file, values.encoding, outletNames(content.actors));
  if (detected) console.log(`Detected the encoding ${detected}. If the letters below are wrong, set --encoding.\n`);

  const outlineFile = join(dirname(file), `${basename(file, extname(file))}.outline.txt`);
  const isEdited = existsSync(outlineFile);
  const outline = isEdited
    ? parseOutline(readFileSync(outlineFile, 'utf8'), outlineFile, draft.blocks)
    : proposeOutline(draft, content.actors);
  const again = ['npm run new --', ...[file, ...(values.texts ? ['--texts', values.texts] : [])].map(quoteSpaces)].join(' ');
  if (!isEdited && !values.yes) return writeOutline(root, again, outlineFile, outline);

  console.log(`${formatBlocks(acceptOutline(outline).blocks)}\n`);
  const { entry, passages, files } = createEntry(outline, today());
  const folder = `content/entries/${entry.id}`;
  const texts = values.texts === undefined ? undefined : passagesFile(root, values.texts, entry.id);
  warnOfFuture(entry.published.edtf);
  const doubts = formatDoubts(outline);
  if (doubts) console.log(`Not accepted, so the block stays body and the field stays empty:\n${doubts}\n`);
  const words = [...passages.values()].reduce((sum, passage) => sum + splitWords(passage).length, 0);
  const size = `${pluralize(passages.size, 'passage')}, ${pluralize(words, 'word')}`;
  if (texts) {
    files.set(texts, formatPassages(passages));
    files.set(join(dirname(texts), 'worksheet.txt'), formatWorksheet(entry, passages));
  }
  writeFiles(files, [folder, ...(texts ? [dirname(texts)] : [])]);
  const undo = `To undo, delete that folder${texts ? ` and ${dirname(texts)}` : ''}.`;
  console.log(`Wrote ${folder} (${size}). ${undo}\n\nNext:\n${formatNextSteps(entry.id)}`);
});

function quoteSpaces(argument: string): string {
  return /\s/.test(argument) ? `"${argument}"` : argument;
}

/** Writes an outline. @param command that creates the entry from it */
function writeOutline(root: string, command: string, path: string, outline: Outline): void {
  pathOutside(root, path, 'the outline', 'move the article outside the project, for example to ../texts/');
  const doubts = formatDoubts(outline);
  warnOfFuture(outline.fields.date.value || null);
  console.log(`${formatBlocks(outline.blocks)}\n${doubts ? `\nUnsure:\n${doubts}\n` : ''}`);
  writeFiles(new Map([[path, formatOutline(outline, command)]]));
  console.log(`Wrote ${path}. Nothing is written into the project yet.\nNext: edit the outline, then: ${command}`);
}

function warnOfFuture(edtf: string | null): void {
  if (isAfterToday(edtf)) console.log(`Warning: the date of publication "${edtf}" is after today. Check the year.\n`);
}

function fill(root: string, entry: string, content: Content): void {
  const { source } = readFrontmatter(root, entry).data;
  const path = join('content/entries', entry, 'statements.yaml');
  const { text, lines, missing } = fillStatements(readFileSync(join(root, path), 'utf8'), source ?? {}, content);
  replaceFile(join(root, path), text);
  if (missing.length > 0)
    console.log(`Named in the text, but not in the lists that are there. Add what is right:\n${missing.join('\n')}\n`);
  console.log(
    [...lines, `Added fields to ${pluralize(lines.length, 'statement')}. Next: check them in ${path}, and choose the themes.`].join('\n'),
  );
}

function remove(root: string, entry: string, confirmed: boolean): void {
  const removal = findRemoval(root, entry);
  for (const [path, text] of removal.files) console.log(`${text ? 'restore' : 'delete '}  ${path}`);
  const edition = removal.others.map((path) => /^content\/editions\/([^/]+)\/edition\.yaml$/.exec(path)?.[1]).find(Boolean);
  if (removal.others.length > 0) console.log(`\nUncommitted, but not of this article. They stay:\n  ${removal.others.join('\n  ')}`);
  if (edition) console.log(`If its note names the article, replace it: npm run edition -- ${edition} --note "…"`);
  console.log('\nThe outline, the passages and the worksheet outside the project stay.');
  if (confirmed) removeEntry(root, removal);
  console.log(confirmed ? `Removed ${entry}.` : `Nothing is changed yet. To do this: npm run new -- --remove ${entry} --yes`);
}
