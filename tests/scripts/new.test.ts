import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '../../src/loader/load-record.ts';
import { formatUserError, UserError } from '../../src/loader/errors.ts';
import type { Content } from '../../src/record/content.ts';
import { createEntry, formatBlocks, formatDoubts } from '../../scripts/new/entry.ts';
import { type FieldName, formatOutline, parseOutline, proposeOutline } from '../../scripts/new/outline.ts';
import { fillStatements } from '../../scripts/new/fill.ts';
import { draftText } from '../../scripts/new/text-draft.ts';
import { readArticle, hashPassage } from '../../scripts/article-texts.ts';
import { archive, changedArchive, removeArchive } from '../support/archive.ts';
import { japanese, plain, russian, withBanner } from '../support/articles.ts';
import { encode } from '../support/encode.ts';
import { callScript, runScript } from '../support/run-script.ts';

vi.setConfig({ testTimeout: 60_000 });

let root: string;
let outside: string;
beforeEach(() => {
  root = changedArchive([]);
  outside = mkdtempSync(join(tmpdir(), 'record-texts-'));
});
afterEach(() => {
  removeArchive(root);
  rmSync(outside, { recursive: true, force: true });
});

const outlineFile = () => join(outside, 'article.outline.txt');

const runOn = (file: string, ...args: string[]) => callScript('new', [file, ...args], root);

/** Runs `npm run new` in the archive on an article. */
function run(article: string | Uint8Array, ...args: string[]) {
  const file = join(outside, 'article.txt');
  writeFileSync(file, article);
  return runOn(file, ...args);
}

/** Runs it twice. In between, the outline is edited. */
async function runTwice(article: string | Uint8Array, edit: (outline: string) => string, ...args: string[]) {
  expect(await run(article)).toMatchObject({ status: 0, stderr: '' });
  writeFileSync(outlineFile(), edit(readFileSync(outlineFile(), 'utf8')));
  return run(article, ...args);
}

/** Accepts every proposal of an outline. */
const acceptAll = (outline: string) => outline.replace(/^(\w+|\s*\d+\s+\w+)\?/gm, '$1');

/** Accepts every proposal of an outline, except these fields and the roles of blocks with these numbers. */
const fillIn = (values: Record<string, string>) => (outline: string) =>
  Object.entries(values).reduce((text, [key, value]) => {
    const [line, prefix] = /^\d/.test(key) ? [`^(\\s*${key}\\s+)\\w+`, '$1'] : [`^${key}:.*`, `${key}: `];
    expect(text).toMatch(new RegExp(line, 'm'));
    return text.replace(new RegExp(line, 'm'), prefix + value);
  }, acceptAll(outline));

const read = (path: string) => readFileSync(join(root, 'content/entries', path), 'utf8');
const files = () => globSync('**/*', { cwd: root }).toSorted();

