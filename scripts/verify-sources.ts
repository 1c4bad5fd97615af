import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readContent } from '../src/loader/read-content.ts';
import { formatDiagnostics } from '../src/loader/reporters/text.ts';
import { UserError } from '../src/loader/user-error.ts';
import { runCommand } from './run.ts';
import { articlePath } from './sources/article.ts';
import { compareArticles } from './sources/compare-articles.ts';

const USAGE = `usage: npm run verify-sources [-- <folder of texts>]

Compares the content with the texts of the articles, <folder>/<entry>/paragraphs.tsv: fingerprints and word counts of passages,
locators, quotations, wordings of terms. Reports sentences copied from an article (eight words in a row outside quotation marks).
The default folder is ../shared/sources; if it is missing, nothing is compared. A folder that you name must be complete.`;

await runCommand(USAGE, () => {
  const [named] = parseArgs({ allowPositionals: true }).positionals;
  const folder = named ?? '../shared/sources';
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
