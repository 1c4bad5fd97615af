import { spawn, type ChildProcess } from 'node:child_process';
import { statfsSync } from 'node:fs';
import { toolOptions } from '../run.ts';
import { BuildError } from './build-error.ts';

/** With this exit code a step of our own ends that has said itself what is wrong, and how to mend it. */
export const EXIT_REPORTED = 2;

/** With less space than this, in bytes, a full disk is why a step failed. */
const LOW_DISK_BYTES = 1_000_000;

let running: ChildProcess | undefined;

/**
 * Runs a tool of `node_modules/.bin` as one step of the build, with its output shown and no telemetry.
 *
 * @throws {BuildError} where it fails
 */
export async function runStep(command: string, args: readonly string[], environment: Record<string, string> = {}): Promise<void> {
  const status = await new Promise<number | null>((resolve, reject) => {
    running = spawn(command, args, { stdio: 'inherit', ...toolOptions(environment) });
    running.once('error', reject);
    running.once('close', resolve);
  });
  running = undefined;
  if (status === 0) return;
  if (status === EXIT_REPORTED) throw new BuildError('');
  const { bavail, bsize } = statfsSync('.');
  const full = bavail * bsize < LOW_DISK_BYTES ? ' The disk is full: make space and build again.' : '';
  throw new BuildError(`\n${command} ${args.join(' ')} failed: the last good dist/ is unchanged.${full}`);
}

/** Ends the step that is running, and this process, when it is told to end; before, leaves the folder in order. */
export function cleanUpOnSignal(leave: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      const end = () => {
        leave();
        console.error(`\nStopped (${signal}): the last good dist/ is unchanged.`);
        process.exit(1);
      };
      if (!running) return end();
      running.removeAllListeners('close').once('close', end);
      running.kill();
    });
  }
}
