import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from './content/read.ts';
import { sayProblems } from './content/report.ts';
import { sayUnanswered } from './editions/addresses.ts';
import { builtSite } from './editions/built-site.ts';
import { keptEditions } from './editions/kept.ts';
import { writeManifest } from './editions/manifest.ts';
import { sealProblems } from './editions/seals.ts';
import { run } from './run.ts';

/**
 * Builds the site: checks the content, renders the pages and indexes them in a folder of their own, and only then puts
 * the result in the place of the last good `dist/`. Exit code 1, and `dist/` untouched, where anything goes wrong.
 */
const STAGE = '.build';
const site = join(STAGE, 'site');

const root = process.cwd();
const { content, problems } = readContent(root);
if (problems.length === 0) problems.push(...sealProblems(root, content));
if (problems.length > 0) {
  console.error(sayProblems(problems));
  // No process.exit: it would cut a long report off where a pipe reads it slowly.
  process.exitCode = 1;
} else build();

function build() {
  rmSync(STAGE, { recursive: true, force: true });
  mkdirSync(STAGE);
  step('astro', ['build'], { OUT_DIR: `./${site}` });
  step('node', ['scripts/build/index-site.ts', site]);
  writeManifest(root, site, content);
  const unanswered = sayUnanswered(keptEditions(root, content), builtSite(site, content));
  if (unanswered) {
    console.error(`\n${unanswered}\nThe last good dist/ is unchanged.`);
    process.exitCode = 1;
    return;
  }

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
