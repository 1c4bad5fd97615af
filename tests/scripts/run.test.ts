import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { runCommand } from '../../scripts/run.ts';
import { UserError } from '../../src/loader/errors.ts';
import { callScript, capture } from '../support/run-script.ts';

const USAGE = 'usage: npm run test-command -- [--known]';

const run = (main: () => unknown, ...args: string[]) => capture(() => runCommand(USAGE, async () => void (await main())), args);

function fail(error: Error): never {
  throw error;
}

test.each<[string, () => unknown, string[], string]>([
  ['message and hint of a UserError', () => fail(new UserError('no file “x”', 'name a file')), [], 'no file “x”\n    → name a file\n'],
  ['only the message of a UserError without a hint', () => fail(new UserError('no build')), [], 'no build\n'],
  ['an unknown option with the usage', () => parseArgs({ options: {} }), ['--new'], `Unknown option '--new'\n    → ${USAGE}\n`],
  [
    'a file that cannot be written',
    () => fail(Object.assign(new Error('EROFS: read-only'), { code: 'EROFS', syscall: 'open', path: 'a.yaml' })),
    [],
    'cannot write "a.yaml": EROFS: read-only\n    → check the permissions and the free disk space\n',
  ],
])('a command prints %s, with exit code 1', async (_, main, args, expected) => {
  expect(await run(main, ...args)).toEqual({ status: 1, stdout: '', stderr: expected });
});

test('a process prints a package that is not installed, with exit code 1', () => {
  const source = `import { runCommand } from './scripts/run.ts';
    await runCommand('${USAGE}', async () => void (await import('no-such-package')));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', source], { encoding: 'utf8' });
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: 'the package "no-such-package" is not installed\n    → install all packages: npm ci --include=dev\n',
  });
});

test('a command throws an unexpected error, so that its stack trace is printed', async () => {
  await expect(run(() => fail(new TypeError('bug')))).rejects.toThrow(new TypeError('bug'));
});

test('a command with --help prints only its usage', async () => {
  expect(await run(() => console.log('ran'), 'script', '--help')).toEqual({ status: 0, stdout: `${USAGE}\n`, stderr: '' });
});

const commands = 'addresses bench books bundle edition generate lint new new-positions screenshots serve show verify verify-sources';

test.each([...commands.split(' ').map((name) => [name]), ['new-item', 'actor']])(
  'scripts/%s.ts --help prints only its usage',
  async (name, ...args) => {
    const { status, stdout, stderr } = await callScript(name, [...args, '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^usage: npm run .+\n/);
  },
);
