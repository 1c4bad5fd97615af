import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { BuildFault } from './build-fault.ts';

/**
 * Takes a lock file for this process: it holds the process's number, and appears with it in one step. A lock whose process is no more is taken over.
 *
 * @throws {BuildFault} where a running process holds it
 */
export function takeLock(file: string): void {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    for (;;) {
      try {
        linkSync(own, file);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = holderOf(file);
      if (holder && isRunning(holder)) {
        throw new BuildFault(
          `Another build is at work here, process ${holder}: wait until it has ended. If that process is no build, remove ${file} and build again.`,
        );
      }
      takeAway(file, holder);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Removes the lock of a dead process; puts back one that another process took in the same moment. */
function takeAway(file: string, dead: number) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (holderOf(aside) !== dead) linkSync(aside, file);
  } catch {
    // Another process was quicker: the next try meets its lock.
  }
  rmSync(aside, { force: true });
}

/** The number in a lock; 0 where there is none. */
function holderOf(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || 0;
  } catch {
    return 0;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
