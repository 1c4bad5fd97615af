import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../src/loader/user-error.ts';
import { copyProjectFiles } from './reproducible-build/copy-project.ts';
import { diffDirectories } from './reproducible-build/diff-directories.ts';
import { checkSiteUrl } from './environment.ts';
import { runCommand } from './run.ts';

const USAGE = `usage: npm run reproducible-build
Builds a copy of the project without caches, in another folder, time zone and year, and compares it with dist/ byte for byte.
Prints the first difference and exits with 1 if there is any.`;

/** Number of differing files to list. */
const MAX_LISTED = 20;

await runCommand(USAGE, () => {
  checkSiteUrl();
  if (!existsSync('dist/index.html')) throw new UserError('there is no build to compare with', 'run npm run build first');
  const copy = mkdtempSync(join(tmpdir(), 'record-reproducible-build-'));
  try {
    copyProjectFiles(copy, process.cwd(), ['content']);
    build(copy);
    const { files, differing } = diffDirectories('dist', join(copy, 'dist'));
    const [first, ...others] = differing.slice(0, MAX_LISTED);
    if (first) {
      const more = others.map(({ path }) => `\n  ${path}`).join('');
      throw new UserError(
        `${differing.length} of ${files} files differ between two builds. The first:\n  ${first.path} ${first.how}${more}`,
      );
    }
    console.log(`Two builds are identical byte for byte: ${files} files.`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

/** Builds in a folder. The manifest names the commit of this repository. @throws {UserError} if the build fails */
function build(cwd: string): void {
  const env = {
    ...process.env,
    ...(existsSync('.git') && { GIT_DIR: resolve('.git'), GIT_WORK_TREE: cwd, GIT_OPTIONAL_LOCKS: '0' }),
    TZ: 'Pacific/Kiritimati',
    LC_ALL: 'C',
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${pathToFileURL('scripts/reproducible-build/shift-clock.mjs').href}`.trim(),
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new UserError(`the build in ${cwd} failed:\n${stdout.slice(-2000)}${stderr}`);
}
