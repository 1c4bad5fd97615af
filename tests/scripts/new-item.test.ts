import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { readContent } from '../../src/loader/read-content.ts';
import { UserError } from '../../src/loader/user-error.ts';
import type { Prompter } from '../../scripts/new/prompter.ts';
import { addSilentPositions } from '../../scripts/new/positions.ts';
import { createItem, itemKinds, itemOptions, type ItemKind } from '../../scripts/new/item.ts';
import { archive, changedArchive, removeArchive } from '../support/archive.ts';

vi.setConfig({ testTimeout: 60_000 });

let root: string;
beforeEach(() => (root = changedArchive([])));
afterEach(() => removeArchive(root));

const script = (name: string) => fileURLToPath(new URL(`../../scripts/${name}.ts`, import.meta.url));
const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });

/** Options for the required fields. */
const filled: Record<ItemKind, Record<string, string>> = {
  actor: { description: 'Of the strait', name: 'Lamp Guild', kind: 'company', side: 'third' },
  event: { description: 'Of the strait', title: 'A lamp is lit', kind: 'economy', status: 'happened', date: '2001-05-03' },
  theme: { title: 'Lamps', scope: 'What the articles report about lamps.' },
  place: { description: 'Of the strait', name: 'The mole', kind: 'site', lat: '12.5', lon: '-3' },
  term: { title: 'Names of the lamp', rule: 'The Record writes lamp.' },
};

describe('createItem', () => {
  test.each(itemKinds)('creates a file of a new %s that explains every field', async (kind) => {
    const { file, text } = await createItem(root, kind, 'new-lamp', filled[kind]);
    expect(file).toMatch(/^content\/\w+\/new-lamp\.(?:mdx|yaml)$/);
    for (const { field } of itemOptions(kind).filter(({ path }) => path.length === 1))
      expect(text.replaceAll(/\n# /g, ' ')).toContain(field.description);
    for (const value of Object.values(filled[kind])) expect(text).toContain(value);
  });

  test.each(itemKinds)('creates a file of a new %s in which only fields without an option are missing', async (kind) => {
    const { file, text } = await createItem(root, kind, 'new-lamp', filled[kind]);
    const { diagnostics } = readContent(addFile(file, text));
    expect(diagnostics.filter(({ path }) => !/^(?:account|questions|uses)$/.test(String(path[0])) && path.length > 0)).toEqual([]);
    for (const { message, hint } of diagnostics) expect(`${message} ${hint}`).not.toContain('expected');
  });

  it('prompts for required fields and leaves unanswered ones empty', async () => {
    const questions: string[] = [];
    const prompter: Prompter = {
      line: (question) => Promise.resolve(questions.push(question) ? 'A lamp is lit' : ''),
      choice: (question) => Promise.resolve(questions.push(question) ? '' : 'visit'),
    };
    const { text } = await createItem(root, 'event', 'new-lamp', { date: '2001' }, prompter);
    expect(questions.map((question) => question.split(':')[0])).toEqual(['title', 'description', 'kind', 'status']);
    expect(text).toMatch(/^title: A lamp is lit$/m);
    expect(text).toMatch(/^kind:$/m);
    expect(text).toContain('edtf: "2001"');
  });

  it('sets the next order of a theme', async () => {
    expect((await createItem(root, 'theme', 'new-lamp', {})).text).toMatch(/^order: 3$/m);
  });

  test.each<[string, string, Record<string, string>, string]>([
    ['an invalid id', 'New Lamp', {}, 'choose another one'],
    ['an existing id', 'ferry-pact', {}, 'edit what exists'],
    ['an unknown value, with the closest one', 'new-lamp', { kind: 'agrement' }, 'did you mean “agreement”?'],
    ['an invalid date', 'new-lamp', { date: 'May' }, 'write it like'],
    ['a title that is too long', 'new-lamp', { title: 'a'.repeat(121) }, 'shorten it'],
  ])('rejects %s', async (_, id, options, hint) => {
    const error: unknown = await createItem(root, 'event', id, options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).hint).toContain(hint);
  });
});

describe('npm run new:event', () => {
  it('creates a file and does not overwrite it', () => {
    const first = node(script('new-item'), 'event', 'new-lamp', '--title', 'A lamp is lit');
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('Wrote content/events/new-lamp.yaml. To undo, delete it.');
    const written = readFileSync(join(root, 'content/events/new-lamp.yaml'), 'utf8');
    expect(written).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/\.vscode\/schemas\/events\.json\n/);
    const second = node(script('new-item'), 'event', 'new-lamp', '--title', 'Another');
    expect(second).toMatchObject({ status: 1, stdout: '' });
    expect(second.stderr).toContain('"content/events/new-lamp.yaml" exists already: nothing was written');
    expect(readFileSync(join(root, 'content/events/new-lamp.yaml'), 'utf8')).toBe(written);
  });

  it('prints the file of a dry run and writes nothing', () => {
    expect(node(script('new-item'), 'event', 'new-lamp', '--dry-run').stdout).toContain('content/events/new-lamp.yaml:\n');
    expect(existsSync(join(root, 'content/events/new-lamp.yaml'))).toBe(false);
  });

  it('rejects an unknown option and prints the usage', () => {
    const { status, stderr } = node(script('new-item'), 'event', 'new-lamp', '--titel', 'A lamp');
    expect(status).toBe(1);
    expect(stderr).toContain('npm run new:event -- <id> --title …');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('npm run new:positions', () => {
  it('adds a silent position to every question without one and changes no other line', () => {
    const questions = readContent(archive).content.themes.flatMap(({ data }) => data.questions).length;
    const before = readFileSync(join(root, 'content/themes/lamp-oil.mdx'), 'utf8');
    expect(addSilentPositions(before, 'alpha-2001')).toEqual({ text: before, questions: [] });
    const { text, questions: added } = addSilentPositions(before, 'gamma-2003');
    expect(text.replaceAll(/^.*gamma-2003.*\n/gm, '')).toBe(before);
    for (const { line } of added) expect(text.split('\n')[line - 1]).toBe('      - { entry: gamma-2003, silent: true }');

    node('-e', 'require("fs").mkdirSync("content/entries/gamma-2003")');
    const { status, stdout } = node(script('new-positions'), 'gamma-2003');
    expect(status).toBe(0);
    expect(stdout).toContain(`Added ${questions} silent positions of gamma-2003`);
    expect(node(script('new-positions'), 'gamma-2003').stdout).toContain('Added 0 silent positions');
    expect(readContent(root).diagnostics.map(({ rule }) => rule)).toEqual(Array(questions).fill('entry-is-known'));
  });

  it('rejects an unknown entry', () => {
    expect(node(script('new-positions'), 'gamma-2003')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no entry "gamma-2003"'),
    });
  });
});

/** Replaces the archive by one with another file. */
function addFile(file: string, text: string): string {
  removeArchive(root);
  return (root = changedArchive([{ file, write: text }]));
}
