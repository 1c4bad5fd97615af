import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '../../src/loader/read-content.ts';
import { formatUserError, UserError } from '../../src/loader/user-error.ts';
import { applyOptions, createEntry, formatBlocks, formatDoubts, type EntryOptions } from '../../scripts/new/entry.ts';
import { proposeOutline } from '../../scripts/new/entry-proposal.ts';
import { formatOutline, parseOutline } from '../../scripts/new/outline.ts';
import { draftText } from '../../scripts/new/text-draft.ts';
import { readArticle, hashPassage } from '../../scripts/sources/article.ts';
import { archive, changedArchive, removeArchive } from '../support/archive.ts';
import { japanese, plain, russian, withBanner } from '../support/articles.ts';
import { encode } from '../support/encode.ts';

vi.setConfig({ testTimeout: 60_000 });

const script = fileURLToPath(new URL('../../scripts/new.ts', import.meta.url));
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

function runOn(file: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, file, ...args], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Runs `npm run new` in the archive on an article. */
function run(article: string | Uint8Array, ...args: string[]) {
  const file = join(outside, 'article.txt');
  writeFileSync(file, article);
  return runOn(file, ...args);
}

/** Runs it twice. In between, the outline is edited. */
function runTwice(article: string | Uint8Array, edit: (outline: string) => string, ...args: string[]) {
  expect(run(article)).toMatchObject({ status: 0, stderr: '' });
  writeFileSync(outlineFile(), edit(readFileSync(outlineFile(), 'utf8')));
  return run(article, ...args);
}

/** Accepts every proposal of an outline. */
const acceptAll = (outline: string) => outline.replace(/^(\w+|\s*\d+\s+\w+)\?/gm, '$1');

const read = (path: string) => readFileSync(join(root, 'content/entries', path), 'utf8');
const files = () => globSync('**/*', { cwd: root }).toSorted();

