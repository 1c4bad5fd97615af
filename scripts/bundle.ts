import { readFileSync } from 'node:fs';
import { createBundle } from '../src/editions/downloads.ts';
import { sha256, verifyFolder } from '../src/editions/manifest.ts';
import { UserError } from '../src/loader/errors.ts';
import { checkSiteUrl, replaceFile, runCommand } from './command.ts';

const USAGE = `usage: npm run bundle

Packs the last build as a zip that any static web server can serve, with checksums and a README.
The same build gives the same bytes. Fails if dist/ was changed after the build.`;

await runCommand(USAGE, () => {
  checkSiteUrl();
  const { manifest, differences } = verifyFolder('dist');
  if (differences.length > 0)
    throw new UserError(
      `dist/ was changed after the build:\n${differences.map((each) => `  ${each}`).join('\n')}`,
      'run npm run build again',
    );
  const { name, zip } = createBundle('dist', manifest, readFileSync('LICENSE'));
  replaceFile(name, zip);
  console.log(`${name}: ${(zip.length / 1e6).toFixed(1)} MB, SHA-256 ${sha256(zip)}`);
  if (manifest.address === null) console.log('The build is a local preview: set SITE_URL and build again before you publish it.');
  if (manifest.status === 'in-preparation') console.log(`Edition ${manifest.edition} is in preparation: do not publish this bundle.`);
});
