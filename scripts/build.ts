import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BuildError } from './build/build-error.ts';
import { changedFiles, hashDirectory } from './build/hash-directory.ts';
import { openStagingDir, type StagingDir } from './build/staging-dir.ts';
import { cleanUpOnSignal, runStep } from './build/run-step.ts';

/**
 * Builds the site: checks the content, renders the pages and indexes them in a folder of their own, and only then puts
 * the result in the place of the last good `dist/`. Each step is a process of its own, which gives all its memory back. Exit code 1, and `dist/` untouched, where anything goes wrong.
 */
try {
  const stage = openStagingDir();
  cleanUpOnSignal(stage.close);
  try {
    await build(stage);
  } finally {
    stage.close();
  }
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  if (error.message) console.error(error.message);
  // No process.exit: it would cut a long report off where a pipe reads it slowly.
  process.exitCode = 1;
}

async function build({ site, publish }: StagingDir) {
  const read = hashDirectory('content');
  await runStep('node', [fileURLToPath(new URL('./build/check-content.ts', import.meta.url))]);

  // Astro believes what it kept of the content, also where it was damaged.
  rmSync('.astro/data-store.json', { recursive: true, force: true });
  console.log('Rendering …');
  await runStep('astro', ['build'], { OUT_DIR: `./${site}` });
  console.log('Writing exports …');
  await runStep('node', ['scripts/build/write-exports.ts', site]);
  console.log('Indexing for search …');
  await runStep('node', ['scripts/build/index-site.ts', site]);
  console.log('Drawing cards …');
  await runStep('node', ['--expose-gc', 'scripts/cards/draw-cards.ts', site]);
  console.log('Writing the manifest …');
  await runStep('node', ['scripts/build/write-manifest.ts', site]);

  const changed = changedFiles(read, hashDirectory('content'));
  if (changed.length > 0)
    throw new BuildError(`Changed while the site was being built: ${changed.join(', ')}. The last good dist/ is unchanged; build again.`);
  publish();
  console.log('Built: dist/. npm run serve shows it.');
}
