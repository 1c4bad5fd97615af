import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatNotebook, type NotebookItem, type CollectedStatements } from '../../src/notebook/notebook.ts';
import { DIST } from '../support/built-pages.ts';
import { site, until } from '../support/browser-site.ts';

const { open } = site();
const { statements } = JSON.parse(readFileSync(join(DIST, 'notebook/statements.json'), 'utf8')) as CollectedStatements;
const current = statements.filter(({ withdrawn }) => !withdrawn);
const merged = statements.find(({ withdrawn }) => withdrawn?.instead)!;

/** Storage that the browser refuses, as with cookies blocked. */
const REFUSED = `for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });`;

const toItems = (ids: readonly string[]): NotebookItem[] => ids.map((id) => ({ id, note: '' }));
/** Returns a script that stores a notebook before the first page of a context is opened. */
const stored = (items: readonly NotebookItem[]) =>
  `localStorage.getItem('notebook') ?? localStorage.setItem('notebook', ${JSON.stringify(formatNotebook(items))})`;
const rows = (page: Page) => page.locator('record-notebook .statement');
const status = (page: Page) => page.locator('record-notebook [role=status]').textContent();
const storedIds = async (page: Page) =>
  (JSON.parse(await page.evaluate<string>("localStorage.getItem('notebook')")) as { statements: NotebookItem[] }).statements.map(
    ({ id }) => id,
  );

async function openNotebook(items: readonly NotebookItem[]): Promise<Page> {
  const page = await open('/notebook/', {}, stored(items));
  await rows(page)
    .nth(items.length - 1)
    .waitFor();
  return page;
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
  return readFileSync(await file.path(), 'utf8');
}

describe('the buttons that add a statement', () => {
  it('add and remove it on its page and in lists, and name what they do', async () => {
    const page = await open('/entries/tass-2026/s43/');
    await page.getByRole('button', { name: 'Add to notebook', exact: true }).click();
    expect(await page.locator('.notebook-status').textContent()).toBe('Added to your notebook. Open notebook (1)');
    expect(await storedIds(page)).toEqual(['tass-2026.s43']);
    const row = page.locator('.statement .to-notebook').first();
    expect(await row.getAttribute('aria-label')).toMatch(/^Add to notebook: statement \d+$/);
    await row.click();
    expect(await row.getAttribute('aria-label')).toMatch(/^Remove from notebook: statement \d+$/);
    await page.getByRole('button', { name: 'Remove from notebook', exact: true }).click();
    expect(await storedIds(page)).toHaveLength(1);
    await page.locator('.notebook-status a').click();
    await rows(page).first().waitFor();
    expect(await rows(page).count()).toBe(1);
  });

  it('are not there without JavaScript, and make no row taller', async () => {
    const heights = async (javaScriptEnabled: boolean) => {
      const page = await open('/themes/sanctions/', { javaScriptEnabled, reducedMotion: 'reduce' });
      const buttons = page.locator('.to-notebook');
      if (javaScriptEnabled) await buttons.first().waitFor({ state: 'attached' });
      const visible = page.locator('.statement:visible');
      const boxes = await Promise.all((await visible.all()).map((row) => row.boundingBox()));
      return { buttons: await buttons.count(), rows: boxes.map((box) => Math.round(box!.height)) };
    };
    const without = await heights(false);
    const withScript = await heights(true);
    expect(without.buttons).toBe(0);
    expect(withScript.buttons).toBeGreaterThanOrEqual(withScript.rows.length);
    expect(withScript.rows).toEqual(without.rows);
  });

  it('collect on each page of a visit if the browser refuses storage, which the page says', async () => {
    const page = await open('/entries/tass-2026/s43/', {}, REFUSED);
    await page.getByRole('button', { name: 'Add to notebook', exact: true }).click();
    expect(await page.locator('.notebook-status').textContent()).toContain('Your browser does not store the notebook.');
    await page.locator('.notebook-status a').click();
    await rows(page).first().waitFor();
    expect(await page.locator('.storage').textContent()).toContain('It is lost when you close this tab');
    await rows(page).locator('textarea').fill('kept for this visit');
    await page.reload();
    expect(await rows(page).locator('textarea').inputValue()).toBe('kept for this visit');
  });
});

