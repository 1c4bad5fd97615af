import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findWarnings, readContent } from '../../src/loader/load-record.ts';
import { changedArchive, removeArchive } from '../support/archive.ts';
import { callScript } from '../support/run-script.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const entry = 'harbour-post-2003';
const written = resolve('tests/fixtures/new-article/content');
let root: string;
let texts: string;

/** Runs a command of the project in the archive. */
async function run(script: string, ...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await callScript(script, args, root);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}
const git = (...args: string[]) =>
  spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], { cwd: root, encoding: 'utf8' }).stdout;
const write = (path: string) => cpSync(join(written, path), join(root, 'content', path), { recursive: true });
const warnings = () => findWarnings(root, readContent(root).content).map(({ file, rule, message }) => `${file} ${rule} ${message}`);

beforeAll(() => {
  root = changedArchive([
    { file: 'content/events/night-boats.yaml', append: 'note: No article says whether a boat sailed later.\n' },
    { file: 'content/entries/alpha-2001/index.mdx', replace: 'textsRead: 5', with: 'textsRead: 5\nquestionsRead: "2003-01-31"' },
  ]);
  texts = mkdtempSync(join(tmpdir(), 'record-article-'));
  cpSync(resolve('tests/fixtures/sources'), texts, { recursive: true });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'Begin');
});
afterAll(() => [root, texts].forEach(removeArchive));

