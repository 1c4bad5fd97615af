import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../src/loader/load-record.ts';
import { formatCandidates } from '../../scripts/related-statements.ts';
import { findItems, formatItem, listItems, suggestIds } from '../../scripts/record-items.ts';
import { resolveReferences } from '../../src/record/resolve-references.ts';
import { archive, temporaryArchive, type Change } from '../support/archive.ts';
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

/** An archive in which the texts were not compared with the later statements of Thornbury. */
const review = (...changes: Change[]) => [
  { file: 'content/entries/beta-2002/index.mdx', replace: 'textsRead: 4', with: 'textsRead: 2' },
  ...changes,
];
const reviewOf = async (changes: Change[], ...args: string[]) =>
  (await show(temporaryArchive(review(...changes)), '--to-review', ...args)).stdout;

test('show prints each sentence below the nearest new statement, then those on pages with one of its items, and counts the others', async () => {
  const changes = [
    { file: 'content/events/ferry-pact.yaml', append: 'note: No article gives a price of oil. No article says whether it rained.\n' },
    { file: 'content/events/night-boats.yaml', append: 'note: No article says who built the mole.\n' },
    { file: 'content/events/crews-strike.yaml', append: 'note: No other article mentions oil.\n' },
  ];
  const found = await reviewOf(changes);
  expect(found).toContain(
    '  new   beta-2002.s3: Oil is “the dearest cargo of all” and keeps the boats in port.\ncontent/events/ferry-pact.yaml  No article gives a price of oil.\n',
  );
  // The pact and the new statement about the strike name Port Alder.
  expect(found).toContain(
    '# The same, on pages with an item of a new statement (1)\n\ncontent/events/ferry-pact.yaml  No article says whether it rained.\n',
  );
  expect(found).toContain('\nSentences that share nothing with a new statement: 1 (--all prints them)\n');
  expect(found).not.toContain('who built the mole');
  const all = await reviewOf(changes, '--all');
  for (const sentence of ['No article gives a price of oil.', 'No article says whether it rained.', 'No article says who built the mole.'])
    expect(all).toContain(`  ${sentence}\n`);
  // The file of the strike cites a new statement.
  expect(all).not.toContain('mentions oil');
});

test.each([
  ['lies outside', '{ edtf: "2000-05-13" }', true],
  ['has none', '{ edtf: null, ground: a stamp }', true],
  ['is the same', '{ edtf: "2000-05-12" }', false],
  ['contains it and is printed', '{ edtf: "2000-05" }', false],
  ['contains it and is inferred', '{ edtf: "2000-05", basis: inferred, ground: a stamp }', true],
  ['is as exact and is inferred', '{ edtf: "2000-05-12", basis: inferred, ground: a stamp }', false],
])('show prints an event with its status, date and parts if its date %s: %s', async (_, date, isListed) => {
  const older = { file: 'content/entries/beta-2002/index.mdx', replace: 'textsRead: 2', with: 'textsRead: 1' };
  const stated = '{ edtf: "2000-05/2002-06", basis: inferred, ground: from the pact to the article }';
  const found = await reviewOf([
    older,
    { file: 'content/entries/beta-2002/statements.yaml', replace: stated, with: '{ edtf: "2000-05-12" }' },
    { file: 'content/events/ferry-pact.yaml', replace: '{ edtf: "2000-05-12" }', with: date },
  ]);
  expect(
    /\ncontent\/events\/ferry-pact\.yaml {2}The ferry pact is signed \(happened\)\. .*\n {2}date {2}.*\n {2}part {2}norrow: /.test(found),
  ).toBe(isListed);
  // Only a new statement is about the strike.
  expect(found).not.toContain('  date  2002-05~');
});

test('show prints a claim of a text that cites no new statement, and only the name of a text without claims', async () => {
  const file = 'content/actors/ferry-board.mdx';
  const claim = { file, append: '\nThe board is the first of the strait.<Cite s="alpha-2001.s1" />\n' };
  expect(await reviewOf([claim])).toMatch(/ {2}new .*\ncontent\/actors\/ferry-board\.mdx {2}The board is the first of the strait\.\n/);
  const found = await reviewOf([]);
  expect(found).not.toContain(`${file}  `);
  expect(found).toMatch(/\nOptional: texts that cite no new statement about their subject.*: .*content\/actors\/ferry-board\.mdx/);
});

