import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { runCommand, today } from '../../scripts/command.ts';
import { parseSiteUrl, siteUrl } from '../../src/config/site.ts';
import { UserError } from '../../src/loader/errors.ts';
import { temporaryFolder } from '../support/archive.ts';
import { callScript, capture, environment, runScript, scriptFile } from '../support/run-script.ts';

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
  const source = `import { runCommand } from './scripts/command.ts';
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

describe('a wrong SITE_URL and BASE_PATH', () => {
  const variables = { SITE_URL: 'https://example.org/record', BASE_PATH: 'C:/record' };
  const messages = [
    'SITE_URL "https://example.org/record" has more than scheme and host',
    expect.stringMatching(/^ {4}→ write SITE_URL=https:\/\/example\.org/),
    'BASE_PATH "C:/record" is a path of Windows',
    expect.stringMatching(/^ {4}→ /),
    '',
  ];
  // The module reads the environment when it is loaded.
  beforeAll(() => void siteUrl.problems.push(...parseSiteUrl(variables).problems));
  afterAll(() => void siteUrl.problems.splice(0));

  test.each([
    'addresses',
    'bench',
    'books',
    'build',
    'bundle',
    'check',
    'dev',
    'edition',
    'reproducible-build',
    'screenshots',
    'serve',
    'verify',
  ])('are both named by scripts/%s.ts before it does anything', async (name) => {
    const { status, stderr } = await callScript(name);
    expect({ status, lines: stderr.split('\n') }).toEqual({ status: 1, lines: messages });
  });

  it('are both named by a process', () => {
    const { status, stderr } = runScript('build', [], undefined, variables);
    expect({ status, lines: stderr.split('\n') }).toEqual({ status: 1, lines: messages });
  });
});

describe('npm start and npm run serve', () => {
  test.each(['abc', '-1', '65536', '80x', '4321 '])('reject the port "%s" before they build', async (PORT) => {
    for (const args of [[], ['--build']])
      expect(await callScript('serve', args, undefined, { PORT })).toEqual({
        status: 1,
        stdout: '',
        stderr: `PORT "${PORT}" is not a port\n    → write a number from 1 to 65535, or unset it for 4321\n`,
      });
  });

  it('report a port that is in use before they build', async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    try {
      expect(await callScript('serve', ['--build'], undefined, { PORT: String(port) })).toEqual({
        status: 1,
        stdout: '',
        stderr: `port ${port} is in use\n    → set another port, for example PORT=${port + 1}\n`,
      });
    } finally {
      server.close();
    }
  });

  it('print the port that they use', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'dist'));
    writeFileSync(join(cwd, 'dist/index.html'), 'home');
    const child = spawn(process.execPath, [scriptFile('serve')], { cwd, env: environment({ PORT: '0' }) });
    try {
      const address = await new Promise<string>((found) => {
        let output = '';
        child.stdout.on('data', (part: Buffer) => {
          output += part.toString();
          const [url] = /http:\S+/.exec(output) ?? [];
          if (url && output.includes('Ctrl-C')) found(url);
        });
      });
      expect(await (await fetch(address)).text()).toBe('home');
    } finally {
      child.kill();
    }
  });
});

describe('a project in a folder with odd characters', () => {
  test.each(['50% done', 'a#b', 'what?'])('is refused in "%s" by the build and the development server', async (name) => {
    const folder = temporaryFolder();
    const cwd = join(folder, name);
    mkdirSync(cwd);
    for (const script of ['build', 'dev']) {
      const { status, stderr } = await callScript(script, [], cwd);
      expect({ status, stderr }).toEqual({
        status: 1,
        stderr: expect.stringMatching(/^the path of the project contains "[%#?]": ".*"\n {4}→ move the project to a folder [^\n]*\n$/),
      });
    }
  });

  it('finds no code that takes the path of a URL for a path of a file', () => {
    const files = globSync(['src/**/*.{ts,astro}', 'scripts/**/*.ts', 'tests/**/*.ts', '*.{ts,mjs,js}']);
    const wrong = files.filter((file) => /import\.meta\.url\)\.pathname/.test(readFileSync(file, 'utf8')));
    expect(files.length).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
  });
});

describe('an old Node.js', () => {
  const guard = 'scripts/check-node.cjs';

  it('is refused with a sentence by every npm script', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const unguarded = Object.entries(scripts).filter(
      ([, command]) => !command.startsWith(`node -r ./${guard} `) && command !== 'npm run check',
    );
    expect(unguarded).toEqual([]);
    const { status, stderr } = spawnSync(process.execPath, ['--no-experimental-strip-types', '-r', `./${guard}`, 'scripts/lint.ts'], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Node\.js \S+ is too old: this project needs 22\.18 or later\.\n {4}→ [^\n]+\n$/);
  });

  it('can parse the file that refuses it', () => {
    expect(readFileSync(guard, 'utf8')).not.toMatch(/=>|`|\?\.|\?\?|\b(?:const|let|import|class)\b/);
  });
});

describe.skipIf(!existsSync('.git') || spawnSync('git', ['--version']).status !== 0)('a checkout with core.autocrlf', () => {
  it('has the line breaks of the repository', () => {
    const folder = temporaryFolder();
    const clone = join(folder, 'clone');
    expect(spawnSync('git', ['clone', '-q', '-c', 'core.autocrlf=true', '.', clone]).status).toBe(0);
    writeFileSync(join(clone, '.gitattributes'), readFileSync('.gitattributes'));
    const git = (...args: string[]) => spawnSync('git', args, { cwd: clone, encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
    rmSync(join(clone, 'content'), { recursive: true });
    git('checkout', '--', 'content');
    expect(
      git('ls-files', '--eol', 'content')
        .split('\n')
        .filter((line) => /w\/(?:crlf|mixed)/.test(line)),
    ).toEqual([]);
    expect(git('status', '--porcelain', 'content')).toBe('');
  });
});

describe('npm run edition', () => {
  it('dates an edition by the local date', () => {
    const zones = ['Pacific/Kiritimati', 'Etc/GMT+12'];
    // These two zones never have the same date.
    const days = zones.map((TZ) => {
      vi.stubEnv('TZ', TZ);
      return today();
    });
    vi.unstubAllEnvs();
    expect(days).toEqual(zones.map((timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date())));
  });
});
