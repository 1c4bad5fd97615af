import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatAnnotations, lintReport } from '../../src/loader/errors.ts';
import { temporaryArchive, type Change } from '../support/archive.ts';
import { callScript, environment, runScript, scriptFile } from '../support/run-script.ts';

const misspelt: Change = { file: 'content/events/crews-strike.yaml', replace: 'actor: ferry-board', with: 'actor: fairy-board' };

const lint = (folder: string, args: string[] = [], variables?: Record<string, string>) => callScript('lint', args, folder, variables);

describe('npm run lint', () => {
  it('prints the counts for valid content, with exit code 0', async () => {
    expect(await lint(temporaryArchive())).toEqual({
      status: 0,
      stdout: 'The content has no errors: 2 entries, 9 statements.\n',
      stderr: '',
    });
  });

  it('prints problems to standard error, with exit code 1', () => {
    const { status, stdout, stderr } = runScript('lint', [], temporaryArchive([misspelt]));
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /^content\/events\/crews-strike\.yaml:\d+ actors\[0\]\.actor: .*\(actor-is-known\)\n {4}→ did you mean “ferry-board”/,
    );
  });

  it('explains empty and missing fields', async () => {
    const { stderr } = await lint(
      temporaryArchive([
        { file: 'content/events/ferry-pact.yaml', replace: 'kind: agreement', with: 'kind:' },
        { file: 'content/places/port-alder.yaml', replace: 'kind: city', with: '' },
      ]),
    );
    expect(stderr).toMatch(/kind: kind is empty \(fields-fit-the-schema\)\n {4}→ use one of visit, .*: What sort of event it is\./);
    expect(stderr).toMatch(/kind: kind is missing/);
  });

  it('rejects unknown options, extra arguments and conflicting options', async () => {
    for (const args of [['--jsn'], ['stray'], ['--json', '--watch'], ['--json', '--annotations']]) {
      const { status, stderr } = await lint(process.cwd(), args);
      expect(status).toBe(1);
      expect(stderr).toMatch(/→ (?:usage: npm run lint|use only one of them)/);
    }
  });
});

describe('npm run lint with new statements', () => {
  const unread: Change = { file: 'content/entries/beta-2002/index.mdx', replace: 'textsRead: 4', with: 'textsRead: 2' };

  it('prints one warning, with --all also each text, and with --json always each', async () => {
    const folder = temporaryArchive([unread]);
    const [one, all, json] = [await lint(folder), await lint(folder, ['--all']), await lint(folder, ['--json'])];
    expect(one).toMatchObject({ status: 0, stderr: expect.stringContaining('1 warning in 1 file.') });
    expect(one.stderr).toContain('4 texts may have become false or incomplete since beta-2002.s3 (statements-are-compared-with-all-texts)');
    expect(all.stderr).toContain('“Ferries” cites none of beta-2002.s4 (text-cites-new-statements)');
    expect(lintReport.parse(JSON.parse(json.stdout)).warnings).toHaveLength(5);
  });

  it('exits with 1 if --strict is set', async () => {
    expect((await lint(temporaryArchive([unread]), ['--strict'])).status).toBe(1);
  });
});

describe('--json', () => {
  it('prints a JSON report, whether the content is valid or not', async () => {
    const validResult = await lint(temporaryArchive(), ['--json']);
    expect(lintReport.parse(JSON.parse(validResult.stdout))).toEqual({ ok: true, entries: 2, statements: 9, problems: [], warnings: [] });
    expect(validResult.status).toBe(0);
    // --json wins over annotations on GitHub Actions.
    const invalidResult = await lint(temporaryArchive([misspelt]), ['--json'], { GITHUB_ACTIONS: 'true' });
    expect(invalidResult.status).toBe(1);
    expect(invalidResult.stderr).toBe('');
    expect(lintReport.parse(JSON.parse(invalidResult.stdout))).toMatchObject({
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
  const annotationPattern =
    /^::error file=content\/events\/crews-strike\.yaml,line=\d+,title=actor-is-known::actors\[0\]\.actor: unknown actor “fairy-board” → did you mean/;

  it('prints annotations with --annotations, and by default on GitHub Actions', async () => {
    const fixtureRoot = temporaryArchive([misspelt]);
    expect((await lint(fixtureRoot, ['--annotations'])).stdout).toMatch(annotationPattern);
    expect((await lint(fixtureRoot, [], { GITHUB_ACTIONS: 'true' })).stdout).toMatch(annotationPattern);
    expect((await lint(fixtureRoot, [])).stdout).toBe('');
  });

  it('escapes content that looks like a workflow command', () => {
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
  it('checks again after a change', async () => {
    const fixtureRoot = temporaryArchive();
    const child = spawn(process.execPath, [scriptFile('lint'), '--watch'], { cwd: fixtureRoot, env: environment() });
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
      const file = join(fixtureRoot, misspelt.file);
      const original = readFileSync(file, 'utf8');
      writeFileSync(file, original.replace(misspelt.replace!, misspelt.with!));
      await waitFor('(actor-is-known)');
      writeFileSync(file, original);
      await waitFor('The content has no errors');
    } finally {
      const closed = once(child, 'close');
      child.kill();
      await closed;
    }
  });
});
