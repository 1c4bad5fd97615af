import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../src/loader/read-content.ts';
import { findItems, formatItem, listItems, suggestIds } from '../../scripts/show/record-items.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import { archive, temporaryArchive } from '../support/archive.ts';
import { callScript } from '../support/run-script.ts';

const items = listItems(resolveReferences(readContent(archive).content));
const show = (cwd: string, ...args: string[]) => callScript('show', args, cwd);

test.each([
  ['alpha-2001', 'entry', 'statements:\n  - alpha-2001.s1 # Norrow signed a ferry pact in May 2000.\n'],
  ['alpha-2001.s3', 'statement', 'relations:\n  - data:\n'],
  ['THE FERRY PACT IS SIGNED', 'event', 'places:\n  - port-alder # Port Alder\n'],
  ['actor/norrow', 'actor', 'mentionedIn:\n  - alpha-2001.s1 #'],
  ['Thornbury Ilse', 'actor', 'names:\n  en: Ilse Thornbury\n'],
  ['night', 'question', 'theme: ferries # Ferries\n'],
  ['port-alder', 'place', 'parent: marrow-strait # Marrow Strait\n'],
])('show finds “%s” and prints the %s with ids of linked nodes', (query, kind, part) => {
  const found = findItems(items, query).found.map((item) => formatItem(items, item));
  expect(found).toEqual([expect.stringContaining(part)]);
  expect(found[0]).toMatch(new RegExp(`^# ${kind}\n`));
});

test.each([
  ['a part of a name', 'pact', ['event ferry-pact', 'statement alpha-2001.s1', 'statement beta-2002.s2', 'entry beta-2002']],
  ['words of a statement', 'lamp on the mole', ['statement alpha-2001.s4']],
])('show finds %s', (_, query, expected) => {
  const { found, exact } = findItems(items, query);
  expect(exact).toBe(false);
  expect(found.map(({ kind, id }) => `${kind} ${id}`).toSorted()).toEqual(expected.toSorted());
});

test.each([
  ['norow', ['norrow']],
  ['alder', ['alder-gazette', 'port-alder']],
  ['nothing-like-it-at-all', []],
])('suggestIds returns for the unknown id “%s” the ids %j', (query, ids) => {
  expect(suggestIds(items, query)).toEqual(ids);
});

test('show prints an unknown id with a suggestion, and exits with 1', async () => {
  expect(await show(archive, 'norow')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: 'unknown id or name "norow"\n    → did you mean "norrow"?\n',
  });
});

test('show prints the last commit while the content has errors', async () => {
  const root = temporaryArchive();
  const git = (...args: string[]) => spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], { cwd: root });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'All');
  writeFileSync(join(root, 'content/events/begun.yaml'), 'title:\n');
  const { status, stdout, stderr } = await show(root, 'norrow');
  expect({ status, stdout }).toEqual({ status: 0, stdout: (await show(archive, 'norrow')).stdout });
  expect(stderr).toContain('This is the last commit.');
});
