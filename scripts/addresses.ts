import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  formatBrokenPermalinks,
  formatUnlistedPermalinks,
  parsePermalinks,
  permalinksOfBuild,
  readBuiltSite,
} from '../src/editions/permalinks.ts';
import { editionFolder, readEditionFiles } from '../src/editions/edition-files.ts';
import { compareWithHistory } from '../src/editions/history.ts';
import { assertValid, readContent } from '../src/loader/load-record.ts';
import { UserError } from '../src/loader/errors.ts';
import { pluralize } from '../src/text/english.ts';
import { checkSiteUrl, replaceFile, runCommand } from './command.ts';

const USAGE = `usage: npm run addresses [-- --check]

Writes the permalinks of the last build to addresses.txt of the edition in preparation.
Fails if a permalink of a published edition is broken, or a published edition differs from git.
  --check   write nothing; fail if addresses.txt differs from the build`;

await runCommand(USAGE, () => {
  checkSiteUrl();
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  const root = process.cwd();
  const content = assertValid(readContent(root));
  if (!existsSync('dist/index.html')) throw new UserError('dist/ does not contain a build', 'run npm run build');

  const editions = readEditionFiles(root, content);
  const last = editions.at(-1)!;
  const site = readBuiltSite('dist', content);
  const history = compareWithHistory(root);
  const broken = formatBrokenPermalinks(editions, site);
  if (broken) throw new UserError(broken);
  if (history.known && history.changes.length > 0)
    throw new UserError(`Changed after publication:\n${history.changes.map((each) => `  ${each}`).join('\n')}`, 'restore it from git');

  if (values.check || last.data.status === 'published') {
    const unlisted = formatUnlistedPermalinks(editions, site, content);
    if (unlisted) throw new UserError(unlisted);
    const compared = history.known
      ? `${pluralize(history.editions, 'published edition')} compared with git`
      : `Not compared with git: ${history.why}`;
    console.log(`All permalinks resolve, and all pages are listed. ${compared}.`);
  } else {
    const text = permalinksOfBuild(editions, site, content);
    const file = `${editionFolder(last.name)}/addresses.txt`;
    replaceFile(file, text);
    console.log(`Wrote ${parsePermalinks(text).length} permalinks to ${file}.`);
  }
});