describe('the notebook', () => {
  it('says without JavaScript what it needs, and offers nothing that does not work', async () => {
    const page = await open('/notebook/', { javaScriptEnabled: false });
    expect(await page.locator('.needs-script').textContent()).toContain('The notebook needs JavaScript');
    expect(await page.locator('record-notebook button:visible').count()).toBe(0);
  });

  it('explains, if it is empty, how to add a statement', async () => {
    const page = await open('/notebook/');
    await page.locator('.empty').waitFor();
    expect(await page.locator('record-notebook button:visible').allTextContents()).toEqual([]);
    expect(await page.getByText('Load from a file').isVisible()).toBe(true);
  });

  it('stores notes, and moves statements by button and by keyboard without losing the focus', async () => {
    const ids = current.slice(0, 3).map(({ id }) => id);
    const [first, second, third] = ids as [string, string, string];
    const page = await openNotebook(toItems(ids));
    await rows(page).nth(2).locator('textarea').fill('my note');
    await rows(page)
      .nth(2)
      .getByRole('button', { name: /^Move up/ })
      .click();
    expect(await status(page)).toBe('Moved to 2 of 3.');
    expect(await storedIds(page)).toEqual([first, third, second]);
    await page.keyboard.press('Alt+ArrowUp');
    expect(await storedIds(page)).toEqual([third, first, second]);
    expect(await page.evaluate('document.activeElement.ariaLabel')).toMatch(/^Move up/);
    await page.reload();
    await rows(page).nth(2).waitFor();
    expect(await rows(page).first().locator('textarea').inputValue()).toBe('my note');
  });

  it('removes one statement or all, and puts them back where they were', async () => {
    const items = current.slice(0, 4).map(({ id }, index) => ({ id, note: `note ${index}` }));
    const page = await openNotebook(items);
    await rows(page)
      .nth(1)
      .getByRole('button', { name: /^Remove/ })
      .click();
    expect(await rows(page).count()).toBe(3);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await storedIds(page)).toEqual(items.map(({ id }) => id));
    expect(await rows(page).nth(1).locator('textarea').inputValue()).toBe('note 1');
    await page.getByRole('button', { name: 'Remove all' }).click();
    expect(await rows(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await storedIds(page)).toEqual(items.map(({ id }) => id));
  });

  it('shows the statement to read instead of a withdrawn one, and puts it in its place with the note', async () => {
    const page = await openNotebook([{ id: merged.id, note: 'old note' }, ...toItems(['nobody-2099.s1'])]);
    expect(await rows(page).nth(0).textContent()).toContain(`No longer counted: ${merged.withdrawn!.reason} Read instead:`);
    expect(await rows(page).nth(1).textContent()).toContain('The Record has no statement “nobody-2099.s1”. Your note is kept.');
    await rows(page)
      .nth(0)
      .getByRole('button', { name: /^Use it instead/ })
      .click();
    expect(await storedIds(page)).toEqual([merged.withdrawn!.instead, 'nobody-2099.s1']);
    expect(await rows(page).nth(0).locator('textarea').inputValue()).toBe('old note');
  });

  it('shows the changes of another tab', async () => {
    const [first, second] = current as [CollectedStatements['statements'][0], CollectedStatements['statements'][0]];
    const page = await openNotebook(toItems([first.id]));
    const other = await page.context().newPage();
    await other.goto(new URL(`/entries/${second.id.replace('.', '/')}/`, page.url()).href);
    await other.getByRole('button', { name: 'Add to notebook', exact: true }).click();
    await rows(page).nth(1).waitFor();
    await rows(page)
      .nth(0)
      .getByRole('button', { name: /^Remove/ })
      .click();
    expect(await storedIds(other)).toEqual([second.id]);
  });

  it('downloads the published citations, and the notes in Markdown and CSV', async () => {
    const chosen = [current[5]!, current[2]!];
    const page = await openNotebook(chosen.map(({ id }, index) => ({ id, note: `note ${index}` })));
    for (const [label, extension, separator] of [
      ['BibTeX', 'bib', '\n'],
      ['RIS', 'ris', '\r\n'],
    ] as const) {
      const files = chosen.map(({ id }) => readFileSync(join(DIST, `entries/${id.replace('.', '/')}.${extension}`), 'utf8'));
      expect(await download(page, label)).toBe(files.join(separator));
    }
    const markdown = await download(page, 'Markdown');
    for (const { text } of chosen) expect(markdown.replaceAll('\\', '')).toContain(text);
    expect(markdown).toContain('   > note 0\n');
    const csv = await download(page, 'CSV');
    expect(csv).toMatch(/,your_note\r\n/);
    expect(csv.match(/,note [01]\r\n/g)).toEqual([',note 0\r\n', ',note 1\r\n']);
  });
});

