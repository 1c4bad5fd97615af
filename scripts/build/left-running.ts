import { existsSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a build notes the process of the step that it runs, for the next one, should it be killed itself. */
const NOTE = join('.build', 'step');

/** For how long, in milliseconds, a process that was ended is waited for. */
const PATIENCE = 5_000;

/** Notes the process of the step that this build runs. */
export function noteStep(pid: number): void {
  if (existsSync('.build')) writeFileSync(NOTE, String(pid));
}

/**
 * Ends the step that a killed build left running in this folder: it would write into caches that the next build uses. Where the system
 * does not tell in which folder a process works, nothing is ended, since its number may be another's by now.
 */
export function endLeftRunning(): void {
  const pid = existsSync(NOTE) ? Number.parseInt(readFileSync(NOTE, 'utf8'), 10) : NaN;
  if (!Number.isInteger(pid) || !worksHere(pid)) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    return; // it ended in between
  }
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < PATIENCE && worksHere(pid); waited += 20) Atomics.wait(pause, 0, 0, 20);
}

function worksHere(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === process.cwd();
  } catch {
    return false;
  }
}
