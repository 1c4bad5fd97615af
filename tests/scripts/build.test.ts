import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryArchive } from '../support/archive.ts';
import { environment, scriptFile } from '../support/run-script.ts';

const STATEMENTS = 'content/entries/alpha-2001/statements.yaml';

describe('npm run build', () => {
  it('reports broken content with file, line and hint, exits with 1 and leaves dist/ unchanged', async () => {
    const { code, out, error, dist, hasStagingDir } = await build('statements:\n  - { n: 1, wrong: yes }\n');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(error).toMatch(/^content\/entries\/alpha-2001\/statements\.yaml:2 statements\[0\]\.wrong: [^\n]*\n {4}→ [^\n]+$/m);
    expect(error).toMatch(/\n\n\d+ problems in \d+ files?; nothing was built\.\n$/);
    expect(error, 'no stack trace').not.toMatch(/^\s+at |Error:|node:internal|\(node:\d+\)/m);
    expect(dist).toEqual(['the last good build']);
    expect(hasStagingDir).toBe(false);
  });

  it('prints a long report completely to a slow reader', async () => {
    const { error } = await build(`statements:\n${'  - { n: 1, wrong: yes }\n'.repeat(300)}`, 300);
    expect(error.match(/^ {4}→ /gm)!.length).toBeGreaterThan(300 * 6);
    expect(error).toMatch(/nothing was built\.\n$/);
  });
});

/** Runs the build of the fixture archive with other statements and a `dist/`. Reads its output after a delay in milliseconds. */
async function build(statements: string, delay = 0) {
  const root = temporaryArchive([{ file: STATEMENTS, write: statements }]);
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist/index.html'), 'the last good build');
  const child = spawn(process.execPath, [scriptFile('build')], { cwd: root, env: environment() });
  const code = new Promise<number | null>((resolve) => child.on('close', resolve));
  await new Promise((resolve) => setTimeout(resolve, delay));
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const dist = readdirSync(join(root, 'dist')).map((file) => readFileSync(join(root, 'dist', file), 'utf8'));
  return { code: await code, out, error, dist, hasStagingDir: existsSync(join(root, '.build')) };
}
