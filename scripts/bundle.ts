import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeBundle } from '../src/editions/bundle.ts';
import { verifyFolder } from '../src/editions/verify-manifest.ts';
import { sha256 } from '../src/text/sha256.ts';
import { MANIFEST } from '../src/editions/manifest.ts';

/**
 * `npm run bundle`: the last build as one zip that any static server serves, with its manifest, check sums and how to verify them.
 * The same build gives the same bytes. Refuses a `dist/` that was changed since it was built.
 */
if (!existsSync(join('dist', MANIFEST))) fail('There is no build to bundle: run npm run build first.');
else {
  const { manifest, differences } = verifyFolder('dist');
  if (differences.length > 0) fail(`dist/ was changed since it was built:\n${differences.map((each) => `  ${each}`).join('\n')}`);
  else {
    const { name, zip } = makeBundle('dist', manifest, readFileSync('LICENSE'));
    writeFileSync(name, zip);
    console.log(`${name}: ${(zip.length / 1e6).toFixed(1)} MB, SHA-256 ${sha256(Buffer.from(zip))}`);
    if (manifest.status === 'in-preparation') console.log(`Edition ${manifest.edition} is in preparation: this is no published edition.`);
  }
}

function fail(message: string) {
  console.error(message);
  process.exitCode = 1;
}
