import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DIST } from '../support/built-pages.ts';
import { site, until } from '../support/browser-site.ts';

const { open } = site();

/** Script that records the URLs that the page writes into its history. */
const RECORD_URLS = `globalThis.urls = [];
for (const name of ['pushState', 'replaceState']) {
  const write = history[name].bind(history);
  history[name] = (state, unused, url) => { urls.push(String(url)); write(state, unused, url); };
}`;

/** Returns a script that types a text letter by letter, without a pause. */
const typeAtOnce = (text: string) =>
  `for (let end = 1; end <= ${text.length}; end++) { q.value = ${JSON.stringify(text)}.slice(0, end); q.dispatchEvent(new InputEvent('input', { bubbles: true })); }`;

/** Script that records the number of options and of requests for Pagefind's files when the first results are shown. */
const RECORD_FIRST_RESULTS = `
const pagefindFiles = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/pagefind/')).length;
globalThis.pagefindFiles = pagefindFiles;
addEventListener('DOMContentLoaded', () => {
  new MutationObserver(([{ target }]) => (globalThis.firstResults ??= { options: target.children.length, pagefind: pagefindFiles() })).observe(
    document.querySelector('#best'), { childList: true });
});`;

const field = (page: Page) => page.locator('#q');
const count = (page: Page) => page.locator('.count');
const options = (page: Page) => page.locator('#best [role=option]');

/** Waits until all results are shown. */
const waitForResults = (page: Page) => page.locator('.answer[aria-busy=false]').waitFor();

/** Opens the search page with a query and waits until all results are shown. */
async function openResults(query: string): Promise<Page> {
  const page = await open(`/search/${query}`);
  await waitForResults(page);
  return page;
}

