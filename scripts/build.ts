import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keptParses } from './content/kept-parses.ts';
import { readContent } from './content/read.ts';
import { sayProblems } from './content/report.ts';
import { run } from './run.ts';

/**
 * Builds the site: checks the content, renders the pages and indexes them in a folder of their own, and only then puts
 * the result in the place of the last good `dist/`. Exit code 1, and `dist/` untouched, where anything goes wrong.
 */
const STAGE = '.build';
const site = join(STAGE, 'site');

const { problems } = readContent(process.cwd(), keptParses());
if (problems.length > 0) {
  console.error(sayProblems(problems));
  // No process.exit: it would cut a long report off where a pipe reads it slowly.
  process.exitCode = 1;
} else build();

function build() {
  rmSync(STAGE, { recursive: true, force: true });
  mkdirSync(STAGE);
  console.log('Rendering …');
  step('astro', ['build'], { OUT_DIR: `./${site}` });
  console.log('Writing exports …');
  step('node', ['scripts/build/write-exports.ts', site]);
  console.log('Indexing for search …');
  step('node', ['scripts/build/index-site.ts', site]);

  const last = join(STAGE, 'last');
  if (existsSync('dist')) renameSync('dist', last);
  try {
    renameSync(site, 'dist');
  } catch (error) {
    if (existsSync(last)) renameSync(last, 'dist');
    throw error;
  }
  rmSync(STAGE, { recursive: true, force: true });
}

function step(command: string, args: string[], environment?: Record<string, string>) {
  if (run(command, args, environment) === 0) return;
  console.error(`\n${command} ${args.join(' ')} failed: the last good dist/ is unchanged.`);
  process.exit(1);
}
