import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MANIFEST, parseManifest, verifyFolder } from '../src/editions/manifest.ts';
import { UserError } from '../src/loader/errors.ts';
import { copyProjectFiles } from './project-copies.ts';
import { checkSiteUrl, runCommand } from './command.ts';

const USAGE = `usage: npm run reproducible-build
Builds a copy of the project without caches, in another folder, time zone and year, and compares it with the manifest of dist/.
If files differ, lists them, keeps the copy and exits with 1.`;

/** Moves the clock of a process 400 days and some hours ahead, so that any date of the build shows. */
const SHIFT_CLOCK = `const { now } = Date;
const shifted = () => now() + 400 * 86_400_000 + 5 * 3_600_000 + 1234;
globalThis.Date = class extends Date {
  constructor(...args) {
    super(...(args.length > 0 ? args : [shifted()]));
  }
  static now = shifted;
};`;

await runCommand(USAGE, () => {
  checkSiteUrl();
  const path = join('dist', MANIFEST);
  if (!existsSync(path)) throw new UserError('there is no build to compare with', 'run npm run build first');
  const copy = mkdtempSync(join(tmpdir(), 'record-reproducible-build-'));
  copyProjectFiles(copy, process.cwd(), ['content']);
  build(copy);
  const { compared, differences } = verifyFolder(join(copy, 'dist'), parseManifest(readFileSync(path, 'utf8'), path));
  if (differences.length > 0)
    throw new UserError(`two builds differ:\n  ${differences.join('\n  ')}`, `compare them: diff -r dist ${join(copy, 'dist')}`);
  rmSync(copy, { recursive: true, force: true });
  console.log(`Two builds are identical byte for byte: ${compared} files.`);
});

/** Builds in a folder. The manifest names the commit of this repository. @throws {UserError} if the build fails */
function build(cwd: string): void {
  const env = {
    ...process.env,
    ...(existsSync('.git') && { GIT_DIR: resolve('.git'), GIT_WORK_TREE: cwd, GIT_OPTIONAL_LOCKS: '0' }),
    TZ: 'Pacific/Kiritimati',
    LC_ALL: 'C',
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=data:text/javascript,${encodeURIComponent(SHIFT_CLOCK)}`.trim(),
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new UserError(`the build in ${cwd} failed:\n${stdout.slice(-2000)}${stderr}`);
}
