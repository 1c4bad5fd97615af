import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { getCommit, compareWithHistory } from '../../src/editions/history.ts';
import { temporaryFolder } from '../support/archive.ts';

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
  root = temporaryFolder();
  mkdirSync(folder(), { recursive: true });
});

describe('compareWithHistory', () => {
  it('returns a reason without a repository', () => {
    expect(compareWithHistory(root)).toEqual({ known: false, why: 'git found no repository' });
    expect(getCommit(root)).toBeNull();
  });

  it('returns a reason inside the repository of another project, whose commit is not that of the Record', () => {
    git('init', '-q');
    git('commit', '-qm', 'Another project', '--allow-empty');
    root = join(root, 'record');
    mkdirSync(folder(), { recursive: true });
    write('edition.yaml', 'status: published\n');
    expect(compareWithHistory(root)).toEqual({ known: false, why: 'git found no repository' });
    expect(getCommit(root)).toBeNull();
  });

  it.skipIf(process.getuid?.() !== 0)('returns a reason for the repository of another user', () => {
    git('init', '-q');
    write('edition.yaml', 'status: in-preparation\n');
    commit();
    for (const path of ['', '.git']) chownSync(join(root, path), 12345, 12345);
    expect(compareWithHistory(root)).toEqual({
      known: false,
      why: `git does not read the repository of another user: allow it with git config --global --add safe.directory "${root}"`,
    });
    expect(getCommit(root)).toBeNull();
  });

  it('ignores changes of an edition in preparation', () => {
    git('init', '-q');
    write('edition.yaml', 'status: in-preparation\n');
    write('addresses.txt', '/a/\n/b/\n');
    commit();
    write('addresses.txt', '/a/\n');
    expect(compareWithHistory(root)).toEqual({ known: true, editions: 0, changes: [] });
  });

  it('reports a line that was removed, changed or moved after publication, committed or not', () => {
    git('init', '-q');
    write('edition.yaml', 'status: published\n');
    write('addresses.txt', '/a/\n/b/\n');
    commit();
    expect(compareWithHistory(root)).toEqual({ known: true, editions: 1, changes: [] });
    for (const text of ['/a/\n', '/a/\n/c/\n', '/b/\n/a/\n']) {
      write('addresses.txt', text);
      expect(compareWithHistory(root)).toMatchObject({
        changes: [expect.stringMatching(/^content\/editions\/2003\.1\/addresses\.txt, published in commit [0-9a-f]{12}, has changed/)],
      });
      commit();
      expect(compareWithHistory(root)).toMatchObject({ changes: [expect.stringMatching(/addresses\.txt, .* has changed/)] });
    }
  });

  it('reports an edition that is missing or no longer published', () => {
    git('init', '-q');
    write('edition.yaml', 'status: published\n');
    commit();
    write('edition.yaml', 'status: in-preparation\n');
    expect(compareWithHistory(root)).toMatchObject({ changes: [expect.stringMatching(/edition\.yaml, .* has changed/)] });
    rmSync(folder(), { recursive: true });
    commit();
    expect(compareWithHistory(root)).toMatchObject({ changes: [expect.stringMatching(/edition\.yaml, .* is missing$/)] });
  });
});

describe('getCommit', () => {
  it('marks the commit if sources differ from it', () => {
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
