import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError } from './build-error.ts';

/** Where a site is built before it takes the place of the last good one. */
export interface StagingDir {
  /** The folder of the new site: this build's own, into which nothing that a killed build left running writes. */
  site: string;
  /** Puts the new site in the place of `dist/`. @throws {BuildError} where `dist/` cannot be replaced: it is unchanged then */
  publish: () => void;
  /** Removes everything but the site that was published. */
  close: () => void;
}

const STAGE = '.build';

/**
 * Opens the stage in this folder, for this process alone. What a killed build left is cleared away; where it was killed while it
 * published, the last good site is put back.
 *
 * @throws {BuildError} where another build is at work, or nothing can be written here
 */
export function openStagingDir(): StagingDir {
  const [site, last] = [join(STAGE, `site-${process.pid}`), join(STAGE, 'last')];
  const putBack = () => {
    if (!existsSync('dist') && existsSync(last)) renameSync(last, 'dist');
  };
  try {
    if (!existsSync(STAGE)) mkdirSync(STAGE);
    putBack();
    for (const name of readdirSync(STAGE)) rmSync(join(STAGE, name), { recursive: true, force: true });
  } catch (error) {
    if (error instanceof BuildError) throw error;
    throw new BuildError(
      `Nothing can be built here (${(error as Error).message}): see that you may write in this folder, and that the disk is not full.`,
    );
  }
  return {
    site,
    publish() {
      try {
        if (existsSync('dist')) renameSync('dist', last);
        renameSync(site, 'dist');
      } catch (error) {
        putBack();
        throw new BuildError(
          `dist/ cannot be replaced (${(error as Error).message}): see that you may write here, and that nothing is mounted there or holds it open. It is unchanged.`,
        );
      }
    },
    close: () => rmSync(STAGE, { recursive: true, force: true, maxRetries: 3 }),
  };
}