/** The example in CONTRIBUTING.md, step by step. */
describe('adding an article', () => {
  it('creates the entry from the saved page, with a worksheet outside the project', async () => {
    const page = join(texts, 'article.html');
    cpSync(resolve('tests/fixtures/new-article/article.html'), page);
    expect(await run('new', page, '--texts', texts)).toContain(`then: npm run new -- ${page} --texts ${texts}\n`);
    const outline = join(texts, 'article.outline.txt');
    expect(readFileSync(outline, 'utf8')).toContain(`# 3. Run npm run new -- ${page} --texts ${texts}\n`);
    writeFileSync(outline, readFileSync(outline, 'utf8').replace(/^genre:.*/m, 'genre: news-report'));
    expect(await run('new', page, '--texts', texts)).toContain('3 passages');
    expect(readFileSync(join(texts, entry, 'worksheet.txt'), 'utf8')).toContain('Two boats crossed the Marrow Strait');
  });

  it('adds what the statements name, reports incomplete fields together with the ids that have no file, and compares the statements alone', async () => {
    write(`entries/${entry}/statements.yaml`);
    expect(await run('new', '--fill', entry)).toContain('s1  via: [mara-finch]  places: [port-alder, marrow-strait]\n');
    const { diagnostics } = readContent(root);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['fields-fit-the-schema', 'actor-is-known']));
    expect(await run('verify-sources', texts, entry)).toBe(`${entry}: 3 passages, 1 quotations, 0 wordings, all correct\n`);
  });

  it('creates the missing actors, and proposes questions and relations', async () => {
    expect(await run('new-item', 'actor', '--missing')).toContain('content/actors/harbour-post.mdx, content/actors/mara-finch.mdx');
    expect(readFileSync(join(root, 'content/actors/mara-finch.mdx'), 'utf8')).toContain(
      `\n---\n\nFinch says that the pilots always denied such a crossing.<Cite s="${entry}.s2" />\n`,
    );
    const worksheet = join(texts, 'questions.yaml');
    expect(await run('new-positions', entry, worksheet)).toContain(`Wrote ${worksheet}`);
    const questions = readFileSync(worksheet, 'utf8');
    expect(questions).toContain('#   Thornbury 2002: None had sailed.\n#   s1  The ferry board’s log');
    // The article has no statement on lamp oil.
    expect(questions).toContain('# lamp-oil/price: [] # Does oil keep the boats in port?\n');
    writeFileSync(worksheet, 'lamp-oil/night: [s1]\nferries/night: [s9]\nlamp-oil/price: s1\n');
    expect(await callScript('new-positions', [entry, worksheet], root)).toMatchObject({
      status: 1,
      stderr: [
        `${worksheet}:1: unknown question "lamp-oil/night"\n    → write <theme>/<question>`,
        `${worksheet}:2: unknown statement "s9"\n    → write a number of ${entry}, such as s1`,
        `${worksheet}:3: "s1" is not a list of statements\n    → write [s1, s2] or { related: [s1] }\n`,
      ].join('\n'),
    });
    writeFileSync(worksheet, questions.replace('# ferries/night: [s1, s2, s3, s4]', 'ferries/night: [s1]'));
    expect(await run('new-positions', entry, worksheet)).toBe('Added 1 position in 2 files. Run npm run lint.\n');
    expect(readFileSync(join(root, 'content/themes/ferries.mdx'), 'utf8')).toBe(readFileSync(join(written, 'themes/ferries.mdx'), 'utf8'));
    expect(readFileSync(join(root, 'content/entries', entry, 'index.mdx'), 'utf8')).toContain('questionsRead: "');
    expect((await run('show', entry, '--candidates')).split('\n\n').slice(0, 2).join()).toContain(`from: ${entry}.s1, to: beta-2002.s1`);
    for (const path of [`entries/${entry}/index.mdx`, 'actors/harbour-post.mdx', 'actors/mara-finch.mdx', 'relations.yaml']) write(path);
    expect(readContent(root).diagnostics).toEqual([]);
  });

  it('names each text and sentence that the article may have made false', async () => {
    const review = await run('show', '--to-review');
    expect(warnings()).toEqual([
      `content/entries/${entry}/index.mdx statements-are-compared-with-all-texts 1 sentence and 6 texts may have become false or incomplete since ${entry}.s1`,
      `content/actors/ferry-board.mdx text-cites-new-statements “Ferry Board” cites none of ${entry}.s1, ${entry}.s4`,
      `content/events/night-boats.yaml text-cites-new-statements “Boats by night” cites none of ${entry}.s1, ${entry}.s2, ${entry}.s3`,
      `content/themes/ferries.mdx text-cites-new-statements “Ferries” cites none of ${entry}.s1, ${entry}.s2, ${entry}.s3, ${entry}.s4`,
      `content/places/marrow-strait.yaml text-cites-new-statements “Marrow Strait” cites none of ${entry}.s1`,
      `content/places/port-alder.yaml text-cites-new-statements “Port Alder” cites none of ${entry}.s1`,
      `content/terms/home-water.mdx text-cites-new-statements “The strait” has no use of “${entry}”`,
      `content/events/night-boats.yaml sentence-about-all-articles-is-true-of-the-newest “No article says whether a boat sailed later.” may be false since “${entry}”`,
    ]);
    for (const warning of warnings().slice(1)) expect(review).toContain(warning.split(' ')[0]);
    expect(review).toContain(`  new   ${entry}.s1: The ferry board’s log in Port Alder shows that two boats sailed`);
  });

  it('has no warning once the texts are compared', async () => {
    write('events/night-boats.yaml');
    const index = join(root, 'content/entries', entry, 'index.mdx');
    writeFileSync(index, readFileSync(index, 'utf8').replace('revisions:', 'textsRead: 4\nrevisions:'));
    expect(readContent(root).diagnostics).toEqual([]);
    expect(warnings()).toEqual([]);
    expect(await run('show', '--to-review')).toBe('All texts were compared with all statements.\n');
    expect(await run('verify-sources', texts)).toContain(`${entry}: 3 passages, 1 quotations`);
  });

  it('leaves a clean tree after the removal', async () => {
    await run('new', '--remove', entry, '--yes');
    expect(git('status', '--porcelain')).toBe('');
    expect(existsSync(join(root, 'content/actors/mara-finch.mdx'))).toBe(false);
  });
});