test('show lists a theme whose questions have a position of the article but whose overview does not cite it', async () => {
  const overview = { file: 'content/themes/lamp-oil.mdx', replace: '<Cite s="beta-2002.s3" />', with: '<Cite s="alpha-2001.s5" />' };
  expect(await reviewOf([])).not.toContain('content/themes/lamp-oil.mdx');
  expect(await reviewOf([overview])).toContain(', content/themes/lamp-oil.mdx');
});

test('formatCandidates prints at most four of each statement, first those that answer a same question, and names those without any', () => {
  const { ledgers, themes } = readContent(archive).content;
  const create = (id: string, text: string) => ({
    id,
    data: { ...ledgers[0]!.data.statements[0]!, speakers: [{ unnamed: id }], text, actors: [], places: [], events: [], themes: [] },
  });
  const others = ['b.s1', 'b.s2', 'b.s3', 'b.s4', 'b.s5'].map((id, index) =>
    create(id, `Lamps burn in ${['calm', 'rain', 'fog', 'hail', 'frost'][index]}.`),
  );
  const [theme] = themes;
  const positions = [['a.s1'], ['b.s5']].map((rests) => ({ ...theme!.data.questions[0]!.positions[0]!, rests }));
  const questions = [{ ...theme!.data.questions[0]!, positions }];
  const asked = [{ ...theme!, data: { ...theme!.data, questions } }];
  const found = formatCandidates(
    [create('a.s1', 'Lamps burn in calm, rain, fog.'), create('a.s2', 'Snow fell.')],
    others,
    new Set(),
    asked,
  );
  expect(found.match(/to: \S+(?=,)/g)).toEqual(['to: b.s5', 'to: b.s1', 'to: b.s2', 'to: b.s3']);
  expect(found).toContain(` · question ${theme!.id}/${questions[0]!.id})\n`);
  expect(found).toContain('# Nothing similar: a.s2\n');
  expect(found).toMatch(/# The list is not complete: .*npm run new:positions -- <entry>\n$/);
});

test('formatCandidates compares figures of the same unit, but not years', () => {
  const [statement] = readContent(archive).content.ledgers[0]!.data.statements;
  const create = (id: string, text: string) => ({ id, data: { ...statement!, text } });
  const found = formatCandidates(
    [create('a.s1', 'In 2001 the port had 65 boats and 9% of the trade.')],
    [create('b.s1', 'In 2002 the port had 80 boats and 9% of the trade, over 65 days.')],
    new Set(),
  );
  expect(found).toContain(' · figures differ: 65, 80 · same figure 9)\n');
  expect(found).not.toMatch(/2001, 2002|same figure 65/);
});

test('show prints the known wordings of terms in an article, as uses to complete', async () => {
  const use = '  - { wording: W, entry: beta-2002, at: [p1], count: 1, voice: own, speakers: [ilse-thornbury], rests: [beta-2002.s1] }\n';
  const uses = ['tide', 'the strait', 'strait', 'Water'].map((wording) => use.replace('W', wording)).join('');
  const root = temporaryArchive([{ file: 'content/terms/home-water.mdx', replace: 'rule:', with: `${uses}rule:` }]);
  const { stdout } = await show(root, 'alpha-2001', '--terms', resolve('tests/fixtures/sources'));
  expect(stdout.split('\n\n')).toEqual([
    [
      '# content/terms/home-water.mdx',
      '#   p0 … Boats for [the strait] again …',
      '  - { wording: the strait, entry: alpha-2001, at: [p0], count: 1, voice: , speakers: [alder-gazette], rests: [alpha-2001.s1] }',
      '#   p1 … Norrow signs; board promises "a boat for every [tide]" …',
      '  - { wording: tide, entry: alpha-2001, at: [p1], count: 1, voice: quoted, speakers: [ferry-board], rests: [alpha-2001.s2] }',
    ].join('\n'),
    '# Other short quotations: ‘a boat for every tide’ s2',
    expect.stringContaining('# Copy what fits into uses.'),
  ]);
});
