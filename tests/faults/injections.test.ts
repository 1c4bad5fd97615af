import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { injections } from '../support/archive.ts';
import { policyFaults } from '../support/csp-checks.ts';
import { makeProject, remove, startBuild } from '../support/project.ts';

/** Each text that the rules accept, in one of its places, so that one archive contains all of them. */
const prose = injections.filter(({ expected, name }) => expected === 'inert' && name.endsWith('in a revision'));
const body = injections.filter(({ expected, name }) => expected === 'inert' && name.endsWith('in the description of an actor'));

let root = '';
let pages: { file: string; html: string; document: Document }[] = [];

beforeAll(async () => {
  root = makeProject();
  const put = (file: string, from: string, to: string) => {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  };
  const entry = 'content/entries/alpha-2001/index.mdx';
  put(
    entry,
    '[{ date: "2003-01-31", text: First published. }]',
    prose
      .map(({ text }, index) => `\n  - { date: "2003-02-${String(index + 1).padStart(2, '0')}", text: ${JSON.stringify(text)} }`)
      .join(''),
  );
  put('content/actors/norrow.mdx', 'Norrow signs', body.map(({ text }) => `${text} `).join('') + 'Norrow signs');
  const { code, error } = await startBuild(root).ended;
  expect(code, error).toBe(0);
  pages = globSync('dist/**/*.html', { cwd: root }).map((file) => {
    const html = readFileSync(join(root, file), 'utf8');
    return { file, html, document: parseHTML(html).document };
  });
});
afterAll(() => remove(root));

describe('texts that the rules accept', () => {
  it('appear on the page unchanged', () => {
    const { document } = pages.find(({ file }) => file.endsWith('entries/alpha-2001/index.html'))!;
    const shown = document.body.textContent;
    expect(prose.length).toBeGreaterThan(8);
    expect(prose.filter(({ text }) => !shown.includes(text)).map(({ name }) => name)).toEqual([]);
  });

  it('add no element, attribute or script to any page', () => {
    expect(pages.length).toBeGreaterThan(30);
    expect(pages.flatMap((page) => policyFaults(page).map((fault) => `${page.file}: ${fault}`))).toEqual([]);
    expect(pages.filter(({ html }) => /(?:href|src)="(?:data:|\/\/|https?:\/\/x\.example)/.test(html)).map(({ file }) => file)).toEqual([]);
    expect(pages.filter(({ document }) => document.querySelector('main b')?.textContent === 'x').map(({ file }) => file)).toEqual([]);
  });
});
