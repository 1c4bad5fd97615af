import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { readContent } from '../../src/loader/load-record.ts';
import { createItem, findMissing, itemKinds } from '../../scripts/new/items.ts';
import { proposeActor, proposeEvent } from '../../scripts/new/propose.ts';
import type { Statement } from '../../src/schema/statement.ts';
import { collections } from '../../src/schema/collections.ts';
import { describeFields } from '../../src/schema/fields.ts';
import { changedArchive, removeArchive } from '../support/archive.ts';
import { callScript } from '../support/run-script.ts';

vi.setConfig({ testTimeout: 60_000 });

let root: string;
beforeEach(() => (root = changedArchive([])));
afterEach(() => removeArchive(root));

const newItem = (...args: string[]) => callScript('new-item', args, root);
const newPositions = (entry: string) => callScript('new-positions', [entry], root);

describe('createItem', () => {
  test.each(itemKinds)('creates a file of a new %s that explains every field', (kind) => {
    const { file, text } = createItem(root, kind, 'new-lamp');
    expect(file).toMatch(/^content\/\w+\/new-lamp\.(?:mdx|yaml)$/);
    for (const { description } of describeFields(collections[`${kind}s`].schema))
      expect(text.replaceAll(/\n# /g, ' ')).toContain(description);
  });

  test.each(itemKinds)('creates a file of a new %s in which the lint reports empty fields in sentences', (kind) => {
    const { file, text } = createItem(root, kind, 'new-lamp');
    const { diagnostics } = readContent(addFile(file, text));
    expect(diagnostics.filter((each) => each.file !== file || each.rule !== 'fields-fit-the-schema')).toEqual([]);
    expect(diagnostics).not.toEqual([]);
    for (const { message, hint } of diagnostics) expect(`${message} ${hint}`).not.toMatch(/invalid input|expected \w+, received/i);
  });

  it('fills in what an id and the statements that name it show', () => {
    removeArchive(root);
    root = changedArchive([
      { file: 'content/entries/beta-2002/statements.yaml', replace: 'events: [ferry-pact]', with: 'events: [lamp-lit]' },
      { file: 'content/entries/beta-2002/index.mdx', replace: 'publisher: beacon-wire', with: 'publisher: lamp-courier' },
    ]);
    const loaded = readContent(root);
    const [event, ...otherEvents] = findMissing(root, loaded, ['alpha-2001', 'beta-2002'], 'event');
    expect(otherEvents).toEqual([]);
    const { file, text } = createItem(root, 'event', event!.id, event);
    expect(file).toBe('content/events/lamp-lit.yaml');
    expect(text).toMatch(/^title: Lamp lit$/m);
    expect(text).toContain('edtf: 2000-05/2002-06');
    expect(text).toContain('account: [{ text: Norrow has kept a ferry pact since May 2000., rests: [beta-2002.s2] }]');
    expect(text).toMatch(/^# What it is in these articles.*\ndescription:$/m);
    expect(text).not.toMatch(/variants|# beta-2002\.s2:/);
    const [outlet] = findMissing(root, loaded, ['alpha-2001', 'beta-2002'], 'actor');
    expect(outlet).toMatchObject({ id: 'lamp-courier', isOutlet: true, statements: [] });
    const written = createItem(root, 'actor', outlet!.id, outlet).text;
    expect(written).toMatch(/^kind: outlet$/m);
    expect(written).toMatch(/^description:$/m);
    expect(written).toMatch(/\n---\n\n<Note>Publisher of ‘A Year of the Pact’\.<\/Note>\n$/);
  });

  it('describes a person by the introduction in a statement, and shows the views of an author', () => {
    const statements = (['reported-fact', 'opinion'] as const).map((kind, index) => ({
      id: `alpha-2001.s${index + 1}`,
      data: {
        kind,
        text: ['Finch introduces Ada Quill as a pilot of the strait.', 'Quill thinks little of lamps. She has one.'][index],
        actors: ['ada-quill'],
        speakers: [],
      } as unknown as Statement,
    }));
    const known = { kind: 'actor' as const, id: 'ada-quill', isOutlet: false, isPerson: false, statements };
    const person = createItem(root, 'actor', 'ada-quill', known).text;
    expect(person).toMatch(/^description: Pilot of the strait$/m);
    expect(person).toContain('Finch introduces');
    const author = createItem(root, 'actor', 'ada-quill', {
      ...known,
      statements: statements.slice(1),
      description: 'Author of ‘Lamps’',
    }).text;
    expect(author).toMatch(/^description: "?Author of ‘Lamps’"?$/m);
    expect(createItem(root, 'actor', 'ada-quill', { ...known, description: 'Author of ‘Lamps’' }).text).toMatch(
      /---\n\nQuill thinks little of lamps\.<Cite s="alpha-2001\.s2" \/> She has one\.<Cite s="alpha-2001\.s2" \/>\n$/,
    );
  });

  it('derives the names of a person from the id', () => {
    const person = { id: 'mara-ann-finch', isOutlet: false, isPerson: true, statements: [] };
    const { file, text } = createItem(root, 'actor', person.id, { kind: 'actor', ...person });
    expect(text).toMatch(/^names: \{ en: Mara Ann Finch \}$/m);
    expect(text).toMatch(/^kind: person$/m);
    const { diagnostics } = readContent(addFile(file, text));
    expect(diagnostics.filter(({ path }) => ['names', 'person', 'kind'].includes(String(path[0])))).toEqual([]);
    expect(text).toMatch(/family: Finch\b/);
  });

  it.each([
    ['norrow-fishing-ministry', 'The ministry pays.', { kind: 'government-body' }],
    ['japan-lamp-bank', 'The bank pays.', { kind: 'company', side: 'japan' }],
    ['ada-mae-quill', 'Quill pays.', { kind: 'person', person: { family: 'Quill', given: 'Ada Mae' } }],
    ['lamp-guild', 'The Lamp Guild pays.', {}],
    ['lamp-guild', 'A guild pays.', {}],
  ])('proposes for “%s” what the id and “%s” show', (id, text, expected) => {
    expect(proposeActor(id, [{ text } as Statement])).toEqual(expected);
  });

  it.each<[string, Statement['kind'][], object]>([
    ['harbour-visit-2001', ['opinion', 'reported-fact'], { kind: 'visit', status: 'happened' }],
    ['lamp-pact', ['condition', 'forecast'], { kind: 'agreement', status: 'expected' }],
    ['lamp-lit', ['opinion'], {}],
  ])('proposes kind and status of the event “%s” with statements of kind %s', (id, kinds, expected) => {
    expect(
      proposeEvent(
        id,
        kinds.map((kind) => ({ kind, date: { edtf: null } }) as Statement),
      ),
    ).toEqual(expected);
  });

  it('sets the next order of a theme', () => {
    expect(createItem(root, 'theme', 'new-lamp').text).toMatch(/^order: 3$/m);
  });

  test.each([
    ['an invalid id', 'New Lamp', 'choose another one'],
    ['an existing id', 'ferry-pact', 'edit what exists'],
  ])('rejects %s', (_, id, hint) => {
    expect(() => createItem(root, 'event', id)).toThrow(expect.objectContaining({ hint: expect.stringContaining(hint) }));
  });
});

describe('npm run new:event', () => {
  it('creates a file and does not overwrite it', async () => {
    const first = await newItem('event', 'new-lamp');
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain('Wrote content/events/new-lamp.yaml. To undo, delete it.');
    const written = readFileSync(join(root, 'content/events/new-lamp.yaml'), 'utf8');
    expect(written).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/\.vscode\/schemas\/events\.json\n/);
    const second = await newItem('event', 'new-lamp');
    expect(second).toMatchObject({ status: 1, stdout: '' });
    expect(second.stderr).toContain('"content/events/new-lamp.yaml" exists already: nothing was written');
    expect(readFileSync(join(root, 'content/events/new-lamp.yaml'), 'utf8')).toBe(written);
  });

  it('rejects an unknown option and prints the usage', async () => {
    const { status, stderr } = await newItem('event', 'new-lamp', '--titel', 'A lamp');
    expect(status).toBe(1);
    expect(stderr).toContain('npm run new:event -- <id>\n');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('npm run new:actor -- --missing', () => {
  it('creates the files of all missing actors at once, with their statements', async () => {
    removeArchive(root);
    root = changedArchive([{ file: 'content/actors/norrow.mdx', remove: true }]);
    expect(await newItem('actor', '--missing')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Wrote content/actors/norrow.mdx.'),
    });
    expect(readFileSync(join(root, 'content/actors/norrow.mdx'), 'utf8')).toContain(
      'Norrow signed a ferry pact in May 2000.<Cite s="alpha-2001.s1" />\n',
    );
    expect((await newItem('actor', '--missing')).stdout).toBe('No actor is missing.\n');
  });

  it('rejects an id together with --missing, and terms', async () => {
    expect((await newItem('actor', 'lamp', '--missing')).stderr).toContain('expected one id, or --missing');
    expect((await newItem('term', '--missing')).stderr).toContain('no statement names a term');
  });
});

describe('npm run new:positions', () => {
  it('prints the questions without a position of an entry, with the other answers, and writes nothing', async () => {
    removeArchive(root);
    const position = '      - entry: alpha-2001\n        silent: true\n';
    root = changedArchive([{ file: 'content/themes/lamp-oil.mdx', replace: position, with: '' }]);
    const before = readFileSync(join(root, 'content/themes/lamp-oil.mdx'), 'utf8');
    const { status, stdout } = await newPositions('alpha-2001');
    expect(status).toBe(0);
    expect(stdout).toContain(
      '# Does oil keep the boats in port?\n#   Thornbury 2002: The author says so.\n#   s5  Lamp oil has been dear since the winter.\n',
    );
    expect(stdout).toContain('\n# lamp-oil/price: [s5');
    expect(stdout).not.toContain('Will boats sail by night?');
    expect(readFileSync(join(root, 'content/themes/lamp-oil.mdx'), 'utf8')).toBe(before);
  });

  it('rejects themes with errors, whose questions would be missing', async () => {
    removeArchive(root);
    root = changedArchive([{ file: 'content/themes/lamp-oil.mdx', replace: 'silent: true', with: 'silent: perhaps' }]);
    const { status, stdout, stderr } = await newPositions('alpha-2001');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/content\/themes\/lamp-oil\.mdx:\d+.*silent[\s\S]*correct the themes first/);
  });

  it('rejects an unknown entry', async () => {
    expect(await newPositions('gamma-2003')).toMatchObject({
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
