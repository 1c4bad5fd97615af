import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serveBuild, type ServedBuild } from '../../scripts/browser/serve-build.ts';
import { pageKinds } from '../../scripts/page-kinds.ts';
import { firefox, startFirefox } from './firefox.ts';

if (!firefox) console.warn('Not tested: Firefox. It is not installed (Debian: apt-get install firefox-esr).');

describe.skipIf(!firefox)('in Firefox', () => {
  let browser: Browser;
  let served: ServedBuild;
  let page: Page;
  /** What went wrong in the page since the last test: errors, refusals of the policy, requests that failed (not those that leaving a page cut off). */
  let wrong: string[] = [];

  beforeAll(async () => {
    served = await serveBuild();
    browser = await startFirefox();
    page = await browser.newPage();
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText;
      if (why !== 'NS_BINDING_ABORTED') wrong.push(`${request.url()}: ${why}`);
    });
    page.on('response', (response) => response.status() >= 400 && wrong.push(`${response.status()} ${response.url()}`));
    await page.evaluateOnNewDocument(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`refused: ${violatedDirective} ${blockedURI}`),
      ),
    );
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });
  afterEach(() => {
    wrong = [];
  });

  const open = (address: string) => page.goto(served.origin + address);
  const text = (selector: string) => page.$eval(selector, (element) => element.textContent!.trim());
  const path = () => new URL(page.url()).pathname;

  it.each(pageKinds)('$kind loads without an error, a refusal or a missing file', async ({ address }) => {
    expect((await open(address))!.status()).toBe(200);
    expect(await text('h1')).not.toBe('');
    expect(wrong).toEqual([]);
  });

  it('the site’s own letters are there at the second page, if they were late for the first', async () => {
    await open('/about/');
    const loaded = await page.evaluate(
      "document.fonts.ready.then((fonts) => [...fonts].filter(({ status, style }) => status === 'loaded' && style === 'normal').map(({ family }) => family.replaceAll('\"', '')))",
    );
    expect(loaded).toEqual(expect.arrayContaining(['Source Serif 4', 'Source Sans 3']));
  });

  it('tells when a page does what its policy refuses', async () => {
    await open('/about/');
    await page.evaluate('document.body.insertAdjacentHTML(\'beforeend\', \'<img src="/favicon.svg" onload="window.ran = true">\')');
    await expect.poll(() => wrong).toContainEqual(expect.stringMatching(/^refused: script-src/));
    expect(await page.evaluate('window.ran')).toBeUndefined();
  });

  it('a click opens the preview of a statement, and Escape closes it', async () => {
    await open('/themes/sanctions/');
    await page.locator('.cite a').click();
    await page.waitForSelector('.preview .whole', { visible: true });
    expect(await text('.preview')).toContain('paragraph');
    expect(path()).toBe('/themes/sanctions/');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.preview', { hidden: true });
    expect(wrong).toEqual([]);
  });

  it('the timeline is filtered, and the choice is in the address', async () => {
    const shown = () => page.$$eval('li[data-source]', (lines) => lines.filter((line) => line.checkVisibility()).length);
    await open('/timeline/');
    const all = await shown();
    await page.select('select[name=source]', 'tass-2026');
    const some = await shown();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(new URL(page.url()).search).toBe('?source=tass-2026');
    await page.reload();
    expect(await shown()).toBe(some);
    expect(wrong).toEqual([]);
  });

  it.each(['高市早苗', 'Такаити', 'Takaichi'])('the search finds %s', async (query) => {
    await open('/search/');
    await page.type('#q', query);
    await page.locator('#best [role=option]').wait();
    await page.waitForSelector('.answer[aria-busy=false]');
    expect(new URL(page.url()).searchParams.get('q')).toBe(query);
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(path()).toBe('/actors/sanae-takaichi/');
    expect(wrong).toEqual([]);
  });

  it('a citation is copied, and the page says so', async () => {
    await open('/entries/tass-2026/s2/');
    await page.locator('[data-copy]').click();
    await expect.poll(() => text('.copied')).not.toBe('');
    await page.focus('#seek');
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    expect(await page.$eval('#seek', (field) => (field as HTMLInputElement).value)).toContain('/entries/tass-2026/s2/');
    expect(wrong).toEqual([]);
  });

  it('the page turns dark by its switch, and stays so', async () => {
    const paper = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    await open('/about/');
    await page.locator('.scheme label:has(#light)').click();
    const light = await paper();
    await page.locator('.scheme label:has(#dark)').click();
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await paper()).toBe(dark);
    expect(wrong).toEqual([]);
  });
});
