import { existsSync, rmSync, statfsSync } from 'node:fs';
import { siteUrl } from '../src/config/site.ts';
import { whyUnknown } from '../src/editions/history.ts';
import { hashFiles } from '../src/editions/manifest.ts';
import { checkPublishedEditions } from '../src/editions/published-editions.ts';
import { loadContent } from '../src/loader/load-record.ts';
import { formatDiagnostics, UserError } from '../src/loader/errors.ts';
import { openStagingDir } from './staging-dir.ts';
import { checkPackages, checkProjectFolder, runCommand } from './command.ts';

const USAGE = `usage: npm run build
Validates the content, builds the site in a staging directory and then replaces dist/ with it.
If anything fails, dist/ is unchanged and the exit code is 1.`;

/** Less free space than this, in bytes, is reported as a full disk. */
const LOW_DISK_BYTES = 1_000_000;

await runCommand(USAGE, async () => {
  checkProjectFolder();
  await checkPackages();
  const started = performance.now();
  const staging = openStagingDir();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      // Threads that still write may create the directory again: the next build deletes it.
      staging.remove();
      console.error(`\nStopped by ${signal}. The last good dist/ is unchanged.`);
      process.exit(1);
    });
  try {
    const before = hashFiles('content');
    validateContent();
    await buildSite(staging.site);
    assertUnchanged(before, hashFiles('content'));
    staging.publish();
  } finally {
    staging.remove();
  }
  console.log(`Built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s. Run npm run serve to view it.`);
  const why = existsSync('.git') ? whyUnknown(process.cwd()) : undefined;
  if (why) console.log(`The manifest names no commit: ${why}.`);
  if (siteUrl.isPreview) console.log('This is a local preview. Set SITE_URL to build a site that can be published and cited.');
});

/** @throws {UserError} if the content breaks a rule or a checksum of a published edition */
function validateContent(): void {
  const { content, diagnostics } = loadContent();
  const problems = diagnostics.length > 0 ? diagnostics : checkPublishedEditions(process.cwd(), content);
  if (problems.length > 0) throw new UserError(formatDiagnostics(problems));
}

/** @throws {UserError} if Astro or an integration fails */
async function buildSite(outDir: string): Promise<void> {
  console.log('Building …');
  // Astro does not detect a corrupt content cache.
  rmSync('.astro/data-store.json', { recursive: true, force: true });
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  try {
    const { build } = await import('astro');
    await build({ outDir, logLevel: 'warn' });
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`${error.message}\n\nThe last good dist/ is unchanged.`, error.hint);
    console.error(error);
    const { bavail, bsize } = statfsSync('.');
    const hint = bavail * bsize < LOW_DISK_BYTES ? 'the disk is full: free some space and build again' : undefined;
    throw new UserError('\nThe build failed. The last good dist/ is unchanged.', hint);
  }
}

/** @throws {UserError} if the content changed during the build */
function assertUnchanged(before: Record<string, string>, after: Record<string, string>): void {
  const changed = Object.keys({ ...before, ...after }).filter((file) => before[file] !== after[file]);
  const files = changed.map((file) => `content/${file}`).join(', ');
  if (changed.length > 0)
    throw new UserError(`Content changed during the build: ${files}. The last good dist/ is unchanged.`, 'build again');
}
