import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { site, until } from '../support/browser-site.ts';

const { open } = site();

/** Notes what is written into the address. */
const COUNT_ADDRESSES = `globalThis.addresses = [];
for (const name of ['pushState', 'replaceState']) {
  const write = history[name].bind(history);
  history[name] = (state, unused, address) => { addresses.push(String(address)); write(state, unused, address); };
}`;

/** Types a text letter by letter, without a pause. */
const typedAtOnce = (text: string) =>
  `for (let end = 1; end <= ${text.length}; end++) { q.value = ${JSON.stringify(text)}.slice(0, end); q.dispatchEvent(new InputEvent('input', { bubbles: true })); }`;

/** Notes how many options stand, and how many files of Pagefind were asked for, when the first answer stands. */
const NOTE_FIRST_ANSWER = `
const pagefindFiles = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/pagefind/')).length;
globalThis.pagefindFiles = pagefindFiles;
addEventListener('DOMContentLoaded', () => {
  new MutationObserver(([{ target }]) => (globalThis.firstAnswer ??= { options: target.children.length, pagefind: pagefindFiles() })).observe(
    document.querySelector('#best'), { childList: true });
});`;

const field = (page: Page) => page.locator('#q');
const count = (page: Page) => page.locator('.count');
const options = (page: Page) => page.locator('#best [role=option]');

/** Waits until the last part of an answer stands. */
const answered = (page: Page) => page.locator('.answer[aria-busy=false]').waitFor();

/** The search page with what was asked answered to the end. */
async function searched(query: string): Promise<Page> {
  const page = await open(`/search/${query}`);
  await answered(page);
  return page;
}

