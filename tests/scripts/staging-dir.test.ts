import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/archive.ts';

let root = '';
beforeEach(() => (root = temporaryFolder()));

/** Opens a staging directory in the folder, in another process, and returns the directories that remain. */
function openStagingDir(): string[] {
  const module = pathToFileURL('scripts/staging-dir.ts').href;
  const code = `const { openStagingDir } = await import(${JSON.stringify(module)}); openStagingDir().remove();`;
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root, encoding: 'utf8' });
  expect(stderr).toBe('');
  return existsSync(join(root, '.build')) ? readdirSync(join(root, '.build')) : [];
}

const leave = (pid: number | undefined) => mkdirSync(join(root, '.build', String(pid)), { recursive: true });

describe('openStagingDir', () => {
  it('keeps the directory of a build that is running', async () => {
    const child = spawn(process.execPath, ['--eval', 'console.log(1); setTimeout(() => {}, 60_000)', 'scripts/build.ts'], { cwd: root });
    await new Promise((started) => child.stdout.once('data', started));
    leave(child.pid);
    expect(openStagingDir()).toEqual([String(child.pid)]);
    child.kill('SIGKILL');
  });

  it.skipIf(!existsSync('/proc/self/cwd'))(
    'deletes the directory of a build that was killed, though its parent has not awaited it',
    async () => {
      const parent = spawn('sh', ['-c', `"${process.execPath}" --eval 0 & echo $!; exec sleep 60`], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const output = text(parent.stdout);
      const pid = await new Promise<number>((printed) => parent.stdout.once('data', (line: Buffer) => printed(Number(line.toString()))));
      const state = () => spawnSync('sed', ['-n', 's/^State:\\s*//p', `/proc/${pid}/status`], { encoding: 'utf8' }).stdout;
      for (let tries = 0; tries < 100 && !state().startsWith('Z'); tries++) await new Promise((later) => setTimeout(later, 50));
      expect(state()).toMatch(/^Z/);
      leave(pid);
      expect(openStagingDir()).toEqual([]);
      parent.kill('SIGKILL');
      await output;
    },
  );

  it.skipIf(!existsSync('/proc/self/cwd'))('deletes a directory whose number another program has now', () => {
    leave(process.ppid);
    leave(1);
    expect(openStagingDir()).toEqual([]);
  });
});
