import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseManifest, verifyFolder, verifyHost } from '../src/editions/manifest.ts';
import { UserError } from '../src/loader/errors.ts';
import { checkSiteUrl, runCommand } from './command.ts';

const USAGE = `usage: npm run verify -- <folder or URL> [--manifest <manifest.json>]

Compares a built site, in a folder or on a host, with its manifest. Prints all differences; exit code 1 if there are any.
  --manifest   a trusted copy of the manifest; by default the site's own`;

await runCommand(USAGE, async () => {
  checkSiteUrl();
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { manifest: { type: 'string' } } });
  const [site] = positionals;
  if (!site || positionals.length > 1) throw new UserError('expected one folder or URL', 'name one, for example npm run verify -- dist');
  const expected = values.manifest === undefined ? undefined : readManifest(values.manifest);
  const { manifest, compared, differences } = await (/^https?:\/\//.test(site) ? verifyHost(site, expected) : verifyFolder(site, expected));
  const { edition, status, commit } = manifest;
  const build = `edition ${edition}${status === 'published' ? '' : ' (in preparation)'}, commit ${commit ?? 'unknown'}`;
  if (differences.length > 0)
    throw new UserError(
      `"${site}" differs from ${build}. Differences: ${differences.length}\n${differences.map((each) => `  ${each}`).join('\n')}`,
    );
  console.log(`"${site}" is ${build}: all ${compared} files match the manifest.`);
});

function readManifest(file: string) {
  if (!existsSync(file)) throw new UserError(`cannot find the file "${file}"`, 'name a copy of manifest.json');
  return parseManifest(readFileSync(file, 'utf8'), file);
}
