import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { runScript } from '../support/run-script.ts';

const USAGE = 'usage: npm run test-command -- [--known]';

/** Runs a command whose `main` has this body. */
function runCommand(body: string, ...args: string[]) {
  const source = `
    import { parseArgs } from 'node:util';
    import { runCommand } from './scripts/run.ts';
    import { UserError } from './src/loader/user-error.ts';
    await runCommand('${USAGE}', async () => { ${body} });`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', source, '--', ...args], { encoding: 'utf8' });
}

test.each([
  ['message and hint of a UserError', `throw new UserError('no file “x”', 'name a file')`, [], 'no file “x”\n    → name a file\n'],
  ['only the message of a UserError without a hint', `throw new UserError('no build')`, [], 'no build\n'],
  ['an unknown option with the usage', 'parseArgs({ options: {} })', ['--new'], `Unknown option '--new'\n    → ${USAGE}\n`],
  [
    'a file that cannot be written',
    `throw Object.assign(new Error('EROFS: read-only'), { code: 'EROFS', syscall: 'open', path: 'a.yaml' })`,
    [],
    'cannot write "a.yaml": EROFS: read-only\n    → check the permissions and the free disk space\n',
  ],
  [
    'a package that is not installed',
    `await import('no-such-package')`,
    [],
    'the package "no-such-package" is not installed\n    → install all packages: npm ci --include=dev\n',
  ],
])('a command prints %s, with exit code 1', (_, body, args, expected) => {
  const { status, stdout, stderr } = runCommand(body, ...args);
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: expected });
});

test('a command prints an unexpected error with its stack trace', () => {
  expect(runCommand(`throw new TypeError('bug')`)).toMatchObject({ status: 1, stderr: expect.stringMatching(/TypeError: bug\n +at /) });
});

test('a command with --help prints only its usage', () => {
  expect(runCommand(`console.log('ran')`, 'script', '--help')).toMatchObject({ status: 0, stdout: `${USAGE}\n`, stderr: '' });
});

const commands = 'addresses bench bundle edition generate lint new new-positions pdf screenshots serve show verify verify-sources';

test.each([...commands.split(' ').map((name) => [name]), ['new-item', 'actor']])(
  'scripts/%s.ts --help prints only its usage',
  (name, ...args) => {
    const { status, stdout, stderr } = runScript(name, [...args, '--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^usage: npm run .+\n/);
  },
);