describe('npm run new', () => {
  it('creates an entry from an edited outline', async () => {
    const edit = fillIn({ genre: 'news-report', url: 'https://courier.example/1' });
    const { status, stdout, stderr } = await runTwice(plain, edit, '--texts', outside);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Wrote content/entries/norrow-courier-2001 (8 passages, ');
    expect(stdout).toContain('To undo, delete that folder');
    expect(stdout).toContain('npm run new:actor -- --missing, also new:event, new:place\n');
    expect(readFileSync(join(outside, 'norrow-courier-2001/worksheet.txt'), 'utf8')).toMatch(
      /"We shall sail," said the chair of the board\.\n\n# p3 · 9 words\n# {3}- at: /,
    );

    const frontmatter = parse(read('norrow-courier-2001/index.mdx').split('---\n')[1]!);
    expect(frontmatter.source).toEqual({
      title: 'Ferry pact faces a hard winter on the strait',
      authors: ['ada-quill', 'tom-reave'],
      publisher: 'norrow-courier',
      genre: 'news-report',
      language: 'en',
      published: { edtf: '2001-10-03' },
      addresses: [{ url: 'https://courier.example/1', label: 'courier.example' }],
    });
    expect(frontmatter.label).toBe('Quill 2001');

    const { passages } = parse(read('norrow-courier-2001/passages.yaml'));
    expect(Object.keys(passages)).toEqual(['p0', 'p1', 'p2', 'c1', 'p3', 'n1', 'r1', 'r2']);
    expect(passages.p3).toMatchObject({ sha256: hashPassage('"We shall sail," said the chair of the board.'), words: 9 });
    expect(readArticle(outside, 'norrow-courier-2001').get('r2')).toBe('A lamp for every boat');
  });

  it('writes only an outline on the first run', async () => {
    const before = files();
    const { status, stdout } = await run(plain);
    expect(status).toBe(0);
    expect(stdout).toContain('Nothing is written into the project yet');
    expect(stdout).toContain('block 9 heading? Lamp oil is dear');
    expect(files()).toEqual(before);
    const outline = readFileSync(outlineFile(), 'utf8');
    expect(outline).toContain('\ntitle: Ferry pact faces a hard winter on the strait\n');
    expect(outline).toMatch(/^ {3}9 {2}heading\? {5}Lamp oil is dear {2}# \S/m);
  });

  it('warns of a publication date after today on both runs', async () => {
    const text = plain.replace('3 October 2001', '3 October 2091');
    const warning = 'the date of publication "2091-10-03" is after today. Check the year.';
    expect((await run(plain)).stdout).not.toContain('after today');
    rmSync(outlineFile());
    expect((await run(text)).stdout).toContain(warning);
    writeFileSync(outlineFile(), acceptAll(readFileSync(outlineFile(), 'utf8')));
    expect((await run(text)).stdout).toContain(warning);
  });

  it('leaves unsure blocks in the body and unsure fields empty', async () => {
    const text = withBanner.replace('12 March 2003', 'Updated 12 March 2003');
    const { status, stdout } = await runTwice(text, (outline) => outline.replace(/^id:.*/m, 'id: banner-2003'));
    expect(status).toBe(0);
    expect(stdout).toContain('date? 2003-03-12  # "12 March 2003" is the date of an update');
    const { source } = parse(read('banner-2003/index.mdx').split('---\n')[1]!);
    expect(source).toMatchObject({ publisher: null, published: { edtf: null, basis: 'inferred' } });
    expect(Object.keys(parse(read('banner-2003/passages.yaml')).passages)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
  });

  it('never overwrites an outline', async () => {
    await runTwice(plain, fillIn({ title: 'My ferry pact faces', id: 'mine-2001' }));
    await run(plain);
    expect(readFileSync(outlineFile(), 'utf8')).toContain('title: My ferry');
    expect(read('mine-2001/index.mdx')).toContain('title: My ferry');
  });

  it('reports all problems of an outline with their lines and writes nothing', async () => {
    const before = files();
    const { status, stderr } = await runTwice(plain, (outline) =>
      outline
        .replace('genre:', 'gener:')
        .replace('   8  body', '   8  verse')
        .replace('  10  body', '  99  body')
        .replace('By Ada', 'By Eda'),
    );
    expect(status).toBe(1);
    for (const problem of ['unknown field "gener"', 'unknown role "verse"', 'no block 99', 'block 4 of the article begins "By Ada Quill'])
      expect(stderr).toMatch(new RegExp(`article\\.outline\\.txt:\\d+: .*${problem}`));
    expect(files()).toEqual(before);
  });

  it('reports values of an outline that break the schema with their lines', async () => {
    const edit = (outline: string) =>
      outline
        .replace(/^genre:.*/m, 'genre: poem')
        .replace(/^authors:.*/m, 'authors: Ada Quill')
        .replace(/^id:.*/m, 'id: far-2001');
    const { status, stderr } = await runTwice(plain, edit);
    expect(status).toBe(1);
    expect(stderr).toMatch(/article\.outline\.txt:\d+: authors: invalid id "Ada"/);
    writeFileSync(outlineFile(), readFileSync(outlineFile(), 'utf8').replace('authors: Ada Quill', 'authors: ada-quill'));
    expect((await run(plain)).stderr).toMatch(/outline\.txt:\d+: genre "poem"/);
  });

  it('writes no text of the article into the project except its title and the first words of passages', async () => {
    await run(plain, '--yes');
    const written = ['index.mdx', 'passages.yaml', 'statements.yaml'].map((name) => read(`norrow-courier-2001/${name}`)).join('\n');
    for (const words of ['through the winter', 'She sees', 'one lamp lit', 'said the chair', 'strike again', 'supplement'])
      expect(written).not.toContain(words);
  });

  it('writes a commented stub for each passage that parses as a statement', async () => {
    await run(plain, '--yes');
    const ledger = read('norrow-courier-2001/statements.yaml');
    expect(ledger.match(/^# \w\d+ · \d+ words?$/gm)).toHaveLength(9);
    expect(parse(ledger)).toEqual({ statements: null });
    const begun =
      ledger.slice(0, ledger.indexOf('\nstatements:') + 1) + ledger.slice(ledger.indexOf('\nstatements:') + 1).replaceAll(/^# {3}/gm, '  ');
    expect(parse(begun).statements).toHaveLength(9);
    expect(parse(begun).statements[0]).toEqual({
      at: ['p1'],
      kind: null,
      speakers: ['ada-quill', 'tom-reave'],
      text: '',
      date: { edtf: null, ground: null },
    });
  });

  it('creates files in which the lint reports only the fields that are still empty', async () => {
    await run(plain, '--yes');
    const { diagnostics } = readContent(root);
    expect(new Set(diagnostics.map(({ file }) => file))).toEqual(
      new Set(['content/entries/norrow-courier-2001/index.mdx', 'content/entries/norrow-courier-2001/statements.yaml']),
    );
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ path: ['statements'], message: 'statements is empty', hint: expect.stringContaining('The statements') }),
    );
    expect(diagnostics).toContainEqual(expect.objectContaining({ path: ['standpoint', 'omits'], message: 'omits is empty' }));
    for (const { message, hint } of diagnostics) expect(`${message} ${hint}`).not.toContain('expected');
  });

  it('does not overwrite an existing entry', async () => {
    const before = read('alpha-2001/index.mdx');
    await run(plain);
    writeFileSync(outlineFile(), fillIn({ id: 'alpha-2001' })(readFileSync(outlineFile(), 'utf8')));
    const { status, stderr } = runScript('new', [join(outside, 'article.txt')], root);
    expect(status).toBe(1);
    expect(stderr).toContain('"content/entries/alpha-2001" exists already: nothing was written\n    → choose another id');
    expect(read('alpha-2001/index.mdx')).toBe(before);
  });

  it('uses the values of the outline', async () => {
    const fields = { id: 'my-own', title: 'T', authors: 'ilse-thornbury', publisher: 'beacon-wire', language: 'en-GB', label: 'Mine' };
    const date = { date: '2001-10~', basis: 'inferred', ground: 'by the weather' };
    await runTwice(plain, fillIn({ ...fields, ...date, 10: 'furniture', 11: 'furniture', 13: 'note' }));
    const { label, source } = parse(read('my-own/index.mdx').split('---\n')[1]!);
    expect(label).toBe('Mine');
    expect(source).toMatchObject({
      title: 'T',
      authors: ['ilse-thornbury'],
      publisher: 'beacon-wire',
      language: 'en-GB',
      published: { edtf: '2001-10~', basis: 'inferred', ground: 'by the weather' },
    });
    expect(Object.keys(parse(read('my-own/passages.yaml')).passages)).toEqual(['p0', 'p1', 'p2', 'n1', 'r1', 'r2']);
  });

  it.each([
    ['Japanese in Shift_JIS', encode(japanese, 'shift_jis'), 'ja', 'Detected the encoding shift_jis', '島の港に新しい灯台がともる'],
    [
      'Russian in windows-1251',
      encode(russian, 'windows-1251'),
      'ru',
      'Detected the encoding windows-1251',
      'На причале снова зажгли огни',
    ],
  ])('reads %s and names the detected encoding', async (_, bytes, language, message, title) => {
    const { status, stdout } = await runTwice(bytes, fillIn({ id: 'far-2004', authors: 'a', publisher: 'b' }));
    expect(status).toBe(0);
    expect(stdout).toContain(message);
    const { source } = parse(read('far-2004/index.mdx').split('---\n')[1]!);
    expect(source).toMatchObject({ language, title });
    expect(readContent(root).diagnostics.filter(({ rule }) => rule === 'file-is-well-formed')).toEqual([]);
  });

  it.each([
    ['an unknown encoding', ['--encoding', 'utf-99'], 'use another --encoding'],
    ['an unknown option', ['--titel', 'T'], 'npm run new -- <article.html or article.txt>'],
    ['a folder of texts inside the project', ['--texts', 'content/texts'], 'choose a folder outside it'],
  ])('rejects %s with a hint and writes nothing', async (_, args, hint) => {
    const before = files();
    const { status, stderr } = await run(plain, '--yes', ...args);
    expect(status).toBe(1);
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(files()).toEqual(before);
  });

  it.each([
    ['a missing file', 'no.txt', undefined, 'no file "'],
    ['a folder', 'folder', undefined, 'is a folder'],
    ['an empty file', 'empty.txt', '', 'the file is empty'],
    ['a picture', 'picture.html', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'zero bytes'],
    ['an archive without a page', 'page.mhtml', 'text', 'contains no page'],
  ])('rejects %s with a hint and writes nothing', async (_, name, content, message) => {
    mkdirSync(join(outside, 'folder'));
    if (content !== undefined) writeFileSync(join(outside, name), content);
    const before = [files(), globSync('**/*', { cwd: outside })];
    const { status, stderr } = await runOn(join(outside, name), '--texts', join(outside, 'texts'));
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`${message}.*\n +→ \\S`));
    expect([files(), globSync('**/*', { cwd: outside })]).toEqual(before);
  });

  it('writes no outline into the project', async () => {
    writeFileSync(join(root, 'article.txt'), plain);
    const { status, stderr } = await runOn('article.txt');
    expect(status).toBe(1);
    expect(stderr).toContain('"article.outline.txt" is inside the project\n    → move the article outside');
  });

  it('reads a saved page', async () => {
    const page = fileURLToPath(new URL('../fixtures/pages/news-article.html', import.meta.url));
    const { status } = await runOn(page, '--yes');
    expect(status).toBe(0);
    const { source } = parse(read('norrow-courier-2021/index.mdx').split('---\n')[1]!);
    expect(source).toEqual({
      title: 'Two towns share a ferry',
      authors: ['ada-quill', 'tom-reave'],
      publisher: 'norrow-courier',
      genre: null,
      language: 'en',
      published: { edtf: '2021-10-03' },
      addresses: [{ url: 'https://courier.example/2021/ferry', label: 'courier.example' }],
    });
  });

  it('dates the first revision by the local day', () => {
    writeFileSync(join(outside, 'article.txt'), plain);
    // At every moment, the days of these two zones differ.
    const [east, west] = ['Pacific/Kiritimati', 'Etc/GMT+12'].map((TZ) => {
      runScript('new', [join(outside, 'article.txt'), '--yes'], root, { TZ });
      const [, day] = /date: "?(\d{4}-\d{2}-\d{2})"?, text: First/.exec(read('norrow-courier-2001/index.mdx')) ?? [];
      rmSync(join(root, 'content/entries/norrow-courier-2001'), { recursive: true });
      return day;
    });
    expect(east! > west!).toBe(true);
  });
});

describe('npm run new -- --fill', () => {
  const path = 'content/entries/beta-2002/statements.yaml';
  const fill = async (statements: string) => {
    writeFileSync(join(root, path), `# To do\nstatements:\n${statements}`);
    const { stdout, stderr } = await runOn('--fill', 'beta-2002');
    return { stdout, stderr, text: readFileSync(join(root, path), 'utf8') };
  };

  it('adds what statements lack, without touching fields and comments', async () => {
    const { stdout, text } = await fill(`  - at: [p1] # the mole
    kind: reported-fact
    speakers: [norrow]
    text: >-
      Norrow says that Thornbury crossed the Marrow Strait for the Ferry Board of Port Alder. The strike of the crews was over.
    # Check the date.

  # The pilot
  - n: 7
    at: [p2]
    speakers: [ilse-thornbury]
    text: The Ferry Board paid the crew of the Lamp Guild in Norrow. # as printed
    actors: []
  - at: [p3]
    speakers: [{ unnamed: a clerk }]
    via: [beacon-wire]
    actors: [lamp-guild]
    text: Boats by night are dear. So are ferries.
`);
    expect(text).toBe(`# To do
statements:
  - n: 8
    at: [p1] # the mole
    kind: reported-fact
    speakers: [norrow]
    text: >-
      Norrow says that Thornbury crossed the Marrow Strait for the Ferry Board of Port Alder. The strike of the crews was over.
    via: [ilse-thornbury]
    events: [crews-strike]
    actors: [ferry-board]
    places: [marrow-strait, port-alder]
    themes: []
    # Check the date.

  # The pilot
  - n: 7
    at: [p2]
    speakers: [ilse-thornbury]
    text: The Ferry Board paid the crew of the Lamp Guild in Norrow. # as printed
    actors: []
    themes: []
  - n: 9
    at: [p3]
    speakers: [{ unnamed: a clerk }]
    via: [beacon-wire]
    actors: [lamp-guild]
    text: Boats by night are dear. So are ferries.
    events: [night-boats]
    themes: [] # perhaps ferries
`);
    expect(stdout).toContain(
      's8  via: [ilse-thornbury]  events: [crews-strike]  actors: [ferry-board]  places: [marrow-strait, port-alder]\ns9  events: [night-boats]\n',
    );
  });

  it('prints what a text names and a list of its statement lacks, and leaves the list', async () => {
    const { stdout, text } = await fill(`  - at: [p1]
    speakers: [ilse-thornbury]
    actors: []
    places: [port-alder]
    text: Norrow sent boats from Port Alder to the Marrow Strait.
`);
    expect(stdout).toContain('but not in the lists that are there. Add what is right:\ns1  actors: [norrow]  places: [marrow-strait]\n\n');
    expect(parse(text).statements[0].places).toEqual(['port-alder']);
  });

  it('finds a place in a longer name with a number', () => {
    const names = { variants: [], misspellings: [] };
    const [pier, alder] = [
      { ...names, en: 'Alder-2' },
      { ...names, en: 'Alder' },
    ];
    const content = {
      actors: [{ id: 'alder-2', data: { names: pier } }],
      places: [{ id: 'alder', data: { names: alder } }],
      events: [],
      themes: [],
    };
    const { lines } = fillStatements('statements:\n  - n: 1\n    text: Boats use Alder-2.\n', {}, content as unknown as Content);
    expect(lines).toEqual(['s1  actors: [alder-2]  places: [alder]']);
  });

  it('counts no name inside a longer name, and finds ids without a file in other statements', async () => {
    const { text } = await fill(`  - at: [p1]
    speakers: [ilse-thornbury]
    text: The Lamp Guild of Norrow met the Norrow Lamp Guild.
  - at: [p2]
    actors: [norrow-lamp-guild]
    text: Norrow pays.
`);
    expect(parse(text).statements.map(({ actors }: { actors: string[] }) => actors)).toEqual([
      ['norrow', 'norrow-lamp-guild'],
      ['norrow-lamp-guild'],
    ]);
  });

  it('rejects a file that is not YAML', async () => {
    expect((await fill('  - at: [p1\n')).stderr).toContain('statements.yaml: ');
  });

  it('rejects an unknown entry', async () => {
    expect((await runOn('--fill', 'nothing')).stderr).toContain('no entry "nothing"');
  });
});

describe('npm run new -- --remove', () => {
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], { cwd: root, encoding: 'utf8' }).stdout;
  const commit = (message: string) => git('add', '.') + git('commit', '-q', '-m', message);
  const cite = () => {
    const path = join(root, 'content/events/ferry-pact.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('rests: [beta-2002.s2]', 'rests: [beta-2002.s2, norrow-courier-2001.s1]'));
  };
  beforeEach(async () => {
    git('init', '-q');
    commit('Begin');
    await run(plain, '--yes');
    writeFileSync(join(root, 'content/actors/ada-quill.mdx'), '---\nnames: { en: Ada Quill }\n---\n');
    cite();
  });

  it('lists the files of an entry, and leaves a clean tree with --yes', async () => {
    const { stdout } = await runOn('--remove', 'norrow-courier-2001');
    expect(stdout).toContain('delete   content/actors/ada-quill.mdx');
    expect(stdout).toContain('restore  content/events/ferry-pact.yaml');
    expect(stdout).toContain('Nothing is changed yet');
    expect(git('status', '--porcelain')).not.toBe('');
    expect(await runOn('--remove', 'norrow-courier-2001', '--yes')).toMatchObject({ status: 0, stderr: '' });
    expect(git('status', '--porcelain')).toBe('');
    expect(existsSync(join(root, 'content/entries/norrow-courier-2001'))).toBe(false);
  });

  it('lists files that are not of the article separately and leaves them', async () => {
    const changed = join(root, 'content/actors/norrow.mdx');
    writeFileSync(changed, readFileSync(changed, 'utf8').replace('---\n', '---\n# A remark.\n'));
    writeFileSync(join(root, 'content/actors/other-paper.mdx'), '---\nnames: { en: Other Paper }\n---\n');
    const edition = join(root, 'content/editions/2002.2');
    mkdirSync(edition);
    writeFileSync(join(edition, 'edition.yaml'), 'note: With Quill.\n');
    const others = ['content/actors/norrow.mdx', 'content/actors/other-paper.mdx', 'content/editions/2002.2/edition.yaml'];
    const { stdout } = await runOn('--remove', 'norrow-courier-2001', '--yes');
    expect(stdout).toContain(`Uncommitted, but not of this article. They stay:\n  ${others.join('\n  ')}\n`);
    expect(stdout).toContain('If its note names the article, replace it: npm run edition -- 2002.2 --note "…"\n');
    expect(stdout).toContain('outside the project stay');
    expect(git('status', '--porcelain', '-uall').trim().split('\n')).toEqual([
      ` M ${others[0]}`.trim(),
      ...others.slice(1).map((path) => `?? ${path}`),
    ]);
    expect(readFileSync(changed, 'utf8')).toContain('# A remark.');
  });

  it('restores the files of a committed entry, and refuses if another commit changed one of them', async () => {
    commit('Add an article');
    const first = git('rev-parse', 'HEAD~1').trim();
    await runOn('--remove', 'norrow-courier-2001', '--yes');
    expect(git('diff', '--stat', first)).toBe('');
    git('checkout', '-q', '.');
    writeFileSync(join(root, 'content/actors/ada-quill.mdx'), '---\nnames: { en: Ada Q. Quill }\n---\n');
    commit('Correct a name');
    expect((await runOn('--remove', 'norrow-courier-2001')).stderr).toMatch(
      /"content\/actors\/ada-quill.mdx" was also changed by commit \w+/,
    );
  });

  it('refuses to remove an entry of a published edition', async () => {
    writeFileSync(join(root, 'content/editions/2003.1/record.ndjson'), '{"id":"norrow-courier-2001"}\n');
    expect((await runOn('--remove', 'norrow-courier-2001', '--yes')).stderr).toContain('is published in edition 2003.1');
  });

  it('lists by hand what to delete without a repository', async () => {
    rmSync(join(root, '.git'), { recursive: true });
    expect((await runOn('--remove', 'norrow-courier-2001')).stderr).toContain(
      'delete content/entries/norrow-courier-2001 and what names it',
    );
  });
});

