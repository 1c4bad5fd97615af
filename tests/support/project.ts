import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProjectFiles } from '../../scripts/project-copies.ts';
import { hashFiles } from '../../src/editions/manifest.ts';
import { archive } from './archive.ts';

/** A running build. */
export interface RunningBuild {
  process: ChildProcess;
  ended: Promise<{ code: number | null; error: string }>;
}

/** Creates the project in a temporary folder, with the fixture archive as its content and this project's font cache. */
export function makeProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'record-faults-'));
  copyProjectFiles(root);
  cpSync(archive, root, { recursive: true });
  return root;
}

/** Copies a project with its build and caches. */
export function copyProject(from: string): string {
  const root = mkdtempSync(join(tmpdir(), 'record-faults-'));
  cpSync(from, root, { recursive: true, verbatimSymlinks: true });
  return root;
}

/** Starts `node scripts/build.ts`. */
export function startBuild(cwd: string): RunningBuild {
  const child = spawn('node', ['scripts/build.ts'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let error = '';
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  return { process: child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, error }))) };
}

/** Waits until a build has begun to write the site. */
export async function waitForOutput(root: string): Promise<void> {
  const staging = join(root, '.build');
  for (let tries = 0; tries < 1200; tries++) {
    if (existsSync(staging) && readdirSync(staging).some((name) => existsSync(join(staging, name, 'site')))) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the build wrote nothing');
}

/** Paths of files that differ between the builds of two projects. */
export function diffBuilds(root: string, other: string): string[] {
  const [first, second] = [root, other].map((folder) => hashFiles(join(folder, 'dist')));
  return Object.keys({ ...first, ...second }).filter((path) => first![path] !== second![path]);
}

/** Whether this machine allows a test to mount file systems. */
export const canMount = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

/** Runs a shell script whose mounts are private and disappear when it ends; returns its output. */
export function runWithMounts(script: string): string {
  const { stdout, stderr } = spawnSync('unshare', ['--mount', 'bash', '-c', script], { encoding: 'utf8' });
  return stdout + stderr;
}

export const remove = (root: string) => rmSync(root, { recursive: true, force: true, maxRetries: 5 });
