import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatAnnotations } from '../../src/loader/reporters/github.ts';
import { lintReport } from '../../src/loader/reporters/json.ts';
import { changedArchive, removeArchive, type Change } from '../support/archive.ts';

vi.setConfig({ testTimeout: 60_000 });

const script = fileURLToPath(new URL('../../scripts/lint.ts', import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));
const misspelt: Change = { file: 'content/events/crews-strike.yaml', replace: 'actor: ferry-board', with: 'actor: fairy-board' };

let root: string | undefined;
const changed = (changes: readonly Change[]) => (root = changedArchive(changes));
afterEach(() => {
  if (root) removeArchive(root);
  root = undefined;
});

/** Runs `npm run lint` in a folder. */
function lint(folder: string, args: string[] = [], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...environment },
  });
  return { status, stdout, stderr };
}

describe('npm run lint', () => {
  it('prints the counts for valid content, with exit code 0', () => {
    expect(lint(changed([]))).toEqual({ status: 0, stdout: 'The content has no errors: 2 entries, 9 statements.\n', stderr: '' });
  });

  it('prints problems to standard error, with exit code 1', () => {
    const { status, stdout, stderr } = lint(changed([misspelt]));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /^content\/events\/crews-strike\.yaml:\d+ actors\[0\]\.actor: .*\(actor-is-known\)\n {4}→ did you mean “ferry-board”/,
    );
  });

  it('prints the description of an empty field', () => {
    const { stderr } = lint(
      changed([
        { file: 'content/events/ferry-pact.yaml', replace: 'kind: agreement', with: 'kind:' },
        { file: 'content/places/port-alder.yaml', replace: 'kind: city', with: '' },
      ]),
    );
    expect(stderr).toMatch(/kind: kind is empty \(fields-fit-the-schema\)\n {4}→ use one of visit, .*: What sort of event it is\./);
    expect(stderr).toMatch(/kind: kind is missing/);
  });

  it('rejects unknown options and combinations, with exit code 1', () => {
    for (const args of [['--jsn'], ['stray'], ['--json', '--watch'], ['--json', '--annotations']]) {
      const { status, stderr } = lint(project, args);
      expect(status).toBe(1);
      expect(stderr).toMatch(/→ (?:usage: npm run lint|use one of them)/);
    }
  });
});

describe('--json', () => {
  it('prints one JSON report for valid and invalid content', () => {
    const good = lint(changed([]), ['--json']);
    expect(lintReport.parse(JSON.parse(good.stdout))).toEqual({ ok: true, entries: 2, statements: 9, problems: [] });
    expect(good.status).toBe(0);
    removeArchive(root!);
    const bad = lint(changed([misspelt]), ['--json'], { GITHUB_ACTIONS: 'true' });
    expect(bad.status).toBe(1);
    expect(bad.stderr).toBe('');
    expect(lintReport.parse(JSON.parse(bad.stdout))).toMatchObject({
      ok: false,
      problems: [
        {
          rule: 'actor-is-known',
          file: 'content/events/crews-strike.yaml',
          field: 'actors[0].actor',
          message: expect.stringContaining('“fairy-board”'),
          hint: expect.stringContaining('did you mean'),
        },
      ],
    });
  });
});

describe('annotations', () => {
  const command =
    /^::error file=content\/events\/crews-strike\.yaml,line=\d+,title=actor-is-known::actors\[0\]\.actor: unknown actor “fairy-board” → did you mean/;

  it('are printed with --annotations, and by default on GitHub', () => {
    expect(lint(changed([misspelt]), ['--annotations']).stdout).toMatch(command);
    expect(lint(root!, [], { GITHUB_ACTIONS: 'true' }).stdout).toMatch(command);
    expect(lint(root!, []).stdout).toBe('');
  });

  it('escape content that looks like a workflow command', () => {
    const output = formatAnnotations([
      {
        rule: 'a-rule',
        file: 'content/a,b:c\n::stop.yaml',
        path: [],
        line: 1,
        message: '50% of\r\n::set-output name=x::y',
        hint: 'fix it',
      },
    ]);
    expect(output).toBe(
      '::error file=content/a%2Cb%3Ac%0A%3A%3Astop.yaml,line=1,title=a-rule::50%25 of%0D%0A::set-output name=x::y → fix it',
    );
  });
});

describe('--watch', () => {
  it('validates again after a change', async () => {
    const folder = changed([]);
    const child = spawn(process.execPath, [script, '--watch'], { cwd: folder, env: { PATH: process.env.PATH } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const waitFor = async (text: string) => {
      for (let tries = 0; !output.includes(text); tries++) {
        if (tries > 400) throw new Error(`“${text}” was not printed, but: ${output}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      output = '';
    };
    try {
      await waitFor('Press Ctrl-C to stop');
      const file = join(folder, misspelt.file);
      const good = readFileSync(file, 'utf8');
      writeFileSync(file, good.replace(misspelt.replace!, misspelt.with!));
      await waitFor('(actor-is-known)');
      writeFileSync(file, good);
      await waitFor('The content has no errors');
    } finally {
      const closed = once(child, 'close');
      child.kill();
      await closed;
    }
  });
});
