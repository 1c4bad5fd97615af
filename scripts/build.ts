import { rmSync } from 'node:fs';
import { BuildFault } from './build/build-fault.ts';
import { changedFiles, fingerprint } from './build/fingerprint.ts';
import { openStage, type Stage } from './build/stage.ts';
import { endInOrder, step } from './build/step.ts';
import { keptParses } from './content/kept-parses.ts';
import { readContent } from './content/read.ts';
import { sayProblems } from './content/report.ts';
import { sayUnanswered } from './editions/addresses.ts';
import { builtSite } from './editions/built-site.ts';
import { keptEditions } from './editions/kept.ts';
import { writeManifest } from './editions/manifest.ts';
import { sealProblems } from './editions/seals.ts';

/**
 * Builds the site: checks the content, renders the pages and indexes them in a folder of their own, and only then puts
 * the result in the place of the last good `dist/`. Exit code 1, and `dist/` untouched, where anything goes wrong.
 */
try {
  const stage = openStage();
  endInOrder(stage.close);
  try {
    await build(stage);
  } finally {
    stage.close();
  }
} catch (error) {
  if (!(error instanceof BuildFault)) throw error;
  console.error(error.message);
  // No process.exit: it would cut a long report off where a pipe reads it slowly.
  process.exitCode = 1;
}

async function build({ site, publish }: Stage) {
  const root = process.cwd();
  const read = fingerprint('content');
  const { content, problems } = readContent(root, keptParses());
  if (problems.length === 0) problems.push(...sealProblems(root, content));
  if (problems.length > 0) throw new BuildFault(sayProblems(problems));

  // Astro believes what it kept of the content, also where it was damaged.
  rmSync('.astro/data-store.json', { recursive: true, force: true });
  console.log('Rendering …');
  await step('astro', ['build'], { OUT_DIR: `./${site}` });
  console.log('Writing exports …');
  await step('node', ['scripts/build/write-exports.ts', site]);
  console.log('Indexing for search …');
  await step('node', ['scripts/build/index-site.ts', site]);
  writeManifest(root, site, content);
  const unanswered = sayUnanswered(keptEditions(root, content), builtSite(site, content));
  if (unanswered) throw new BuildFault(`\n${unanswered}\nThe last good dist/ is unchanged.`);

  const changed = changedFiles(read, fingerprint('content'));
  if (changed.length > 0)
    throw new BuildFault(`Changed while the site was being built: ${changed.join(', ')}. The last good dist/ is unchanged; build again.`);
  publish();
  console.log('Built: dist/. npm run serve shows it.');
}
