import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCaptured } from './run.ts';

/**
 * Everything that must hold: format, lint, types, the content's rules, unit tests, the build, its
 * addresses, a second build that must be the same, checks on the build, browser tests.
 * What does not need the other's result runs side by side, in lanes of a stage; what a step says is shown when it has ended.
 * Ends with the first stage in which a step fails; the closing line counts tests.
 */
const reports = mkdtempSync(join(tmpdir(), 'record-check-'));
const counts = { passed: 0, failed: 0 };

interface Step {
  name: string;
  command: string;
  args: string[];
  /** File of its report, where it runs tests. */
  report?: string;
}
type Lane = readonly Step[];

const stages: readonly (readonly Lane[])[] = [
  [
    [
      step('format', 'prettier', '--check', '--log-level', 'warn', 'src', 'scripts', 'tests', 'astro.config.mjs'),
      step('lint', 'eslint', 'src', 'scripts', 'tests'),
      step('content', 'node', 'scripts/lint.ts'),
      step('sources', 'node', 'scripts/verify-sources.ts'),
    ],
    [step('types', 'astro', 'check', '--minimumFailingSeverity', 'warning')],
  ],
  [[tests('unit tests', 'unit'), tests('component tests', 'components')]],
  [[step('build', 'node', 'scripts/build.ts'), step('addresses', 'node', 'scripts/addresses.ts', '--check')]],
  [
    [tests('browser tests', 'browser')],
    [
      step('same bytes', 'node', 'scripts/reproducible-build.ts', '--dist'),
      tests('checks on the build', 'built'),
      tests('web servers', 'hosting'),
      tests('faults', 'faults'),
    ],
  ],
];

const began = Date.now();
let failed: string[] = [];
for (const lanes of stages) {
  failed = (await Promise.all(lanes.map(firstFailure))).flat();
  if (failed.length > 0) break;
}
rmSync(reports, { recursive: true, force: true });
if (failed.length > 0 && counts.failed === 0) counts.failed = 1;
console.log(`\n${failed.length > 0 ? `Stopped at: ${failed.join(', ')}` : 'All good'}, after ${seconds(began)}`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Runs a lane to its end or its first failure: the names of what failed. */
async function firstFailure(lane: Lane): Promise<string[]> {
  for (const { name, command, args, report } of lane) {
    const start = Date.now();
    console.log(`… ${name}`);
    const { status, said } = await runCaptured(command, args);
    if (report) count(report);
    console.log(`\n— ${name}\n${said}— ${name}: ${status === 0 ? 'good' : 'failed'}, ${seconds(start)}`);
    if (status !== 0) return [name];
  }
  return [];
}

function step(name: string, command: string, ...args: string[]): Step {
  return { name, command, args };
}

/** The tests of a project of vitest.config.ts. */
function tests(name: string, project: string): Step {
  const report = join(reports, `${project}.json`);
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, command: 'vitest', args: ['run', '--project', project, ...output], report };
}

function count(report: string) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<
      'numPassedTests' | 'numFailedTests',
      number
    >;
    counts.passed += numPassedTests;
    counts.failed += numFailedTests;
  } catch {
    counts.failed += 1;
  }
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