describe('a notebook file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'notebook-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is loaded as it was saved, is merged, and loses no note', async () => {
    const items = current.slice(0, 2).map(({ id }) => ({ id, note: 'mine' }));
    const saved = await download(await openNotebook(items), 'Save to a file');
    const file = join(folder, 'saved.json');
    writeFileSync(file, saved);
    const page = await openNotebook([{ id: items[1]!.id, note: 'other' }]);
    await page.locator('input[type=file]').setInputFiles(file);
    await rows(page).nth(1).waitFor();
    expect(await status(page)).toContain('Loaded “saved.json”: 1 added, 1 already here.');
    expect(await storedIds(page)).toEqual([items[1]!.id, items[0]!.id]);
    expect(await rows(page).nth(0).locator('textarea').inputValue()).toBe('other\n\nmine');
  });

  it.each([
    ['list.bib', '@misc{a}', 'it is not JSON'],
    ['other.json', '{"statements":[]}', 'it has no "format"'],
    ['new.json', formatNotebook([]).replace('"version": 1', '"version": 9'), 'its version is 9'],
  ])('with an error is refused, and the notebook stays: %s', async (name, content, reason) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    const page = await openNotebook(toItems([current[0]!.id]));
    await page.locator('input[type=file]').setInputFiles(file);
    await until(page, "document.querySelector('record-notebook [role=status]').textContent");
    expect(await status(page)).toContain(`“${name}” cannot be loaded: ${reason}`);
    expect(await storedIds(page)).toEqual([current[0]!.id]);
  });

  it('that the browser stores but no page can read is put aside, and not overwritten', async () => {
    const page = await open(
      '/entries/tass-2026/s43/',
      {},
      "localStorage.getItem('notebook') ?? localStorage.setItem('notebook', '{broken')",
    );
    await page.getByRole('button', { name: 'Add to notebook', exact: true }).click();
    expect(await page.evaluate("localStorage.getItem('notebook-unreadable')")).toBe('{broken');
    expect(await storedIds(page)).toEqual(['tass-2026.s43']);
  });
});

describe('a notebook of 500 statements', () => {
  const items = Array.from({ length: 500 }, (_, index) => ({
    id: statements[index]?.id ?? `nobody-2099.s${index + 1}`,
    note: `Note ${index}: ${'words '.repeat(20)}`,
  }));

  it('is shown within a second, and changes at once', async () => {
    const page = await open(
      '/notebook/',
      {},
      `${stored(items)}; addEventListener('DOMContentLoaded', () => new MutationObserver(() => { if (document.querySelectorAll('record-notebook .statement').length === 500) globalThis.shownAt ??= performance.now(); }).observe(document.querySelector('record-notebook ol'), { childList: true }))`,
    );
    await until(page, 'globalThis.shownAt');
    const shown = await page.evaluate<number>('shownAt');
    const measure = (action: string) =>
      page.evaluate<number>(
        `(() => { const start = performance.now(); ${action}; document.body.getBoundingClientRect(); return performance.now() - start; })()`,
      );
    const row = "document.querySelectorAll('record-notebook .statement')[100]";
    const moved = await measure(`${row}.querySelectorAll('button')[0].click()`);
    const typed = await measure(`const note = ${row}.querySelector('textarea'); note.value += 'x'; note.dispatchEvent(new Event('input'))`);
    console.log(`500 statements: shown after ${Math.round(shown)} ms, moved in ${Math.round(moved)} ms, typed in ${Math.round(typed)} ms`);
    expect(shown).toBeLessThan(1000);
    expect(Math.max(moved, typed)).toBeLessThan(100);
    expect(await rows(page).count()).toBe(500);
  });
});
