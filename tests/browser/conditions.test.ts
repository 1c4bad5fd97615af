import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageKinds } from '../../scripts/page-kinds.ts';
import { site } from '../support/browser-site.ts';

const { open } = site();

describe.each(pageKinds)('$kind', ({ address }) => {
  let page: Page;
  beforeAll(async () => {
    page = await open(address, { viewport: { width: 1280, height: 900 } });
  });
  afterAll(() => page?.context().close());

  it.each([640, 320])('stays readable with letters twice as large in a window of %i px, which moves down alone', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate("document.documentElement.style.setProperty('font-size', '212.5%')");
    const cut = (await page.evaluate(CUT)) as string[];
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    await page.evaluate("document.documentElement.style.removeProperty('font-size')");
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(cut.slice(0, 3)).toEqual([]);
    expect(wide).toBe(width);
  });

  it('begins with the skip link, which leads past the masthead', async () => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    expect((await page.locator('.skip').boundingBox())!.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("Boolean(document.activeElement.closest('main, .colophon'))")).toBe(true);
  });

  it('gives the focus to everything that can be pressed, in the order of the text', async () => {
    const { walked, faults } = (await page.evaluate(WALK)) as { walked: number; faults: string[] };
    expect(walked).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });

  it('shows where the keyboard is, and holds it nowhere', async () => {
    const seen = new Set<string>();
    for (let step = 0; step < 25; step++) {
      await page.keyboard.press('Tab');
      const { what, visible } = (await page.evaluate(FOCUSED)) as { what: string; visible: boolean };
      expect(visible, what).toBe(true);
      seen.add(what);
    }
    expect(seen.size).toBeGreaterThan(10);
  });

  it('keeps its text and links in forced colours', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    expect(((await page.evaluate(UNSEEN)) as string[]).slice(0, 3)).toEqual([]);
  });

  it('does not move for who asks for less motion', async () => {
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
    expect(((await page.evaluate(MOVING)) as string[]).slice(0, 3)).toEqual([]);
  });
});

it('text that does not wrap would be told of as cut off', async () => {
  const page = await open('/about/', { viewport: { width: 320, height: 900 } });
  await page.evaluate("document.querySelector('main p').style.setProperty('width', '30rem')");
  expect(await page.evaluate(CUT)).toHaveLength(1);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeGreaterThan(320);
  await page.context().close();
});

/** Everything that can take the focus takes it, shows it by more than colour of text, and no order is forced by a positive tabindex. */
const WALK = `(() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.tabIndex >= 0);
  const faults = [];
  for (const element of all) {
    if (element.tabIndex > 0) faults.push('tabindex ' + element.tabIndex + ' on ' + element.outerHTML.slice(0, 80));
    element.focus({ focusVisible: true, preventScroll: true });
    if (document.activeElement !== element) faults.push('takes no focus: ' + element.outerHTML.slice(0, 80));
  }
  document.activeElement.blur();
  document.querySelector('.skip').focus();
  document.querySelector('.preview')?.hidePopover();
  return { walked: all.length, faults };
})()`;

/** Whether the focused element shows it: an outline of its own or, in a drawing, of its shape. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  const shown = [element, ...element.querySelectorAll('*')].some((part) => {
    const { outlineStyle, outlineWidth, strokeWidth } = getComputedStyle(part);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || (part.ownerSVGElement && parseFloat(strokeWidth) >= 2);
  });
  return { what: element.outerHTML.slice(0, 100), visible: element === document.body || shown };
})()`;

/** Text that reaches beyond the window. */
const CUT = `[...document.querySelectorAll('main p, main li, main h1, main h2, main dd')].filter((element) => element.checkVisibility() && !element.closest('svg, figure, table, .unseen') && element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.outerHTML.slice(0, 90))`;