describe('npm run new', () => {
  it('creates an entry from an edited outline and options', () => {
    const options = ['--genre', 'news-report', '--url', 'https://courier.example/1', '--texts', outside];
    const { status, stdout, stderr } = runTwice(plain, acceptAll, ...options);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Wrote content/entries/norrow-courier-2001 (8 passages, ');
    expect(stdout).toContain('To undo, delete that folder');
    expect(stdout).toContain('Create the actor "norrow-courier": npm run new:actor -- norrow-courier');

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

  it('writes only an outline on the first run', () => {
    const before = files();
    const { status, stdout } = run(plain);
    expect(status).toBe(0);
    expect(stdout).toContain('Nothing is written into the project yet');
    expect(stdout).toContain('block 9 heading? Lamp oil is dear');
    expect(files()).toEqual(before);
    const outline = readFileSync(outlineFile(), 'utf8');
    expect(outline).toContain('\ntitle: Ferry pact faces a hard winter on the strait\n');
    expect(outline).toMatch(/^ {3}9 {2}heading\? {5}Lamp oil is dear {2}# \S/m);
  });

  it('leaves unsure blocks in the body and unsure fields empty', () => {
    const text = withBanner.replace('12 March 2003', 'Updated 12 March 2003');
    for (const args of [['--yes'], []]) {
      const options = ['--id', `banner-${args.length}`, ...args];
      const { status, stdout } = args.length > 0 ? run(text, ...options) : runTwice(text, (outline) => outline, ...options);
      expect(status).toBe(0);
      expect(stdout).toContain('date? 2003-03-12  # "12 March 2003" is the date of an update');
      const { source } = parse(read(`banner-${args.length}/index.mdx`).split('---\n')[1]!);
      expect(source).toMatchObject({ publisher: null, published: { edtf: null, basis: 'inferred' } });
      expect(Object.keys(parse(read(`banner-${args.length}/passages.yaml`)).passages)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
    }
  });

  it('never overwrites an outline', () => {
    const edited = runTwice(plain, (outline) => outline.replace('title: Ferry', 'title: My ferry'), '--dry-run');
    expect(edited.stdout).toContain('title: My ferry pact faces');
    run(plain, '--yes', '--id', 'mine-2001');
    expect(readFileSync(outlineFile(), 'utf8')).toContain('title: My ferry');
    expect(read('mine-2001/index.mdx')).toContain('title: My ferry');
  });

  it('reports all problems of an outline with their lines and writes nothing', () => {
    const before = files();
    const { status, stderr } = runTwice(plain, (outline) =>
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

  it('reports values of an outline that break the schema with their lines', () => {
    const edit = (outline: string) =>
      outline
        .replace(/^genre:.*/m, 'genre: poem')
        .replace(/^authors:.*/m, 'authors: Ada Quill')
        .replace(/^id:.*/m, 'id: far-2001');
    const { status, stderr } = runTwice(plain, edit);
    expect(status).toBe(1);
    expect(stderr).toMatch(/article\.outline\.txt:\d+: authors: invalid id "Ada"/);
    writeFileSync(outlineFile(), readFileSync(outlineFile(), 'utf8').replace('authors: Ada Quill', 'authors: ada-quill'));
    expect(run(plain).stderr).toMatch(/outline\.txt:\d+: genre "poem"/);
  });

  it('writes no text of the article into the project except its title and the first words of passages', () => {
    run(plain, '--yes', '--genre', 'news-report');
    const written = ['index.mdx', 'passages.yaml', 'statements.yaml'].map((name) => read(`norrow-courier-2001/${name}`)).join('\n');
    for (const words of ['through the winter', 'She sees', 'one lamp lit', 'said the chair', 'strike again', 'supplement'])
      expect(written).not.toContain(words);
  });

  it('writes a commented stub for each passage that parses as a statement', () => {
    run(plain, '--yes', '--genre', 'news-report');
    const ledger = read('norrow-courier-2001/statements.yaml');
    expect(ledger.match(/^# \w\d+ · \d+ words?$/gm)).toHaveLength(9);
    expect(parse(ledger)).toEqual({ statements: null });
    const begun =
      ledger.slice(0, ledger.indexOf('\nstatements:') + 1) + ledger.slice(ledger.indexOf('\nstatements:') + 1).replaceAll(/^# {3}/gm, '  ');
    expect(parse(begun).statements).toHaveLength(9);
    expect(parse(begun).statements[0]).toEqual({
      n: null,
      at: ['p1'],
      kind: null,
      speakers: ['ada-quill', 'tom-reave'],
      text: '',
      date: { edtf: null, ground: null },
      themes: [],
    });
  });

  it('creates files in which the lint reports only the fields that are still empty', () => {
    run(plain, '--yes', '--genre', 'news-report');
    const { diagnostics } = readContent(root);
    expect(new Set(diagnostics.map(({ file }) => file))).toEqual(
      new Set(['content/entries/norrow-courier-2001/index.mdx', 'content/entries/norrow-courier-2001/statements.yaml']),
    );
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ path: ['statements'], message: 'statements is empty', hint: expect.stringContaining('The statements') }),
    );
    expect(diagnostics).toContainEqual(expect.objectContaining({ path: ['standpoint', 'owner'], message: 'owner is empty' }));
    for (const { message, hint } of diagnostics) expect(`${message} ${hint}`).not.toContain('expected');
  });

  it('does not overwrite an existing entry', () => {
    const before = read('alpha-2001/index.mdx');
    const { status, stderr } = run(plain, '--yes', '--id', 'alpha-2001');
    expect(status).toBe(1);
    expect(stderr).toContain('"content/entries/alpha-2001" exists already: nothing was written\n    → choose another id');
    expect(read('alpha-2001/index.mdx')).toBe(before);
  });

  it('prints the files of a dry run and writes nothing', () => {
    const before = files();
    const { status, stdout } = run(plain, '--yes', '--dry-run', '--texts', join(outside, 'sources'));
    expect(status).toBe(0);
    expect(stdout).toContain('content/entries/norrow-courier-2001/statements.yaml:\n');
    expect(stdout).toContain('Dry run: nothing was written (9 passages');
    expect(files()).toEqual(before);
    expect(existsSync(join(outside, 'sources'))).toBe(false);
  });

  it('uses the values of options', () => {
    run(
      plain,
      '--yes',
      ...['--id', 'my-own', '--title', 'T', '--author', 'ilse-thornbury', '--publisher', 'beacon-wire', '--language', 'en-GB'],
      ...['--date', '2001-10~', '--ground', 'by the weather', '--label', 'Mine', '--role', '10-11=furniture', '--role', '13=note'],
    );
    const { label, source } = parse(read('my-own/index.mdx').split('---\n')[1]!);
    expect(label).toBe('Mine');
    expect(source).toMatchObject({
      title: 'T',
      authors: ['ilse-thornbury'],
      publisher: 'beacon-wire',
      language: 'en-GB',
      published: { edtf: '2001-10~', basis: 'inferred', ground: 'by the weather' },
    });
    expect(Object.keys(parse(read('my-own/passages.yaml')).passages)).toEqual(['p1', 'p2', 'p3', 'p4', 'n1', 'r1', 'r2']);
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
  ])('reads %s and names the detected encoding', (_, bytes, language, message, title) => {
    const { status, stdout } = runTwice(bytes, acceptAll, '--id', 'far-2004', '--author', 'a', '--publisher', 'b');
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
  ])('rejects %s with a hint and writes nothing', (_, args, hint) => {
    const before = files();
    const { status, stderr } = run(plain, '--yes', ...args);
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
  ])('rejects %s with a hint and writes nothing', (_, name, content, message) => {
    mkdirSync(join(outside, 'folder'));
    if (content !== undefined) writeFileSync(join(outside, name), content);
    const before = [files(), globSync('**/*', { cwd: outside })];
    const { status, stderr } = runOn(join(outside, name), '--texts', join(outside, 'texts'));
    expect(status).toBe(1);
    expect(stderr).toMatch(new RegExp(`${message}.*\n +→ \\S`));
    expect([files(), globSync('**/*', { cwd: outside })]).toEqual(before);
  });

  it('writes no outline into the project', () => {
    writeFileSync(join(root, 'article.txt'), plain);
    const { status, stderr } = runOn('article.txt');
    expect(status).toBe(1);
    expect(stderr).toContain('"article.outline.txt" is inside the project\n    → move the article outside');
  });

  it('reads a saved page', () => {
    const page = fileURLToPath(new URL('../fixtures/pages/news-article.html', import.meta.url));
    const { status } = runOn(page, '--yes', '--genre', 'news-report');
    expect(status).toBe(0);
    const { source } = parse(read('norrow-courier-2021/index.mdx').split('---\n')[1]!);
    expect(source).toEqual({
      title: 'Two towns share a ferry',
      authors: ['ada-quill', 'tom-reave'],
      publisher: 'norrow-courier',
      genre: 'news-report',
      language: 'en',
      published: { edtf: '2021-10-03' },
      addresses: [{ url: 'https://courier.example/2021/ferry', label: 'courier.example' }],
    });
  });

  it('dates the first revision by the local day', () => {
    const run = (TZ: string) =>
      spawnSync(process.execPath, [script, join(outside, 'article.txt'), '--yes', '--dry-run'], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, TZ },
      });
    writeFileSync(join(outside, 'article.txt'), plain);
    // At every moment, the days of these two zones differ.
    const [east, west] = ['Pacific/Kiritimati', 'Etc/GMT+12'].map(
      (zone) => /date: "?(\d{4}-\d{2}-\d{2})"?, text: First/.exec(run(zone).stdout)?.[1],
    );
    expect(east! > west!).toBe(true);
  });
});

describe('npm run new -- --entry', () => {
  const statement = (n: number, at: string, quotedAt: string) =>
    `  - n: ${n}\n    at: [${at}] # here\n    kind: opinion\n    speakers: [a]\n    text: T\n    date: { edtf: null, ground: g }\n    quotes: [{ words: boats, at: ${quotedAt} }]\n    themes: [ferries]\n`;
  const folder = 'norrow-courier-2001';
  const ledger = () => join(root, 'content/entries', folder, 'statements.yaml');
  const change = (...args: string[]) => run(plain, '--entry', folder, '--texts', outside, ...args);

  let prepared: { root: string; outside: string } | undefined;
  afterAll(() => Object.values(prepared ?? {}).forEach(removeArchive));

  beforeEach(() => {
    if (!prepared) {
      run(plain, '--yes', '--texts', outside, '--role', '6=standfirst');
      prepared = { root: mkdtempSync(join(tmpdir(), 'record-entry-')), outside: mkdtempSync(join(tmpdir(), 'record-entry-')) };
      cpSync(root, prepared.root, { recursive: true });
      cpSync(outside, prepared.outside, { recursive: true });
    }
    cpSync(prepared.root, root, { recursive: true });
    cpSync(prepared.outside, outside, { recursive: true });
    expect(Object.keys(parse(read(`${folder}/passages.yaml`)).passages)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'r1', 'r2']);
  });

  it('renumbers the passages, the stubs and what refers to the passages', () => {
    writeFileSync(ledger(), readFileSync(ledger(), 'utf8').replace('\nstatements:\n', `\nstatements:\n${statement(1, 'p1, p3', 'p3')}`));
    const term = globSync('content/terms/*.mdx', { cwd: root })[0]!;
    const uses = `  - { wording: w, entry: ${folder}, at: [p4], count: 1, voice: own, speakers: [a], rests: [${folder}.s1] }\n`;
    writeFileSync(join(root, term), readFileSync(join(root, term), 'utf8').replace('\nuses:\n', `\nuses:\n${uses}`));
    const before = readArticle(outside, folder);
    const { status, stdout } = change('--role', '9=heading', '--role', '11=caption');
    expect(status).toBe(0);
    expect(stdout).toContain('Renumbered: p3 → p2, p4 → c1, p5 → p3, p6 → p4');
    expect(parse(read(`${folder}/statements.yaml`)).statements[0]).toMatchObject({
      at: ['p1', 'p2'],
      quotes: [{ words: 'boats', at: 'p2' }],
    });
    expect(read(`${folder}/statements.yaml`)).toContain('at: [p1, p2] # here\n');
    expect(read(`${folder}/statements.yaml`).match(/^# \w\d+(?= ·)/gm)).toEqual([
      '# p0',
      '# p1',
      '# p2',
      '# c1',
      '# p3',
      '# p4',
      '# r1',
      '# r2',
    ]);
    expect(readFileSync(join(root, term), 'utf8')).toContain(`entry: ${folder}, at: [c1]`);
    const after = readArticle(outside, folder);
    expect([after.get('p2'), after.get('c1'), after.size]).toEqual([before.get('p3'), before.get('p4'), 8]);
    expect(parse(read(`${folder}/passages.yaml`)).passages.p2.sha256).toBe(hashPassage(before.get('p3')!));
  });

  it('adds a stub for a new passage', () => {
    expect(change('--role', '4=note').status).toBe(0);
    expect(read(`${folder}/statements.yaml`).endsWith('    themes: []\n')).toBe(true);
    expect(read(`${folder}/statements.yaml`)).toContain('\n# n1 · 6 words\n');
  });

  it('refuses to remove a passage to which statements refer, with file, line and hint', () => {
    writeFileSync(ledger(), readFileSync(ledger(), 'utf8').replace('\nstatements:\n', `\nstatements:\n${statement(1, 'p1, p3', 'p3')}`));
    const before = [read(`${folder}/statements.yaml`), read(`${folder}/passages.yaml`)];
    const { status, stderr } = change('--role', '10=furniture');
    expect(status).toBe(1);
    const line = before[0]!.split('\n').indexOf('    at: [p1, p3] # here') + 1;
    expect(stderr).toContain(`content/entries/${folder}/statements.yaml:${line}: "p3" would no longer be a passage\n    → withdraw`);
    expect(stderr).toContain(`statements.yaml:${line + 5}: "p3"`);
    expect([read(`${folder}/statements.yaml`), read(`${folder}/passages.yaml`)]).toEqual(before);
  });

  it.each([
    ['another article', () => run(withBanner, '--entry', folder, '--role', '1=body'), 'is not a block of this file'],
    ['an unknown entry', () => run(plain, '--entry', 'nothing', '--role', '1=body'), 'no entry "nothing"'],
    ['no role', () => change(), '--entry needs a role'],
    ['a block that does not exist', () => change('--role', '40=body'), 'number blocks from 1 to 17'],
  ])('refuses %s', (_, action, message) => {
    const { status, stderr } = action();
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });

  it('refuses to overwrite texts that a person edited', () => {
    const file = join(outside, folder, 'paragraphs.tsv');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n# mine`);
    expect(change('--role', '9=heading')).toMatchObject({ status: 1, stderr: expect.stringContaining('was edited') });
  });
});

describe('createEntry', () => {
  const { content } = readContent(archive);
  const propose = (text: string, options: EntryOptions = {}) => applyOptions(proposeOutline(draftText(text), content.actors), options);
  const create = (text: string, options: EntryOptions = {}) => createEntry(propose(text, options), '2026-01-01');
  const undated = plain.replace('3 October 2001', '');

  it.each<[string, string, EntryOptions, string]>([
    ['a text without a passage', 'Menu\n\nSign in\n', { id: 'a-1' }, '--role 1=body'],
    [
      'a text without an outlet and a year',
      'A lamp is lit\n\nThe lamp was lit on the mole.',
      {},
      'set --publisher <actor> and --date <EDTF>, or',
    ],
    ['a text without a publisher', withBanner, { date: '2001' }, 'set --publisher <actor>, or set --id <publisher>-<year>'],
    ['a text without a year', undated, { publisher: 'courier' }, 'set --date <EDTF>, or set --id'],
    ['an invalid id', plain, { id: 'A b' }, 'choose another one'],
    ['an unknown genre', plain, { genre: 'poem' }, 'use one of commentary'],
    ['an invalid date', plain, { date: 'last year', id: 'a-1' }, 'write it like "2016-12-15"'],
    ['an invalid URL', plain, { url: ['courier'] }, 'begin it with http:// or https://'],
    ['an unknown role', plain, { role: ['3=verse'] }, '--role 3=caption'],
    ['all invalid values at once', plain, { genre: 'poem', url: ['courier'] }, 'use one of commentary'],
  ])('rejects %s with a hint', (_, text, options, hint) => {
    const attempt = () => create(text, options);
    expect(attempt).toThrow(UserError);
    try {
      attempt();
    } catch (error) {
      expect(formatUserError(error as UserError)).toContain(hint);
    }
  });

  it('finds actors by any of their names', () => {
    const text = plain.replaceAll('The Norrow Courier', 'The Alder Gazette').replace('Ada Quill and Tom Reave', 'Ilse Thornbury');
    expect(create(text).answers).toMatchObject({ publisher: 'alder-gazette', authors: ['ilse-thornbury'] });
  });

  it('lists names that have no id as unsure', () => {
    const doubts = formatDoubts(propose(russian));
    expect(doubts).toContain('authors? Анна Вымышленная  # write the actor id of Анна Вымышленная');
    expect(create(russian, { id: 'a-1' }).answers.authors).toEqual([]);
  });

  it('records the words of a date without a year', () => {
    const { answers } = create(plain.replace('3 October 2001', '3 October'), { id: 'a-1' });
    expect(answers.published).toEqual({ edtf: null, basis: 'inferred', wording: '3 October' });
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
