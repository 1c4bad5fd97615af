import { existsSync, writeFileSync } from 'node:fs';
import { readContent } from '../src/loader/read-content.ts';
import { formatDiagnostics } from '../src/loader/reporters/text.ts';
import { permalinksOfBuild, formatUnlistedPermalinks, formatBrokenPermalinks } from '../src/editions/permalink-report.ts';
import { readBuiltSite } from '../src/editions/built-site.ts';
import { editionHistory } from '../src/editions/history.ts';
import { editionFolder, readEditionFiles } from '../src/editions/edition-files.ts';

/**
 * `npm run addresses`: writes what the last build issues into the list of the edition in preparation; lists of published editions
 * are never touched. `npm run addresses -- --check`: compares only, the lists with git's history too; exit code 1 where they differ.
 */
const root = process.cwd();
const check = process.argv.includes('--check');
const { content, diagnostics } = readContent(root);

if (diagnostics.length > 0) fail(formatDiagnostics(diagnostics));
else if (!existsSync('dist/index.html')) fail('There is no build: run npm run build first.');
else {
  const editions = readEditionFiles(root, content);
  const last = editions.at(-1)!;
  const site = readBuiltSite('dist', content);
  const history = editionHistory(root);
  const breaches = history.known ? history.breaches : [];
  const unanswered = formatBrokenPermalinks(editions, site);
  if (unanswered) fail(unanswered);
  if (breaches.length > 0)
    fail(`What was published was changed:\n${breaches.map((each) => `  ${each}`).join('\n')}\n    → restore it from git`);
  if (!unanswered && breaches.length === 0) {
    if (check || last.data.status === 'published') {
      const differs = formatUnlistedPermalinks(editions, site, content);
      if (differs) fail(differs);
      else
        console.log(
          `All addresses that were issued answer, and all that answer are issued; ${history.known ? `${history.editions} published editions are as git has them` : `git’s history was not compared: ${history.why}`}.`,
        );
    } else {
      const text = permalinksOfBuild(editions, site, content);
      const file = `${editionFolder(last.name)}/addresses.txt`;
      writeFileSync(file, text);
      console.log(
        `${file}: ${text.split('\n').filter((line) => line.startsWith('/')).length} addresses, to be issued with edition ${last.name}.`,
      );
    }
  }
}

function fail(message: string) {
  console.error(message);
  process.exitCode = 1;
}
