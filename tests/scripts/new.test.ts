import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '../../src/loader/read-content.ts';
import { formatUserError, UserError } from '../../src/loader/user-error.ts';
import type { Prompter } from '../../scripts/new/prompter.ts';
import { createEntry, formatBlocks, type EntryOptions } from '../../scripts/new/entry.ts';
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

/** Runs `npm run new` in the archive. */
function run(article: string | Uint8Array, ...args: string[]) {
  const file = join(outside, 'article.txt');
  writeFileSync(file, article);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, file, ...args], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const read = (path: string) => readFileSync(join(root, 'content/entries', path), 'utf8');
const files = () => globSync('**/*', { cwd: root }).toSorted();

describe('npm run new', () => {
  it('creates an entry from a text and options', () => {
    const { status, stdout, stderr } = run(plain, '--genre', 'news-report', '--url', 'https://courier.example/1', '--texts', outside);
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
    expect(passages.p3).toEqual({ sha256: hashPassage('"We shall sail," said the chair of the board.'), words: 9 });
    expect(readArticle(outside, 'norrow-courier-2001').get('r2')).toBe('A lamp for every boat');
  });

  it('writes no text of the article into the project except its title', () => {
    run(plain, '--genre', 'news-report');
    const written = ['index.mdx', 'passages.yaml', 'statements.yaml'].map((name) => read(`norrow-courier-2001/${name}`)).join('\n');
    for (const words of ['night boats', 'ferry board', 'Lamp oil', 'We shall sail', 'Crews of the strait', 'supplement'])
      expect(written).not.toContain(words);
  });

  it('writes a commented stub for each passage that parses as a statement', () => {
    run(plain, '--genre', 'news-report');
    const ledger = read('norrow-courier-2001/statements.yaml');
    expect(ledger.match(/^# \w\d+ · \d+ words?$/gm)).toHaveLength(8);
    expect(parse(ledger)).toEqual({ statements: null });
    const begun =
      ledger.slice(0, ledger.indexOf('\nstatements:') + 1) + ledger.slice(ledger.indexOf('\nstatements:') + 1).replaceAll(/^# {3}/gm, '  ');
    expect(parse(begun).statements).toHaveLength(8);
    expect(parse(begun).statements[0]).toEqual({
      n: null,
      at: ['p0'],
      kind: null,
      speakers: ['ada-quill', 'tom-reave'],
      text: '',
      date: { edtf: null, ground: null },
      themes: [],
    });
  });

  it('creates files in which the lint reports only the fields that are still empty', () => {
    run(plain, '--genre', 'news-report');
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
    const { status, stderr } = run(plain, '--id', 'alpha-2001');
    expect(status).toBe(1);
    expect(stderr).toContain('"content/entries/alpha-2001" exists already: nothing was written\n    → choose another id');
    expect(read('alpha-2001/index.mdx')).toBe(before);
  });

  it('prints the files of a dry run and writes nothing', () => {
    const before = files();
    const { status, stdout } = run(plain, '--dry-run', '--texts', join(outside, 'sources'));
    expect(status).toBe(0);
    expect(stdout).toContain('content/entries/norrow-courier-2001/statements.yaml:\n');
    expect(stdout).toContain('Dry run: nothing was written (8 passages');
    expect(files()).toEqual(before);
    expect(existsSync(join(outside, 'sources'))).toBe(false);
  });

  it('uses the values of options', () => {
    run(
      plain,
      ...['--id', 'my-own', '--title', 'T', '--author', 'ilse-thornbury', '--publisher', 'beacon-wire', '--language', 'en-GB'],
      ...['--date', '2001-10~', '--ground', 'by the weather', '--label', 'Mine', '--role', '10-11=furniture'],
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
  ])('reads %s and names the detected encoding', (_, bytes, language, message, title) => {
    const { status, stdout } = run(bytes, '--id', 'far-2004');
    expect(status).toBe(0);
    expect(stdout).toContain(message);
    const { source } = parse(read('far-2004/index.mdx').split('---\n')[1]!);
    expect(source).toMatchObject({ language, title });
    expect(readContent(root).diagnostics.filter(({ rule }) => rule === 'file-is-well-formed')).toEqual([]);
  });

  it.each([
    ['an unknown encoding', ['--encoding', 'utf-99'], 'use another --encoding'],
    ['an unknown option', ['--titel', 'T'], 'npm run new -- <article.txt>'],
    ['a folder of texts inside the project', ['--texts', 'content/texts'], 'choose a folder outside it'],
  ])('rejects %s with a hint and writes nothing', (_, args, hint) => {
    const before = files();
    const { status, stderr } = run(plain, ...args);
    expect(status).toBe(1);
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(files()).toEqual(before);
  });
});

describe('createEntry', () => {
  const { content } = readContent(archive);
  const create = (text: string, options: EntryOptions = {}, prompter?: Prompter) =>
    createEntry(text, options, content, '2026-01-01', prompter);
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
    ['an invalid date', plain, { date: 'last year' }, 'write it like "2016-12-15"'],
    ['an invalid URL', plain, { url: ['courier'] }, 'begin it with http:// or https://'],
    ['an unknown role', plain, { role: ['3=verse'] }, '--role 3=caption'],
  ])('rejects %s with a hint', async (_, text, options, hint) => {
    const error: unknown = await create(text, options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UserError);
    expect(formatUserError(error as UserError)).toContain(hint);
  });

  /** Returns a prompter that answers questions by their first words, or else with the initial value. */
  function createPrompter(answers: Record<string, string>): { prompter: Prompter; questions: string[] } {
    const questions: string[] = [];
    const answer = (question: string, proposed = '') => {
      questions.push(question);
      return Promise.resolve(Object.entries(answers).find(([begins]) => question.startsWith(begins))?.[1] ?? proposed);
    };
    return {
      questions,
      prompter: {
        line: (question, { initial } = {}) => answer(question, initial),
        choice: (question, _, initial) => answer(question, initial),
      },
    };
  }

  it('prompts for unsure roles and missing fields', async () => {
    const text = withBanner.replace('12 March 2003', 'Beacon Wire Report\n\n12 March');
    const { prompter, questions } = createPrompter({
      Publisher: 'beacon-wire',
      Published: '2003-03-12',
      How: 'the year is inferred',
      Genre: 'news-report',
      Id: 'beacon-2003',
    });
    const { answers, files: written } = await create(text, {}, prompter);
    expect(answers).toMatchObject({
      id: 'beacon-2003',
      publisher: 'beacon-wire',
      genre: 'news-report',
      published: { edtf: '2003-03-12', basis: 'inferred', wording: '12 March', ground: 'the year is inferred' },
    });
    expect([...written.keys()][0]).toBe('content/entries/beacon-2003/index.mdx');
    expect(questions.filter((question) => question.startsWith('Block'))).not.toEqual([]);
  });

  it('does not prompt for a field that has an option', async () => {
    const { prompter, questions } = createPrompter({});
    await create(
      plain,
      {
        title: 'T',
        publisher: 'beacon-wire',
        author: [],
        date: '2001',
        ground: 'g',
        genre: 'opinion',
        url: ['https://a.example/'],
        id: 'b-1',
        label: 'B',
      },
      prompter,
    );
    expect(questions).toEqual([]);
  });

  it('finds actors by any of their names', async () => {
    const { answers } = await create(
      plain.replaceAll('The Norrow Courier', 'The Alder Gazette').replace('Ada Quill and Tom Reave', 'Ilse Thornbury'),
    );
    expect(answers).toMatchObject({ publisher: 'alder-gazette', authors: ['ilse-thornbury'] });
  });

  it('prints short excerpts of blocks without control characters', async () => {
    const { article } = await create(
      `${plain}\n\nIt ended\u0007 with a bell and with very many words that nobody needs to see here. So it was.`,
      { id: 'a-1' },
    );
    for (const line of formatBlocks(article).split('\n')) expect(line.length).toBeLessThan(100);
    expect(formatBlocks(article)).not.toContain('\u0007');
  });
});
