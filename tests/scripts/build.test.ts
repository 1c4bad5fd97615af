import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { brokenCases, changedArchive, removeArchive, type BrokenCase } from '../support/archive.ts';

const script = fileURLToPath(new URL('../../scripts/build.ts', import.meta.url));
const SENTINEL = 'the last good build';

/** What one run of `node scripts/build.ts` left behind. */
interface Run {
  code: number | null;
  out: string;
  error: string;
  dist: Record<string, string>;
  staged: boolean;
}

const runs = new Map<string, Run>();
const cache = mkdtempSync(join(tmpdir(), 'record-compiled-'));

beforeAll(async () => {
  const [first, ...others] = brokenCases;
  if (first) runs.set(first.name, await build(first)); // fills the cache of compiled modules, which makes the others quick
  const waiting = others.values();
  const worker = async () => {
    for (const each of waiting) runs.set(each.name, await build(each));
  };
  await Promise.all(Array.from({ length: Math.max(2, Math.min(8, availableParallelism())) }, worker));
}, 300_000);

afterAll(() => removeArchive(cache));

describe('the build', () => {
  test.each(brokenCases)('refuses $name', ({ name, problems, more }) => {
    const { code, out, error, dist, staged } = runs.get(name)!;
    expect(code).toBe(1);
    expect(out).toBe('');
    for (const { rule, file, line, hint = '' } of problems)
      expect(said(error)).toContainEqual(
        expect.objectContaining({ rule, place: `${visible(file)}:${line}`, remedy: expect.stringContaining(hint) }),
      );
    if (!more) expect(said(error)).toHaveLength(problems.length);
    expect(error).toMatch(/\n\n\d+ problems? in \d+ files?; nothing was built\.\n$/);
    expect(error, 'no stack trace').not.toMatch(/^\s+at |Error:|node:internal|\(node:\d+\)/m);
    expect(dist, 'dist/ is unchanged').toEqual({ 'index.html': SENTINEL });
    expect(staged, '.build').toBe(false);
  });

  it('says all of a long report, however slowly it is read', async () => {
    const statements = Array.from({ length: 2000 }, (_, index) => `  - { n: ${index + 1}, wrong: yes }\n`).join('');
    const { error } = await build(
      { changes: [{ file: 'content/entries/alpha-2001/statements.yaml', write: `statements:\n${statements}` }] },
      300,
    );
    expect(said(error).length).toBeGreaterThan(2000 * 6);
    expect(error).toMatch(/nothing was built\.\n$/);
  });
});

/** Runs the build in a changed archive that has a `dist/`; reads what it says after a pause, in milliseconds. */
async function build({ changes }: Pick<BrokenCase, 'changes'>, pause = 0): Promise<Run> {
  const root = changedArchive(changes);
  try {
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'dist/index.html'), SENTINEL);
    const child = spawn(process.execPath, [script], {
      cwd: root,
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: cache },
    });
    const code = new Promise<number | null>((resolve) => child.on('close', resolve));
    await new Promise((resolve) => setTimeout(resolve, pause));
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const dist = readdirSync(join(root, 'dist')).map((file) => [file, readFileSync(join(root, 'dist', file), 'utf8')]);
    return { code: await code, out, error, dist: Object.fromEntries(dist), staged: existsSync(join(root, '.build')) };
  } finally {
    removeArchive(root);
  }
}

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The problems of a report: where, which rule, and the remedy on the line below. */
function said(report: string): { place: string; rule: string; remedy: string }[] {
  return [...report.matchAll(/^(content[^\n]*?:\d+)(?=[ :])[^\n]*\(([a-z0-9-]+)\)\n {4}→ ([^\n]+)$/gm)].map(
    ([, place = '', rule = '', remedy = '']) => ({ place, rule, remedy }),
  );
}

/** A path as a report shows it. */
const visible = (path: string) => path.replace(/\p{Cf}/gu, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
