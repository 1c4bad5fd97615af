import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyFolder, verifyHost } from '../src/editions/verify-manifest.ts';
import { readManifest } from '../src/editions/manifest.ts';
import { assertKnownOptions } from './options.ts';

/**
 * `npm run verify -- <folder or URL> [--manifest <file>]`: compares a folder, or what a host serves, with a manifest: by default the
 * one that is there. All differences are said; exit code 1 where there is one.
 */
const USAGE = 'usage: npm run verify -- <folder or URL> [--manifest <manifest.json>]';

const asked = assertKnownOptions(USAGE, () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { manifest: { type: 'string' } } });
  if (!positionals[0]) throw new Error('name a folder or an address');
  return { place: positionals[0], ...values };
});
if (asked) {
  const { place } = asked;
  try {
    const own = asked.manifest === undefined ? undefined : readManifest(readFileSync(asked.manifest, 'utf8'));
    const { manifest, compared, differences } = /^https?:\/\//.test(place) ? await verifyHost(place, own) : verifyFolder(place, own);
    const { edition, status, commit } = manifest;
    const made = `edition ${edition}${status === 'published' ? '' : ' (in preparation)'}, commit ${commit ?? 'unknown'}`;
    if (differences.length === 0) console.log(`${place} is ${made}: all ${compared} files are as the manifest has them.`);
    else {
      console.error(
        `${place} is not ${made}:\n${differences.map((each) => `  ${each}`).join('\n')}\n${differences.length} of ${compared} files differ.`,
      );
      process.exitCode = 1;
    }
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