describe('search', () => {
  it('shows results while the reader types, and writes the query into the URL', async () => {
    const page = await open('/search/');
    await field(page).pressSequentially('zakharova', { delay: 30 });
    await options(page).first().waitFor();
    expect(await options(page).first().getAttribute('href')).toMatch(/^\/actors\/maria-zakharova\//);
    await page.waitForURL(/\/search\/\?q=zakharova$/);
  });

  it('writes the URL when the reader pauses, in one history entry, and before the page is left', async () => {
    const page = await open('/search/', {}, RECORD_URLS);
    const before = await page.evaluate<number>('history.length');
    await page.evaluate(typeAtOnce('zakharova'));
    await page.waitForURL(/\/search\/\?q=zakharova$/);
    await page.evaluate(typeAtOnce('zakharova japan'));
    await page.waitForURL(/\/search\/\?q=zakharova\+japan$/);
    expect(await page.evaluate('urls')).toEqual(['/search/?q=zakharova', '/search/?q=zakharova+japan']);
    expect(await page.evaluate('history.length')).toBe(before + 1);
    await field(page).fill('kissinger');
    await options(page).filter({ hasText: 'Kissinger' }).first().click();
    await page.waitForURL(/\/actors\/henry-kissinger\//);
    await page.goBack();
    await page.waitForURL(/\/search\/\?q=kissinger$/);
  });

  it('shows names and statements before it requests any file of Pagefind', async () => {
    const page = await open('/search/', {}, RECORD_FIRST_RESULTS);
    await field(page).fill('putin');
    await waitForResults(page);
    expect(await page.evaluate('firstResults')).toEqual({ options: 5, pagefind: 0 });
    await page.locator('.elsewhere').waitFor();
    expect(await page.evaluate('pagefindFiles()')).toBeGreaterThan(0);
  });

  it('shows names and statements if the text of pages cannot be loaded', async () => {
    const page = await open('/search/');
    await page.route(/\/pagefind\//, (route) => route.abort());
    await field(page).pressSequentially('zakharova');
    await waitForResults(page);
    expect(await options(page).first().getAttribute('href')).toMatch(/^\/actors\/maria-zakharova\//);
    expect(await page.locator('.notice').textContent()).toContain('names and statements alone');
  });

  /** Opens the search page with the first results of a query. Full-text matches are held back until `release` is called. */
  async function openFirstResults(query: string) {
    const page = await open('/search/');
    const requested = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    await page.route('**/search/pages.json', async (route) => {
      requested.resolve();
      await released.promise;
      await route.continue();
    });
    await field(page).fill(query);
    await page.locator('.groups a').first().waitFor();
    await requested.promise;
    return { page, release: released.resolve };
  }

  it.each(['#best [role=option]', '.groups a'])('opens %s if the other results arrive during the press', async (result) => {
    const { page, release } = await openFirstResults('Putin');
    const link = page.locator(result).first();
    const path = (await link.getAttribute('href'))!.split('?')[0]!;
    await link.hover();
    await page.mouse.down();
    release();
    // Resolves when the other results have arrived.
    await page.evaluate("document.querySelector('record-search').find('Putin').then(() => undefined)");
    expect(await page.locator('.answer[aria-busy=true]').count()).toBe(1);
    await page.mouse.up();
    await page.waitForURL(`**${path}**`);
  });

  it('shows the other results after a press that ends outside the results', async () => {
    const { page, release } = await openFirstResults('Putin');
    await options(page).first().hover();
    await page.mouse.down();
    release();
    await page.mouse.move(5, 5);
    await page.mouse.up();
    await waitForResults(page);
    expect(new URL(page.url()).pathname).toBe('/search/');
  });

  it('selects options with the arrow keys, opens one with Enter and clears the selection with Escape', async () => {
    const page = await openResults('?q=sakhalin');
    await field(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await field(page).getAttribute('aria-activedescendant')).toBe('option-1');
    expect(await options(page).nth(1).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await field(page).getAttribute('aria-activedescendant')).toBeNull();
    expect(await field(page).inputValue()).toBe('sakhalin');
    await page.keyboard.press('ArrowUp');
    const last = (await options(page).count()) - 1;
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(`option-${last}`);
    const path = (await options(page).nth(last).getAttribute('href'))!.split('?')[0];
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === path);
  });

  it('announces the number of results', async () => {
    const page = await openResults('?q=kissinger');
    await until(page, "document.querySelector('record-search [role=status]').textContent !== ''");
    expect(await page.locator('record-search [role=status]').textContent()).toMatch(
      /^\d+ results(?: and \d+ further mentions)? for ‘kissinger’\.$/,
    );
  });

  it('shows the corrected query, with a link that searches for the original one', async () => {
    const page = await openResults('?q=takaishi');
    await page.locator('.corrected').waitFor();
    expect(await page.locator('.corrected').textContent()).toBe('Showing results for takaichi · search instead for takaishi');
    expect(await options(page).first().getAttribute('href')).toMatch(/^\/actors\/sanae-takaichi\//);
    await page.locator('.corrected a').click();
    await page.getByText('No results for ‘takaishi’.').waitFor();
    expect(new URL(page.url()).search).toBe('?q=takaishi&verbatim');
    await page.goBack();
    await page.locator('.corrected').waitFor();
  });

  it('finds a quoted phrase only in its exact form', async () => {
    const page = await openResults(`?q=${encodeURIComponent('“point of no return”')}`);
    expect(await options(page).first().getAttribute('href')).toMatch(/^\/entries\/tass-2026\/s43\//);
    await page.goto(page.url().replace(/q=.*/, `q=${encodeURIComponent('“return no of point”')}`));
    await page.getByText('The Record does not have exactly these words: ‘return no of point’.').waitFor();
    expect(await page.locator('.groups h2').first().textContent()).toMatch(/^Similar, but not in these words/);
    expect(await options(page).count()).toBe(0);
  });

  it('shows pages with one name together, with the kind of each, and counts each', async () => {
    const page = await openResults('?q=the+four+disputed+islands&kind=place&kind=theme&kind=term');
    const facts = options(page)
      .filter({ hasText: /^The four disputed islands/ })
      .locator('.facts');
    expect((await facts.allTextContents()).map((text) => text.split(' · ')[0]).toSorted()).toEqual(['Place', 'Term', 'Theme']);
    const more = page.locator('.results').getByRole('button', { name: /^Show \d+ more$/ });
    while ((await more.count()) > 0) await more.first().click();
    const shown = await page.locator('.results :is([role=option], li.hit)').count();
    expect(await count(page).textContent()).toMatch(new RegExp(`^${shown} results?( and| for)`));
  });

  it('opens a question of the Record at its answers, with the words highlighted', async () => {
    const page = await openResults(`?q=${encodeURIComponent('when did Japan impose sanctions')}`);
    await options(page).first().click();
    await page.waitForURL(/\/questions\/sanctions-japans-measures\/$/);
    await page.locator('.marks').waitFor();
  });

  it('shows a filter of the URL by its own text if it has no label', async () => {
    const page = await openResults('?q=putin&actor=constructor');
    expect(await page.locator('.chosen').textContent()).toContain('constructor ×');
  });

  it('treats values of one filter as alternatives, combines filters, and restores them from the URL', async () => {
    const page = await openResults('?q=sanctions');
    const unfiltered = await count(page).textContent();
    await page.locator('[data-facet=statement] summary').click();
    await page.locator('#filter-statement-forecast').check();
    await page.waitForURL(/statement=forecast$/);
    await waitForResults(page);
    const forecasts = Number.parseInt((await count(page).textContent())!);
    await page.locator('#filter-statement-condition').check();
    await page.waitForURL(/statement=condition/);
    await waitForResults(page);
    expect(Number.parseInt((await count(page).textContent())!)).toBeGreaterThan(forecasts);
    await page.evaluate("document.querySelector('[data-facet=article]').open = true"); // It may be open already.
    await page.locator('#filter-article-sputnik-2016').check();
    await page.waitForURL(/article=sputnik-2016/);
    await waitForResults(page);
    expect(Number.parseInt((await count(page).textContent())!)).toBeLessThan(forecasts + 1);
    const address = page.url();
    const last = await count(page).textContent();
    await page.reload();
    await page.locator('.answer .hit').first().waitFor();
    await expect.poll(() => count(page).textContent()).toBe(last);
    expect(page.url()).toBe(address);
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await expect.poll(() => count(page).textContent()).toBe(unfiltered);
  });

  it('sorts by date', async () => {
    const page = await openResults('?q=abe&sort=date');
    expect(await options(page).count()).toBe(0);
    expect(await page.locator('.groups h2').first().textContent()).toMatch(/^By date/);
  });

  it('shows similar names and the themes if there are no results', async () => {
    const page = await openResults('?q=zxqv');
    expect(await count(page).textContent()).toBe('No results for ‘zxqv’.');
    expect(await page.locator('.groups a[href^="/themes/"]').count()).toBeGreaterThan(10);
  });

  it('highlights the words on the page that a result links to, until they are cleared', async () => {
    const page = await openResults('?q=clumsy+steps');
    await options(page).first().click();
    await page.waitForURL(/\/entries\/tass-2026\/s43\/$/);
    await page.locator('.marks').waitFor();
    expect(await page.evaluate("CSS.highlights.get('searched').size")).toBeGreaterThanOrEqual(2);
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.locator('.marks').count()).toBe(0);
    expect(await page.evaluate("CSS.highlights.has('searched')")).toBe(false);
  });

  it('is focused by / and Ctrl-K; / can be turned off', async () => {
    const page = await open('/about/');
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('seek');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+k');
    expect(await page.evaluate('document.activeElement.id')).toBe('seek');
    await page.goto(new URL('/search/', page.url()).href);
    await page.locator('.keys input').uncheck();
    await page.goto(new URL('/about/', page.url()).href);
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).not.toBe('seek');
  });

  it('has the focus if the reader comes from the magnifier of a narrow header', async () => {
    const page = await open('/about/', { viewport: { width: 360, height: 740 } });
    await page.locator('.seek-link').click();
    await page.waitForURL('**/search/**');
    await until(page, "document.activeElement.id === 'q'");
    await page.keyboard.type('abe');
    expect(await page.locator('#q').inputValue()).toBe('abe');
  });

  it('shows the index if JavaScript is off', async () => {
    const page = await open('/about/', { javaScriptEnabled: false });
    await page.locator('#seek').fill('abe');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=abe#index$/);
    expect(await page.locator('.index .letter').count()).toBeGreaterThan(20);
    expect(await page.locator('.answer').isVisible()).toBe(false);
  });

  it.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)('has no accessibility violations and no horizontal scroll in the %s scheme at %i px', async (colorScheme, width) => {
    const page = await open('/search/?q=takaishi+russia&theme=energy', { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    await options(page).first().waitFor();
    await page.addScriptTag({ content: axe.source });
    const violations = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
    );
    expect(violations).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  it('exposes a combobox, a list of best matches, and lists with headings to screen readers', async () => {
    const page = await openResults('?q=sakhalin');
    await page.locator('.elsewhere').waitFor();
    const tree = await page.locator('record-search').ariaSnapshot();
    expect(tree).toMatch(/combobox "[^"]*" \[expanded\]|combobox "[^"]*"/);
    expect(tree).toMatch(/listbox "Best matches":\n\s+- option "Sakhalin/);
    expect(tree).toMatch(/heading "Statements? \d+( more)?" \[level=2\]/);
    expect(tree).toMatch(/group "Filters"/);
  });
});

describe('the search field of the header', () => {
  const suggestions = (page: Page) => page.locator('#suggestions [role=option]');
  const requested =
    "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /catalogue|_assets.*js$/.test(name)).length";

  it('loads nothing until it has the focus, then suggests names, questions and statements', async () => {
    const page = await open('/entries/tass-2026/', { viewport: { width: 1280, height: 900 } });
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(requested)).toBe(1);
    await page.locator('#seek').pressSequentially('what would end sanctions');
    await suggestions(page).first().waitFor();
    const facts = (await suggestions(page).allTextContents()).join('\n');
    expect(facts).toContain('Question');
    expect(await suggestions(page).last().textContent()).toBe('All results for what would end sanctions');
  });

  it('follows the pattern of a combobox: arrows, Enter, Escape, and the number for screen readers', async () => {
    const page = await open('/entries/tass-2026/', { viewport: { width: 1280, height: 900 } });
    const field = page.locator('#seek');
    await field.pressSequentially('zakharova');
    await suggestions(page).first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    await until(page, "/^\\d suggestions?\\. Press Enter/.test(document.querySelector('.seek [role=status]').textContent)");
    await page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBe('suggestion-0');
    await page.keyboard.press('Escape');
    expect(await suggestions(page).count()).toBe(0);
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    expect(await field.inputValue()).toBe('zakharova');
    await field.pressSequentially(' ');
    await suggestions(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/actors\/maria-zakharova\/$/);
  });

  it('leads to all results by Enter, and closes if it loses the focus', async () => {
    const page = await open('/', { viewport: { width: 390, height: 800 }, hasTouch: true });
    await page.locator('#seek').tap();
    await page.locator('#seek').pressSequentially('kuril');
    await suggestions(page).first().waitFor();
    await page.locator('h1').tap();
    await suggestions(page).first().waitFor({ state: 'detached' });
    await page.locator('#seek').tap();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=kuril$/);
  });

  it('leads without JavaScript to the index, with a letter for each first letter', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.locator('#seek').fill('kuril');
    await page.locator('#seek').press('Enter');
    await page.waitForURL(/\/search\/\?q=kuril#index$/);
    await page.locator('.letters').first().getByText('K', { exact: true }).click();
    expect(await page.locator(':target').textContent()).toContain('K');
  });
});

describe('the results', () => {
  it('are downloaded as shown, with the published citation of each', async () => {
    const page = await openResults('?q=kissinger&kind=statement');
    const paths = await page.evaluate<string[]>(
      "[...document.querySelectorAll('#best a, .groups .hit > a')].map(({ pathname }) => pathname)",
    );
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'BibTeX' }).click()]);
    const published = paths.map((path) => readFileSync(join(DIST, path.replace(/\/$/, '.bib')), 'utf8'));
    expect(download.suggestedFilename()).toBe('search-results.bib');
    expect(readFileSync(await download.path(), 'utf8')).toBe(published.join('\n'));
  });

  it('are added to the notebook together', async () => {
    const page = await openResults('?q=kissinger&kind=statement');
    const button = page.getByRole('button', { name: /^Add \d+ statements to notebook$/ });
    const count = Number(/\d+/.exec((await button.textContent())!)![0]);
    await button.click();
    expect(await page.locator('.notebook-status').textContent()).toBe(`Added ${count} to your notebook. Open notebook (${count})`);
  });
});
