import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archive } from './archive.ts';
import { copyProjectFiles } from '../../scripts/reproducible-build/copy-project.ts';
import { changedFiles, hashDirectory } from '../../scripts/build/hash-directory.ts';

/** How a build ended. */
export interface Ended {
  code: number | null;
  error: string;
}

/** A build at work. */
export interface Running {
  process: ChildProcess;
  ended: Promise<Ended>;
}

/** The project in a folder of its own, with the invented archive as its content. */
export function makeProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'record-faults-'));
  copyProjectFiles(root);
  cpSync(archive, root, { recursive: true });
  return root;
}

/** A copy of a project, with its site and caches. */
export function copyProject(from: string): string {
  const root = mkdtempSync(join(tmpdir(), 'record-faults-'));
  cpSync(from, root, { recursive: true, verbatimSymlinks: true });
  return root;
}

/** Starts `node scripts/build.ts`. */
export function startBuild(root: string): Running {
  const child = spawn('node', ['scripts/build.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  let error = '';
  child.stderr!.on('data', (chunk: Buffer) => (error += chunk.toString()));
  // `exit`, not `close`: what a killed build leaves running holds its output open.
  return { process: child, ended: new Promise((resolve) => child.once('exit', (code) => setTimeout(() => resolve({ code, error }), 50))) };
}

/** Waits until a build is about to write its site. */
export async function atWork(root: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (existsSync(join(root, '.build')) && readdirSync(join(root, '.build')).some((name) => name.startsWith('site-'))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the build does not begin');
}

/** In what the site of one project differs from that of another. */
export function differences(root: string, other: string): string[] {
  const of = (project: string) =>
    new Map([...hashDirectory(join(project, 'dist'))].map(([path, hash]) => [path.slice(project.length), hash]));
  return changedFiles(of(root), of(other));
}

/** Whether this machine lets a test mount file systems of its own. */
export const canMount = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

/** Runs a shell script in which mounts are its own, and gone when it ends. */
export function withMounts(script: string): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync('unshare', ['--mount', 'bash', '-c', script], { encoding: 'utf8' });
  return { code: status, said: stdout + stderr };
}

export const remove = (root: string) => rmSync(root, { recursive: true, force: true, maxRetries: 5 });
