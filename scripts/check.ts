import { stripVTControlCharacters } from 'node:util';
import { runCaptured, runCommand } from './run.ts';

const USAGE = `usage: npm run check
Runs everything that must pass before a commit is published. Stages run one after another, the lanes of a stage in parallel.
Stops at the first stage with a failure. The last line counts the tests.`;

/** Stages of lanes of commands. Browser tests take the longest: everything else that needs a build runs in the other lane. */
const STAGES = [
  [
    [
      'prettier --check --log-level warn src scripts tests astro.config.mjs',
      'eslint src scripts tests',
      'node scripts/lint.ts',
      'node scripts/verify-sources.ts',
    ],
    ['astro check --minimumFailingSeverity warning'],
  ],
  [['vitest run --project unit --project components']],
  [['node scripts/build.ts', 'node scripts/addresses.ts --check']],
  [
    ['vitest run --project browser'],
    ['node scripts/reproducible-build.ts', 'vitest run --project built --project hosting', 'vitest run --project faults'],
  ],
];

const counts = { passed: 0, failed: 0 };

await runCommand(USAGE, async () => {
  const started = performance.now();
  let ok = true;
  for (const lanes of STAGES) ok &&= (await Promise.all(lanes.map(runLane))).every(Boolean);
  if (!ok) {
    process.exitCode = 1;
    counts.failed ||= 1;
  }
  console.log(`\n${ok ? 'Everything passed' : 'Stopped after a failure'}, ${formatSeconds(started)}`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
});

/** Runs commands one after another until one fails; returns whether all passed. */
async function runLane(commandLines: readonly string[]): Promise<boolean> {
  for (const commandLine of commandLines) {
    const started = performance.now();
    const [command = '', ...args] = commandLine.split(' ');
    const { status, said } = await runCaptured(command, args);
    if (command === 'vitest') countTests(said);
    console.log(`\n— ${commandLine}\n${said}— ${status === 0 ? 'passed' : 'failed'}, ${formatSeconds(started)}: ${commandLine}`);
    if (status !== 0) return false;
  }
  return true;
}

/** Adds the numbers of the last line `Tests  1 failed | 41 passed (42)` in the output of Vitest to `counts`. */
function countTests(output: string): void {
  const line =
    stripVTControlCharacters(output)
      .match(/^\s*Tests .*$/gm)
      ?.at(-1) ?? '1 failed';
  for (const [, number, result] of line.matchAll(/(\d+) (passed|failed)/g)) counts[result as keyof typeof counts] += Number(number);
}

const formatSeconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
