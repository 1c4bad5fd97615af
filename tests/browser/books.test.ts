import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hashFiles, parseManifest } from '../../src/editions/manifest.ts';
import { listBooks } from '../../src/editions/downloads.ts';
import { siteMetadata } from '../../src/config/site.ts';
import { fixture } from '../support/fixtures.ts';
import { makeProject, remove } from '../support/project.ts';

const root = makeProject();
afterAll(() => remove(root));
const run = (script: string, env: Record<string, string> = {}) =>
  spawnSync('node', [`scripts/${script}.ts`], { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });
const site = siteMetadata(fixture);
const names = () => listBooks(root, fixture, site).map(({ name }) => name);
const hasPoppler = spawnSync('pdfinfo', ['-v']).status === 0;

describe('npm run books', { timeout: 180_000 }, () => {
  test('makes the edition as EPUB and PDF, and each article as PDF, with the same bytes each time', () => {
    expect(names()).toEqual([]);
    expect(run('books')).toMatchObject({ status: 0, stderr: '' });
    expect(names()).toEqual(['record.epub', 'record.pdf', ...fixture.entries.map(({ id }) => `${id}.pdf`)]);
    const before = hashFiles(join(root, '.books'));
    expect(run('books')).toMatchObject({ status: 0 });
    expect(hashFiles(join(root, '.books'))).toEqual(before);
  });

  test.skipIf(!hasPoppler)('prints every statement, page numbers, and contents that name the right page', () => {
    const file = join(root, '.books/record.pdf');
    expect(spawnSync('pdfinfo', [file], { encoding: 'utf8' })).toMatchObject({
      stderr: '',
      stdout: expect.stringMatching(/Tagged: +yes[^]*Page size: +59\d\.?\d* x 84\d/),
    });
    const pages = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' })
      .stdout.split('\f')
      .map((text) => text.replace(/\s+/g, ' '));
    const squeezed = pages.join(' ').replace(/\W/g, '');
    for (const { data, id } of fixture.statements) expect(squeezed, id).toContain(data.text.slice(0, 40).replace(/\W/g, ''));
    const timeline = Number(/ Timeline (\d+) /.exec(pages.join(' '))?.[1]);
    expect(pages[timeline - 1]).toMatch(new RegExp(`Timeline.* ${timeline} ?$`));
  });

  test('leaves the last books unchanged if it fails', () => {
    const before = hashFiles(join(root, '.books'));
    expect(run('books', { CHROMIUM_PATH: '/nonexistent' })).toMatchObject({ status: 1, stderr: expect.stringContaining('CHROMIUM_PATH') });
    expect(hashFiles(join(root, '.books'))).toEqual(before);
    expect(readdirSync(root).filter((name) => name.startsWith('.books'))).toEqual(['.books']);
  });

  test('makes books that the next build publishes and lists in its manifest', () => {
    expect(run('build')).toMatchObject({ status: 0 });
    const { files } = parseManifest(readFileSync(join(root, 'dist/data/manifest.json'), 'utf8'), 'manifest.json');
    for (const { name, sha256 } of listBooks(root, fixture, site)) expect(files[`data/books/${name}`], name).toBe(sha256);
  });

  test('makes books that are not published with another address or if a file is damaged', () => {
    expect(listBooks(root, fixture, { ...site, url: (path) => `https://example.org${path}` })).toEqual([]);
    appendFileSync(join(root, '.books/record.epub'), ' ');
    expect(names()).toEqual([]);
  });
});
