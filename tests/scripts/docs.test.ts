import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('.github/*.md', { cwd: root }).toSorted()];

/** Links of a Markdown page that lead nowhere in the project. */
function deadLinks(file: string, text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)]
    .filter(([, path, anchor]) => {
      const target = path ? join(dirname(file), path) : file;
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(target === file ? text : read(target)).includes(anchor);
    })
    .map(([whole]) => whole);
}

/** Anchors of headings, as GitHub makes them. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the pages for contributors', () => {
  test.each(pages)('%s leads nowhere that is not there', (file) => {
    expect(deadLinks(file, read(file))).toEqual([]);
  });

  it('would lead nowhere by a file or a heading that is not there', () => {
    const text = '# A heading, here\n[a](#a-heading-here) [b](#b) [c](none.md) [d](README.md#none)';
    expect(deadLinks('CONTRIBUTING.md', text)).toEqual(['](#b)', '](none.md)', '](README.md#none)']);
  });

  it('number the decisions without a gap', () => {
    const numbers = [...read('.github/decisions.md').matchAll(/^(\d+)\. \*\*/gm)].map(([, n]) => Number(n));
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe('the workflows', () => {
  const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
  const workflows = globSync('.github/workflows/*.yml', { cwd: root }).toSorted();

  test.each(workflows)('%s runs commands that there are, and actions of a fixed major version', (file) => {
    const { jobs } = parse(read(file)) as { jobs: Record<string, { steps: { run?: string; uses?: string }[] }> };
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const commands = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run (\S+)/g)].map(([, name]) => name));
    expect(commands.filter((name) => !scripts.includes(name!))).toEqual([]);
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
    expect(steps.length).toBeGreaterThan(0);
  });
});
