import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copyProjectFiles } from './build/project-copy.ts';
import { diffDirectories } from './reproducible-build/diff-directories.ts';

/**
 * `npm run same-bytes`: builds the project as it is twice, in two folders, the second at another time, in another time zone and with
 * the first one's caches, and compares byte for byte. `-- --dist` compares the last build with one in another folder, at another
 * time, with cold caches. All differences are counted, the first is shown; exit code 1 where there is one.
 */
const root = process.cwd();
const CACHES = ['.astro', '.fonts'];
const OTHER_TIME = {
  TZ: 'Pacific/Kiritimati',
  LC_ALL: 'C',
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${resolve(root, 'scripts/reproducible-build/shift-clock.mjs')}`.trim(),
};

const places: string[] = [];
try {
  const withDist = process.argv.includes('--dist');
  if (withDist && !existsSync('dist/index.html')) throw new Error('There is no build to compare with: run npm run build first.');
  const first = withDist ? root : built(place(root, []), {});
  const second = built(place(first, withDist ? [] : CACHES), OTHER_TIME);
  const { files, differing: found } = diffDirectories(join(first, 'dist'), join(second, 'dist'));
  if (found.length === 0)
    console.log(`Two builds are the same byte for byte: ${files} files, two folders, two clocks and time zones, warm and cold caches.`);
  else {
    console.error(`${found.length} of ${files} files differ between two builds. The first:\n  ${found[0]!.path} ${found[0]!.how}`);
    for (const { path } of found.slice(1, 20)) console.error(`  ${path}`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  for (const each of places) rmSync(each, { recursive: true, force: true });
}

/** A copy of what a build is made from, in a folder of its own, with caches of another. */
function place(from: string, caches: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'record-same-bytes-'));
  places.push(folder);
  copyProjectFiles(folder, root, ['content']);
  for (const each of caches) if (existsSync(join(from, each))) cpSync(join(from, each), join(folder, each), { recursive: true });
  return folder;
}

/** Builds in a folder; gives the folder. The commit is that of the project, whose repository is elsewhere. */
function built(folder: string, environment: Record<string, string>): string {
  const repository = spawnSync('git', ['rev-parse', '--absolute-git-dir'], { cwd: root, encoding: 'utf8' });
  const git = repository.status === 0 ? { GIT_DIR: repository.stdout.trim(), GIT_WORK_TREE: folder, GIT_OPTIONAL_LOCKS: '0' } : {};
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...git, ...environment },
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`The build in ${folder} failed:\n${stdout.slice(-2000)}${stderr}`);
  return folder;
}
