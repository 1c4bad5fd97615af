import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.ts';

/**
 * Everything that must hold: format, lint, types, the content's rules, unit tests, the build, its
 * addresses, a second build that must be the same, checks on the build, browser tests.
 * Stops at the first step that fails; the closing line counts tests.
 */
const reports = mkdtempSync(join(tmpdir(), 'record-check-'));
const counts = { passed: 0, failed: 0 };

const steps: [name: string, command: string, args: string[], reports?: true][] = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', 'src', 'scripts', 'tests', 'astro.config.mjs']],
  ['lint', 'eslint', ['-c', 'scripts/eslint.config.js', 'src', 'scripts', 'tests']],
  ['content', 'node', ['scripts/lint.ts']],
  ['types', 'astro', ['check', '--minimumFailingSeverity', 'warning']],
  ['sources', 'node', ['scripts/verify-sources.ts']],
  ['unit tests', 'vitest', vitest('unit'), true],
  ['component tests', 'vitest', vitest('components'), true],
  ['build', 'node', ['scripts/build.ts']],
  ['addresses', 'node', ['scripts/addresses.ts', '--check']],
  ['same bytes', 'node', ['scripts/same-bytes.ts', '--dist']],
  ['checks on the build', 'vitest', vitest('built'), true],
  ['web servers', 'vitest', vitest('hosting'), true],
  ['faults', 'vitest', vitest('faults'), true],
  ['browser tests', 'vitest', vitest('browser'), true],
];

const began = Date.now();
let failed: string | undefined;
for (const [name, command, args, counted] of steps) {
  const start = Date.now();
  console.log(`\n— ${name}`);
  const status = run(command, args);
  if (counted) count(args.at(-1)!.split('=')[1]!);
  console.log(`— ${name}: ${status === 0 ? 'good' : 'failed'}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
  if (status !== 0) {
    failed = name;
    break;
  }
}
rmSync(reports, { recursive: true, force: true });
if (failed && counts.failed === 0) counts.failed = 1;
console.log(`\n${failed ? `Stopped at: ${failed}.` : 'All good'} after ${((Date.now() - began) / 1000).toFixed(0)} s`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(failed ? 1 : 0);

function vitest(project: string): string[] {
  const file = join(reports, `${project}.json`);
  return [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
}

function count(file: string) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    counts.passed += numPassedTests;
    counts.failed += numFailedTests;
  } catch {
    counts.failed += 1;
  }
}
