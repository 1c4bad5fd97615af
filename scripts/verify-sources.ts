import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { assertValid, readContent } from '../src/loader/load-record.ts';
import { UserError } from '../src/loader/errors.ts';
import { replaceFile, runCommand } from './command.ts';
import { readLedger } from './new/items.ts';
import { articlePath, fingerprintPassages, readArticle } from './article-texts.ts';
import { compareArticles, formatMismatch, TEXTS_FOLDER } from './compare-articles.ts';

const USAGE = `usage: npm run verify-sources [-- <folder of texts> [<entry>] [--add-passages]]

Compares the content with the texts of the articles, <folder>/<entry>/paragraphs.tsv: fingerprints and word counts of passages,
locators, quotations, wordings of terms. Reports sentences copied from an article (eight words in a row outside quotation marks).
The default folder is ../shared/sources. Articles whose texts are missing there are not compared.
With an entry, only its article is compared, also while other files have errors.
--add-passages first writes the passages.yaml of each entry that has none.`;

await runCommand(USAGE, () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'add-passages': { type: 'boolean' } } });
  const [named, entry] = positionals;
  const folder = named ?? TEXTS_FOLDER;
  if (values['add-passages']) addPassages(folder);
  const loaded = readContent(process.cwd());
  if (entry) readLedger(loaded, entry);
  const content = entry ? loaded.content : assertValid(loaded);
  const comparisons = compareArticles(process.cwd(), content, folder).filter(({ id }) => !entry || id === entry);
  if (named && comparisons.every(({ compared }) => !compared))
    throw new UserError(`"${folder}" contains the text of no article`, 'name a folder with files <entry>/paragraphs.tsv');
  for (const { id, compared } of comparisons) {
    if (!compared) continue;
    const { passages, quotations, wordings, mismatches } = compared;
    const counts = `${id}: ${passages} passages, ${quotations} quotations, ${wordings} wordings`;
    if (mismatches.length === 0) console.log(`${counts}, all correct`);
    else {
      console.error([`${counts}, ${mismatches.length} errors`, ...mismatches.map(formatMismatch)].join('\n'));
      process.exitCode = 1;
    }
  }
  const missing = comparisons.filter(({ compared }) => !compared).map(({ id }) => id);
  if (missing.length > 0) console.log(`Not compared, without a text in "${folder}": ${missing.join(', ')}`);
});

/** Writes the missing passages.yaml of each entry from its text. Existing files do not change. */
function addPassages(folder: string): void {
  for (const id of readdirSync('content/entries')) {
    const target = join('content/entries', id, 'passages.yaml');
    if (existsSync(target) || !existsSync(articlePath(folder, id))) continue;
    replaceFile(target, stringify({ passages: fingerprintPassages(readArticle(folder, id)) }));
    console.log(`Wrote ${target}.`);
  }
}
