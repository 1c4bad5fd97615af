import { existsSync } from 'node:fs';
import { readContent } from '../src/loader/read-content.ts';
import { formatDiagnostics } from '../src/loader/reporters/text.ts';
import { compareArticles } from './sources/compare-articles.ts';

/**
 * Compares the Record with the articles' texts: `npm run verify-sources -- <folder>`, by default `../shared/sources`. Fingerprints
 * and word counts match, every locator exists, every quotation stands exactly in its passage, every wording of a term as often as
 * counted, and no content file holds eight words of an article in a row outside quotation marks. Says it by article, with file and
 * line; exit code 1 where something does not agree. A folder that was named must be there; the default one may be missing.
 */
const named = process.argv[2];
const folder = named ?? '../shared/sources';
const { content, diagnostics } = readContent(process.cwd());

if (diagnostics.length > 0) fail(formatDiagnostics(diagnostics));
else if (!existsSync(folder)) {
  const said = `No article texts at ${folder}: quotations and fingerprints were not compared.`;
  if (named) fail(said);
  else console.log(said);
} else {
  for (const { id, compared } of compareArticles(process.cwd(), content, folder)) {
    if (!compared) {
      const said = `${id}: no text at ${folder}/${id}/paragraphs.tsv, not compared`;
      if (named) fail(said);
      else console.log(said);
      continue;
    }
    const { passages, quotations, wordings, disagreements } = compared;
    const counted = `${id}: ${passages} passages, ${quotations} quotations, ${wordings} wordings`;
    if (disagreements.length === 0) console.log(`${counted}: all as they should be`);
    else
      fail(
        [
          `${counted}: ${disagreements.length} do not agree`,
          ...disagreements.map(({ file, line, what, remedy }) => `  ${file}:${line}: ${what}\n      → ${remedy}`),
        ].join('\n'),
      );
  }
}

function fail(message: string) {
  console.error(message);
  process.exitCode = 1;
}
