import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../src/loader/load-record.ts';
import { formatCandidates } from '../../scripts/related-statements.ts';
import { findItems, formatItem, listItems, suggestIds } from '../../scripts/record-items.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import { archive, temporaryArchive, type Change } from '../support/archive.ts';
import { callScript } from '../support/run-script.ts';

const items = listItems(resolveReferences(readContent(archive).content));
const strike = readContent(archive).content.events.find(({ id }) => id === 'crews-strike')!.data;
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

/** An archive in which the texts were not compared with the later statements of Thornbury. */
const review = (...changes: Change[]) => [
  { file: 'content/entries/beta-2002/index.mdx', replace: 'textsRead: 4', with: 'textsRead: 2' },
  ...changes,
];
const reviewOf = async (changes: Change[], ...args: string[]) =>
  (await show(temporaryArchive(review(...changes)), '--to-review', ...args)).stdout;

test('show prints sentences with the new statements that share words, and counts the others in each file', async () => {
  const changes = [
    { file: 'content/events/ferry-pact.yaml', append: 'note: No article gives a price of oil. No article says whether it rained.\n' },
    { file: 'content/events/night-boats.yaml', append: 'note: No article says who built the mole.\n' },
  ];
  const found = await reviewOf(changes);
  expect(found).toContain(
    'content/events/ferry-pact.yaml\n  text  No article gives a price of oil.\n  new   beta-2002.s3: Oil is “the dearest cargo of all”',
  );
  expect(found).toContain('--all prints them (2)\n\n   1  content/events/ferry-pact.yaml\n   1  content/events/night-boats.yaml\n');
  expect(found).not.toContain('whether it rained');
  const all = await reviewOf(changes, '--all');
  for (const sentence of ['No article gives a price of oil.', 'No article says whether it rained.', 'No article says who built the mole.'])
    expect(all).toContain(`  text  ${sentence}\n`);
});

test('show prints the date of an event with its ground, above the dates of new statements', async () => {
  expect(await reviewOf([])).toContain(
    `content/events/crews-strike.yaml  ${strike.title}
  date  ${strike.date.edtf}, ${strike.date.basis}: ${strike.date.ground}
  new   beta-2002.s4: The strike of the crews was called off. (2002-05~, inferred: the caption says ‘last month’)
`,
  );
  const narrow = { file: 'content/events/crews-strike.yaml', replace: strike.date.edtf!, with: '2001' };
  expect(await reviewOf([narrow])).toContain('  lint  “2001” does not cover “2002-05~” of beta-2002.s4\n');
});

test('show lists a theme whose questions have a position of the article but whose overview does not cite it', async () => {
  const overview = { file: 'content/themes/lamp-oil.mdx', replace: '<Cite s="beta-2002.s3" />', with: '<Cite s="alpha-2001.s5" />' };
  expect(await reviewOf([])).not.toContain('content/themes/lamp-oil.mdx');
  expect(await reviewOf([overview])).toContain('content/themes/lamp-oil.mdx  Lamp oil\n');
});

test('formatCandidates proposes statements that share no word but the same actors and a place, and states that the list is not complete', () => {
  const { ledgers } = readContent(archive).content;
  const create = (id: string, text: string, actors: string[], places: string[]) => ({
    id,
    data: { ...ledgers[0]!.data.statements[0]!, speakers: [{ unnamed: id }], text, actors, places, events: [], themes: [] },
  });
  const from = create('a.s1', 'Fares rise.', ['norrow'], ['port-alder']);
  // Words and themes that no other statement has make these little similar.
  const words = 'Oil lamps burned along every mole while quiet crews mended torn nets below tarred planks near old slipways.';
  const found = formatCandidates(
    [from],
    [
      create('b.s1', words, ['norrow', 'ferry-board'], ['port-alder', 'marrow-strait']),
      create('b.s2', words, ['ferry-board'], ['port-alder']),
      create('b.s3', words, ['norrow'], ['marrow-strait']),
    ],
    new Set(),
  );
  expect(found.match(/to: \S+(?=,)/g)).toEqual(['to: b.s1']);
  expect(found).toMatch(/# The list is not complete: .*npm run new:positions -- <entry>\n$/);
});
