import { stripVTControlCharacters } from 'node:util';
import { UserError } from '../src/loader/errors.ts';
import { checkPackages, checkProjectFolder, runCaptured, runCommand } from './command.ts';

const USAGE = `usage: npm run check [-- <text>…]
Runs everything that must pass before a commit is published. Stages run one after another, the lanes of a stage in parallel.
Stops at the first stage with a failure. The last line counts the tests.
With a text, runs only the commands that contain it: "npm run check -- faults".`;

/** Stages of lanes of commands. Browser tests take longest, so most of them have a lane, and the others follow the tests of the build. */
const STAGES = [
  [
    [
      'prettier --check --log-level warn src scripts tests astro.config.mjs eslint.config.js vitest.config.ts',
      'knip --no-progress',
      'node scripts/lint.ts --strict',
      'node scripts/verify-sources.ts',
      'vitest run --project unit --project components',
    ],
    // ESLint reads types that Astro writes.
    ['astro check --minimumFailingSeverity warning', 'eslint src scripts tests'],
  ],
  [['npm run build', 'node scripts/addresses.ts --check']],
  [
    ['vitest run --project browser --shard=1/3', 'vitest run --project browser --shard=2/3'],
    [
      'node scripts/reproducible-build.ts',
      'vitest run --project built --project hosting',
      'vitest run --project faults',
      'vitest run --project browser --shard=3/3',
    ],
  ],
];

const counts = { passed: 0, failed: 0 };

await runCommand(USAGE, async () => {
  checkProjectFolder();
  await checkPackages();
  const started = performance.now();
  const wanted = process.argv.slice(2);
  const isWanted = (command: string) => wanted.length === 0 || wanted.some((text) => command.includes(text));
  if (!STAGES.flat(2).some(isWanted))
    throw new UserError(`no command of the check contains "${wanted.join('" or "')}"`, STAGES.flat(2).join('\n    '));
  let ok = true;
  for (const lanes of STAGES) ok &&= (await Promise.all(lanes.map((lane) => runLane(lane.filter(isWanted))))).every(Boolean);
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
    const { status, output } = await runCaptured(command, args);
    if (command === 'vitest') countTests(output);
    console.log(`\n— ${commandLine}\n${output}— ${status === 0 ? 'passed' : 'failed'}, ${formatSeconds(started)}: ${commandLine}`);
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

function formatSeconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