/** Text in the colour of its ground. */
const UNSEEN = `[...document.querySelectorAll('main p, main a, main h1, svg text')].filter((element) => element.checkVisibility()).filter((element) => { const style = getComputedStyle(element); const colour = element.ownerSVGElement ? style.fill : style.color; return colour === getComputedStyle(document.documentElement).backgroundColor; }).map((element) => element.outerHTML.slice(0, 90))`;

/** What moves by itself or when it changes. */
const MOVING = `[...document.querySelectorAll('*')].filter((element) => { const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element); return (animationName !== 'none' && parseFloat(animationDuration) > 0) || transitionDuration.split(',').some((time) => parseFloat(time) > 0) || scrollBehavior === 'smooth'; }).map((element) => element.outerHTML.slice(0, 90))`;

describe('a slow line', () => {
  it('shows the text with the first answer, before any script or font is there', async () => {
    const page = await open('/about/');
    await page.route(/_assets/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      await route.continue().catch(() => undefined);
    });
    await page.goto(new URL('/entries/tass-2026/', page.url()).href, { waitUntil: 'commit' });
    await page.locator('#ledger').waitFor({ timeout: 3_000 });
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(3_000);
  });

  it('leaves a link a link where its preview does not come', async () => {
    const page = await open('/themes/sanctions/');
    await page.route(/\/s\d+\/$/, (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()));
    await page.locator('.cite a').first().click();
    await page.waitForURL(/\/s\d+\/$/);
    expect(await page.locator('h1').isVisible()).toBe(true);
  });

  it('says so where the search does not come, and leaves the index', async () => {
    const page = await open('/search/');
    await page.route(/\/(?:pagefind|search)\/.+/, (route) => route.abort());
    await page.locator('#q').fill('Minsk');
    await page.getByText(/could not be loaded/).waitFor();
    expect(await page.locator('.letter').count()).toBeGreaterThan(20);
  });
});

describe('a copy of the site', () => {
  let folder = '';
  let server: Server;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'record-copy-'));
    cpSync('dist', folder, { recursive: true });
    server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url!, 'http://copy.invalid').pathname);
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      if (!existsSync(file)) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  it('in another folder, under another server, is read, looked into and searched without any other host', async () => {
    const page = await open('/about/');
    await page.goto('about:blank'); // what the first page still fetches is not the copy's
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await page.goto(`${origin}/search/?q=Sakhalin-2`);
    await page.locator('.results li').first().waitFor();
    await page.goto(`${origin}/themes/sanctions/`);
    await page.locator('.cite a').first().click();
    await page.locator('.preview').getByText('paragraph').first().waitFor();
    expect(new Set(asked)).toEqual(new Set([origin]));
  });

  it('that was open when the line was cut stays whole', async () => {
    const page = await open('/entries/tass-2026/');
    await page.context().setOffline(true);
    await page.locator('.scheme label', { hasText: 'Dark' }).click();
    await page.locator('.page-head a[href="#cite"]').click();
    expect(await page.locator('#cite').isVisible()).toBe(true);
    expect(new URL(page.url()).hash).toBe('#cite');
  });
});

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const hasPdfText = spawnSync('pdftotext', ['-v']).status === 0;
if (!hasPdfText) console.warn('Not tested: the text of printed pages. pdftotext is not installed (Debian: apt-get install poppler-utils).');

describe.skipIf(!hasPdfText)('a printed page', () => {
  it.each(['/entries/tass-2026/', '/entries/sputnik-2016/s5/', '/timeline/'])(
    '%s has its address and edition, and nothing to press',
    async (address) => {
      const page = await open(address);
      const pdf = await page.pdf({ format: 'A4' });
      const text = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).stdout.replace(/\s+/g, ' ');
      expect(text).toContain(address);
      expect(text).toMatch(/Edition \d{4}\.\d/);
      for (const chrome of ['Skip to the text', 'As the system', 'Name, word, year', 'Copy']) expect(text).not.toContain(chrome);
      expect(text.length).toBeGreaterThan(500);
    },
  );
});
