import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getCommit, editionHistory } from '../../src/editions/history.ts';

let root = '';
const folder = () => join(root, 'content/editions/2003.1');
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
const commit = () => {
  git('add', '-A');
  git('commit', '-qm', 'A change');
};
const write = (file: string, text: string) => writeFileSync(join(folder(), file), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'record-history-'));
  mkdirSync(folder(), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the history of editions', () => {
  it('is unknown where there is no repository', () => {
    expect(editionHistory(root)).toEqual({ known: false, why: 'there is no git repository' });
    expect(getCommit(root)).toBeNull();
  });

  it('lets an edition in preparation change', () => {
    git('init', '-q');
    write('edition.yaml', 'status: in-preparation\n');
    write('addresses.txt', '/a/\n/b/\n');
    commit();
    write('addresses.txt', '/a/\n');
    expect(editionHistory(root)).toEqual({ known: true, editions: 0, breaches: [] });
  });

  it('finds a line that was taken out, changed or moved after publication, committed or not', () => {
    git('init', '-q');
    write('edition.yaml', 'status: published\n');
    write('addresses.txt', '/a/\n/b/\n');
    commit();
    expect(editionHistory(root)).toEqual({ known: true, editions: 1, breaches: [] });
    for (const text of ['/a/\n', '/a/\n/c/\n', '/b/\n/a/\n']) {
      write('addresses.txt', text);
      expect(editionHistory(root)).toMatchObject({
        breaches: [expect.stringContaining('content/editions/2003.1/addresses.txt is not as published in commit ')],
      });
      commit();
      expect(editionHistory(root)).toMatchObject({ breaches: [expect.stringMatching(/addresses\.txt is not as published/)] });
    }
    write('addresses.txt', '/a/\n');
    expect(editionHistory(root)).toMatchObject({ breaches: [expect.stringContaining('it lacks “/b/”')] });
  });

  it('finds an edition that is gone, and one that is no longer published', () => {
    git('init', '-q');
    write('edition.yaml', 'status: published\n');
    commit();
    write('edition.yaml', 'status: in-preparation\n');
    expect(editionHistory(root)).toMatchObject({ breaches: [expect.stringContaining('edition.yaml is not as published')] });
    rmSync(folder(), { recursive: true });
    commit();
    expect(editionHistory(root)).toMatchObject({ breaches: [expect.stringContaining('edition.yaml is gone')] });
  });
});

describe('the commit of a build', () => {
  it('is marked where what is built differs from it', () => {
    git('init', '-q');
    write('edition.yaml', 'status: in-preparation\n');
    commit();
    const head = git('rev-parse', 'HEAD').trim();
    expect(getCommit(root)).toBe(head);
    writeFileSync(join(root, 'notes.txt'), 'not built');
    expect(getCommit(root)).toBe(head);
    write('edition.yaml', 'status: published\n');
    expect(getCommit(root)).toBe(`${head} with changes`);
  });
});
