import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../src/loader/errors.ts';

/** Where a build writes the site before it replaces `dist/`. */
export interface StagingDir {
  /** Path of the new site. */
  site: string;
  /** Replaces `dist/` with the new site. @throws {UserError} if `dist/` cannot be replaced; it is unchanged then */
  publish: () => void;
  /** Deletes the staging directory. */
  remove: () => void;
}

const ROOT = '.build';

/**
 * Creates a staging directory for this process, and deletes those of builds that were killed.
 * If a build was killed while it published, restores the `dist/` that it had moved away.
 *
 * @throws {UserError} if the project directory is not writable
 */
export function openStagingDir(): StagingDir {
  const own = join(ROOT, String(process.pid));
  const [site, previous] = [join(own, 'site'), join(own, 'previous')];
  try {
    // Not recursive: that reports a read-only file system as ENOENT.
    if (!existsSync(ROOT)) mkdirSync(ROOT);
    for (const name of readdirSync(ROOT)) {
      restore(join(ROOT, name, 'previous'));
      if (!isRunning(name)) rmSync(join(ROOT, name), { recursive: true, force: true });
    }
    mkdirSync(own);
  } catch (error) {
    throw new UserError(
      `Cannot write to the project directory: ${(error as Error).message}`,
      'check its permissions and the free disk space',
    );
  }
  return {
    site,
    publish() {
      try {
        if (existsSync('dist')) renameSync('dist', previous);
        renameSync(site, 'dist');
      } catch (error) {
        restore(previous);
        throw new UserError(
          `Cannot replace dist/: ${(error as Error).message}. It is unchanged.`,
          'check its permissions, and that it is neither a mount point nor open in another program',
        );
      }
    },
    remove() {
      rmSync(own, { recursive: true, force: true, maxRetries: 3 });
      if (existsSync(ROOT) && readdirSync(ROOT).length === 0) rmdirSync(ROOT);
    },
  };
}

function restore(previous: string): void {
  if (!existsSync('dist') && existsSync(previous)) renameSync(previous, 'dist');
}

/**
 * Returns whether the build with this process id is running: it may still write to its own directory. Another program may have the id
 * now, so on Linux the command line must be that of a build. A zombie process has an empty one.
 */
function isRunning(pid: string): boolean {
  if (Number(pid) === process.pid) return false;
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('build.ts');
    return process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