describe('search', () => {
  it('answers as one types, and keeps the words in the address', async () => {
    const page = await open('/search/');
    await field(page).pressSequentially('zakharova', { delay: 30 });
    await options(page).first().waitFor();
    expect(await options(page).first().getAttribute('href')).toMatch(/^\/actors\/maria-zakharova\//);
    await page.waitForURL(/\/search\/\?q=zakharova$/);
  });

  it('writes the address when typing rests, as one entry of the history, and before the page is left', async () => {
    const page = await open('/search/', {}, COUNT_ADDRESSES);
    const before = await page.evaluate<number>('history.length');
    await page.evaluate(typedAtOnce('zakharova'));
    await page.waitForURL(/\/search\/\?q=zakharova$/);
    await page.evaluate(typedAtOnce('zakharova japan'));
    await page.waitForURL(/\/search\/\?q=zakharova\+japan$/);
    expect(await page.evaluate('addresses')).toEqual(['/search/?q=zakharova', '/search/?q=zakharova+japan']);
    expect(await page.evaluate('history.length')).toBe(before + 1);
    await field(page).fill('kissinger');
    await options(page).filter({ hasText: 'Kissinger' }).first().click();
    await page.waitForURL(/\/actors\/henry-kissinger\//);
    await page.goBack();
    await page.waitForURL(/\/search\/\?q=kissinger$/);
  });

  it('answers from names and statements before anything of Pagefind is asked for', async () => {
    const page = await open('/search/', {}, NOTE_FIRST_ANSWER);
    await field(page).fill('zakharova');
    await answered(page);
    expect(await page.evaluate('firstAnswer')).toEqual({ options: 5, pagefind: 0 });
    await page.locator('.elsewhere').waitFor();
    expect(await page.evaluate('pagefindFiles()')).toBeGreaterThan(0);
  });

  it('answers from names and statements where the text of pages does not come', async () => {
    const page = await open('/search/');
    await page.route(/\/pagefind\//, (route) => route.abort());
    await field(page).pressSequentially('zakharova');
    await answered(page);
    expect(await options(page).first().getAttribute('href')).toMatch(/^\/actors\/maria-zakharova\//);
    expect(await page.locator('.notice').textContent()).toContain('names and statements alone');
  });

  /** The search page with a first answer, whose rest comes only when it is let through. */
  async function answeredInPart(query: string) {
    const page = await open('/search/');
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route('**/search/pages.json', (route) => void held.then(() => route.continue()));
    await field(page).fill(query);
    await page.locator('.groups a').first().waitFor();
    return { page, letThrough };
  }

  it.each(['#best [role=option]', '.groups a'])('opens %s on which a press began before the rest of the answer came', async (result) => {
    const { page, letThrough } = await answeredInPart('Zakharova');
    const link = page.locator(result).first();
    const path = (await link.getAttribute('href'))!.split('?')[0]!;
    await link.hover();
    await page.mouse.down();
    expect(await page.locator('.answer[aria-busy=true]').count()).toBe(1);
    letThrough();
    await page.waitForTimeout(900);
    await page.mouse.up();
    await page.waitForURL(`**${path}**`);
  });

  it('writes the rest of the answer when a press ends on nothing', async () => {
    const { page, letThrough } = await answeredInPart('Zakharova');
    await options(page).first().hover();
    await page.mouse.down();
    letThrough();
    await page.mouse.move(5, 5);
    await page.mouse.up();
    await answered(page);
    expect(new URL(page.url()).pathname).toBe('/search/');
  });

  it('is walked with arrows, opened with Enter, let go with Escape', async () => {
    const page = await searched('?q=sakhalin');
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

  it('tells how many results there are', async () => {
    const page = await searched('?q=kissinger');
    await until(page, "document.querySelector('record-search [role=status]').textContent !== ''");
    expect(await page.locator('record-search [role=status]').textContent()).toMatch(/^\d+ results for ‘kissinger’\.$/);
  });

  it('says what it corrected, and searches what was typed if asked', async () => {
    const page = await searched('?q=takaishi');
    await page.locator('.corrected').waitFor();
    expect(await page.locator('.corrected').textContent()).toBe('Showing results for takaichi · search instead for takaishi');
    expect(await options(page).first().getAttribute('href')).toMatch(/^\/actors\/sanae-takaichi\//);
    await page.locator('.corrected a').click();
    await page.getByText('The Record does not have ‘takaishi’.').waitFor();
    expect(new URL(page.url()).search).toBe('?q=takaishi&verbatim');
    await page.goBack();
    await page.locator('.corrected').waitFor();
  });

  it('finds a phrase in quotation marks exactly', async () => {
    const page = await searched(`?q=${encodeURIComponent('“point of no return”')}`);
    expect(await options(page).first().getAttribute('href')).toMatch(/^\/entries\/tass-2026\/s43\//);
    await page.goto(page.url().replace(/q=.*/, `q=${encodeURIComponent('“return no of point”')}`));
    await page.getByText('Nothing is found for').waitFor();
  });

  it('narrows by filters that widen within themselves, in the address, forth and back', async () => {
    const page = await searched('?q=sanctions');
    const whole = await count(page).textContent();
    await page.locator('[data-facet=statement] summary').click();
    await page.locator('#filter-statement-forecast').check();
    await page.waitForURL(/statement=forecast$/);
    await answered(page);
    const forecasts = Number.parseInt((await count(page).textContent())!);
    await page.locator('#filter-statement-condition').check();
    await page.waitForURL(/statement=condition/);
    await answered(page);
    expect(Number.parseInt((await count(page).textContent())!)).toBeGreaterThan(forecasts);
    await page.locator('[data-facet=article] summary').click();
    await page.locator('#filter-article-sputnik-2016').check();
    await page.waitForURL(/article=sputnik-2016/);
    await answered(page);
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
    await expect.poll(() => count(page).textContent()).toBe(whole);
  });

  it('sorts by date', async () => {
    const page = await searched('?q=abe&sort=date');
    expect(await options(page).count()).toBe(0);
    expect(await page.locator('.groups h2').first().textContent()).toMatch(/^By date/);
  });

  it('leads a reader who finds nothing to names and themes', async () => {
    const page = await searched('?q=zxqv');
    expect(await count(page).textContent()).toBe('Nothing is found for ‘zxqv’.');
    expect(await page.locator('.groups a[href^="/themes/"]').count()).toBeGreaterThan(10);
  });

  it('marks the words on the page it leads to, in an address of its own, until they are cleared', async () => {
    const page = await searched('?q=clumsy+steps');
    await options(page).first().click();
    await page.waitForURL(/\/entries\/tass-2026\/s44\/$/);
    await page.locator('.marks').waitFor();
    expect(await page.evaluate("CSS.highlights.get('searched').size")).toBeGreaterThanOrEqual(2);
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.locator('.marks').count()).toBe(0);
    expect(await page.evaluate("CSS.highlights.has('searched')")).toBe(false);
  });

  it('is reached with / and Ctrl-K, and / can be turned off', async () => {
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

  it('reaches the index from the form of any page without JavaScript', async () => {
    const page = await open('/about/', { javaScriptEnabled: false });
    await page.locator('#seek').fill('abe');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=abe$/);
    expect(await page.locator('.index .letter').count()).toBeGreaterThan(20);
    expect(await page.locator('.answer').isVisible()).toBe(false);
  });

  it.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)('has nothing that axe finds, %s at %i px, and no sideways scroll', async (colorScheme, width) => {
    const page = await open('/search/?q=takaishi+russia&theme=energy', { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    await options(page).first().waitFor();
    await page.addScriptTag({ content: axe.source });
    const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))');
    expect(found).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  it('reads, to a screen reader, as a field, a list of best matches, and lists under headings', async () => {
    const page = await searched('?q=sakhalin');
    await page.locator('.elsewhere').waitFor();
    const tree = await page.locator('record-search').ariaSnapshot();
    expect(tree).toMatch(/combobox "[^"]*" \[expanded\]|combobox "[^"]*"/);
    expect(tree).toMatch(/listbox "Best matches":\n\s+- option "Sakhalin/);
    expect(tree).toMatch(/heading "Statements? \d+( more)?" \[level=2\]/);
    expect(tree).toMatch(/group "Filters"/);
  });
});
