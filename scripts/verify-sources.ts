import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { readContent } from '../src/loader/read-content.ts';
import { formatDiagnostics } from '../src/loader/reporters.ts';
import { UserError } from '../src/loader/user-error.ts';
import { replaceFile, runCommand } from './run.ts';
import { articlePath, fingerprintPassages, readArticle } from './sources/article.ts';
import { compareArticles } from './sources/compare-articles.ts';

const USAGE = `usage: npm run verify-sources [-- <folder of texts> [--add-passages]]

Compares the content with the texts of the articles, <folder>/<entry>/paragraphs.tsv: fingerprints and word counts of passages,
locators, quotations, wordings of terms. Reports sentences copied from an article (eight words in a row outside quotation marks).
The default folder is ../shared/sources; if it is missing, nothing is compared. A folder that you name must be complete.
--add-passages first writes the passages.yaml of each entry that has none.`;

await runCommand(USAGE, () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'add-passages': { type: 'boolean' } } });
  const [named] = positionals;
  const folder = named ?? '../shared/sources';
  if (values['add-passages']) addPassages(folder);
  const { content, diagnostics } = readContent(process.cwd());
  if (diagnostics.length > 0) throw new UserError(formatDiagnostics(diagnostics));
  // A missing text is an error only in a folder that was named.
  const reportMissing = (message: string) => {
    if (named) throw new UserError(message, 'name a folder that contains the text of every article');
    console.log(`${message}: not compared`);
  };
  if (!existsSync(folder)) {
    reportMissing(`no folder "${folder}"`);
    return;
  }
  for (const { id, compared } of compareArticles(process.cwd(), content, folder)) {
    if (!compared) {
      reportMissing(`no file "${articlePath(folder, id)}"`);
      continue;
    }
    const { passages, quotations, wordings, mismatches } = compared;
    const counts = `${id}: ${passages} passages, ${quotations} quotations, ${wordings} wordings`;
    if (mismatches.length === 0) console.log(`${counts}, all correct`);
    else {
      const report = mismatches.map(({ file, line, message, hint }) => `  ${file}:${line}: ${message}\n      → ${hint}`);
      console.error([`${counts}, ${mismatches.length} errors`, ...report].join('\n'));
      process.exitCode = 1;
    }
  }
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