describe('createEntry', () => {
  const { content } = readContent(archive);
  type Values = Partial<Record<FieldName, string>>;
  const propose = (text: string, values: Values = {}) => {
    const { fields, blocks } = proposeOutline(draftText(text), content.actors);
    for (const [name, value] of Object.entries(values)) fields[name as FieldName] = { value };
    return { fields, blocks };
  };
  const create = (text: string, values: Values = {}) => createEntry(propose(text, values), '2026-01-01');
  const undated = plain.replace('3 October 2001', '');

  it.each<[string, string, Values, string]>([
    ['a text without a passage', 'Menu\n\nSign in\n', { id: 'a-1' }, 'write the role of a block in the outline'],
    [
      'a text without an outlet and a year',
      'A lamp is lit\n\nThe lamp was lit on the mole.',
      {},
      'write publisher and date in the outline, or',
    ],
    ['a text without a publisher', withBanner, { date: '2001' }, 'write publisher in the outline, or write the id: <publisher>-<year>'],
    ['a text without a year', undated, { publisher: 'courier' }, 'write date in the outline, or'],
    ['an invalid id', plain, { id: 'A b' }, 'choose another one'],
    ['an unknown genre', plain, { genre: 'poem' }, 'use one of commentary'],
    ['an invalid date', plain, { date: 'last year', id: 'a-1' }, 'write it like "2016-12-15"'],
    ['an invalid URL', plain, { url: 'courier' }, 'begin it with http:// or https://'],
    ['all invalid values at once', plain, { genre: 'poem', url: 'courier' }, 'use one of commentary'],
  ])('rejects %s with a hint', (_, text, values, hint) => {
    const attempt = () => create(text, values);
    expect(attempt).toThrow(UserError);
    try {
      attempt();
    } catch (error) {
      expect(formatUserError(error as UserError)).toContain(hint);
    }
  });

  it('finds actors by any of their names', () => {
    const text = plain.replaceAll('The Norrow Courier', 'The Alder Gazette').replace('Ada Quill and Tom Reave', 'Ilse Thornbury');
    expect(create(text).entry).toMatchObject({ publisher: 'alder-gazette', authors: ['ilse-thornbury'] });
  });

  it('lists names that have no id as unsure', () => {
    const doubts = formatDoubts(propose(russian));
    expect(doubts).toContain('authors? Анна Вымышленная  # write the actor id of Анна Вымышленная');
    expect(create(russian, { id: 'a-1' }).entry.authors).toEqual([]);
  });

  it('records the words of a date without a year', () => {
    const { entry } = create(plain.replace('3 October 2001', '3 October'), { id: 'a-1' });
    expect(entry.published).toEqual({ edtf: null, basis: 'inferred', wording: '3 October' });
  });

  it('prints short excerpts of blocks without control characters', () => {
    const { blocks } = create(`${plain}\n\nIt ended\u0007 with a bell and with very many words that nobody needs to see here. So it was.`);
    for (const line of formatBlocks(blocks).split('\n')) expect(line.length).toBeLessThan(100);
    expect(formatBlocks(blocks)).not.toContain('\u0007');
  });

  it('parses the outline that it formats', () => {
    for (const text of [plain, withBanner, japanese, russian, `Title # 1\n\nAn odd  # line: with signs?\n\n1 body? "x"\n\nid: x`]) {
      const outline = propose(text);
      const parsed = parseOutline(formatOutline(outline, 'npm run new').replaceAll('\n', '\r\n'), 'o.txt', outline.blocks);
      expect(formatDoubts(parsed)).toBe(formatDoubts(outline));
      expect(parsed.blocks.map(({ role }) => role)).toEqual(outline.blocks.map(({ role }) => role));
      expect(Object.values(parsed.fields).map(({ value }) => value)).toEqual(Object.values(outline.fields).map(({ value }) => value));
    }
  });
});
