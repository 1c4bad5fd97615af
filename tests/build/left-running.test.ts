import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const module = new URL('../../scripts/build/left-running.ts', import.meta.url).href;

let folder = '';
let sleeper: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'record-left-'));
  mkdirSync(join(folder, '.build'));
});
afterEach(() => {
  sleeper?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A process that works in a folder and has been noted as the step of a build in `folder`. */
async function stepIn(place: string): Promise<ChildProcess> {
  sleeper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { cwd: place, stdio: 'ignore' });
  await new Promise((started) => sleeper!.once('spawn', started));
  writeFileSync(join(folder, '.build/step'), String(sleeper.pid));
  return sleeper;
}

/** What the next build in `folder` does first. */
const endLeftRunning = () =>
  spawnSync(process.execPath, ['--input-type=module', '-e', `(await import(${JSON.stringify(module)})).endLeftRunning()`], { cwd: folder });

// Only where the system tells in which folder a process works.
describe.skipIf(!existsSync('/proc/self/cwd'))('the step that a killed build left running', () => {
  it('is ended where it works in this folder', async () => {
    const step = await stepIn(folder);
    const ended = new Promise((resolve) => step.once('exit', (_, signal) => resolve(signal)));
    expect(endLeftRunning().status).toBe(0);
    expect(await ended).toBe('SIGKILL');
  });

  it('is left alone where its number is that of a process elsewhere', async () => {
    const step = await stepIn(tmpdir());
    expect(endLeftRunning().status).toBe(0);
    expect(process.kill(step.pid!, 0)).toBe(true);
    expect(step.exitCode ?? step.signalCode).toBeNull();
  });

  it.each(['', 'x', '999999999'])('may be noted as “%s”, which is none', (note) => {
    writeFileSync(join(folder, '.build/step'), note);
    expect(endLeftRunning().status).toBe(0);
  });
});
