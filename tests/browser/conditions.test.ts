import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageKinds } from '../../scripts/page-kinds.ts';
import { entryPath } from '../../src/paths/paths.ts';
import { addressOf, site } from '../support/browser-site.ts';
import { record } from '../support/record.ts';

const { open } = site();

describe.each(pageKinds)('$kind', ({ address }) => {
  let page: Page;
  beforeAll(async () => {
    page = await open(address, { viewport: { width: 1280, height: 900 } });
  });
  afterAll(() => page?.context().close());

  it.each([640, 320])('wraps its text at twice the font size in a window of %i px, without horizontal scrolling', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate("document.documentElement.style.setProperty('font-size', '212.5%')");
    const cut = await page.evaluate<string[]>(CUT);
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    await page.evaluate("document.documentElement.style.removeProperty('font-size')");
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(cut.slice(0, 3)).toEqual([]);
    expect(wide).toBe(width);
  });

  it('starts with a skip link that moves the focus past the header', async () => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    expect((await page.locator('.skip').boundingBox())!.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("Boolean(document.activeElement.closest('main, .colophon'))")).toBe(true);
  });

  it('focuses all links and controls in the order of the text', async () => {
    const { walked, faults } = await page.evaluate<{ walked: number; faults: string[] }>(WALK);
    expect(walked).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });

  it('shows the keyboard focus and does not trap it', async () => {
    const seen = new Set<string>();
    for (let step = 0; step < 25; step++) {
      await page.keyboard.press('Tab');
      const { what, visible } = await page.evaluate<{ what: string; visible: boolean }>(FOCUSED);
      expect(visible, what).toBe(true);
      seen.add(what);
    }
    expect(seen.size).toBeGreaterThan(10);
  });

  it('shows its text and links in forced colours', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    expect((await page.evaluate<string[]>(INVISIBLE)).slice(0, 3)).toEqual([]);
  });

  it('does not animate with prefers-reduced-motion', async () => {
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
    expect((await page.evaluate<string[]>(MOVING)).slice(0, 3)).toEqual([]);
  });
});

it('detects text that does not wrap', async () => {
  const page = await open('/about/', { viewport: { width: 320, height: 900 } });
  await page.evaluate("document.querySelector('main p').style.setProperty('width', '30rem')");
  expect(await page.evaluate(CUT)).toHaveLength(1);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeGreaterThan(320);
  await page.context().close();
});

/** Focuses each focusable element. Returns how many there are, and those that refuse the focus or have a positive `tabindex`. */
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

/** Whether the focused element has a focus ring: an outline, that of its field or, in a drawing, a stroke of its shape. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  const shown = [element, element.closest('.seek') ?? element, ...element.querySelectorAll('*')].some((part) => {
    const { outlineStyle, outlineWidth, strokeWidth } = getComputedStyle(part);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || (part.ownerSVGElement && parseFloat(strokeWidth) >= 2);
  });
  return { what: element.outerHTML.slice(0, 100), visible: element === document.body || shown };
})()`;

/** Finds text that reaches beyond the window. */
const CUT = `[...document.querySelectorAll('main p, main li, main h1, main h2, main dd')].filter((element) => element.checkVisibility() && !element.closest('svg, figure, table, .rail ul, .visually-hidden') && element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.outerHTML.slice(0, 90))`;

/** Finds text in the colour of the background. */
const INVISIBLE = `[...document.querySelectorAll('main p, main a, main h1, svg text')].filter((element) => element.checkVisibility()).filter((element) => { const style = getComputedStyle(element); const colour = element.ownerSVGElement ? style.fill : style.color; return colour === getComputedStyle(document.documentElement).backgroundColor; }).map((element) => element.outerHTML.slice(0, 90))`;

/** Finds elements with animations, transitions or smooth scrolling. */
const MOVING = `[...document.querySelectorAll('*')].filter((element) => { const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element); return (animationName !== 'none' && parseFloat(animationDuration) > 0) || transitionDuration.split(',').some((time) => parseFloat(time) > 0) || scrollBehavior === 'smooth'; }).map((element) => element.outerHTML.slice(0, 90))`;

describe('a slow or broken connection', () => {
  it('shows the text before scripts and fonts have loaded', async () => {
    const page = await open('/about/');
    await page.route(/_assets/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      await route.continue().catch(() => undefined);
    });
    await page.goto(new URL(addressOf('entry'), page.url()).href, { waitUntil: 'commit' });
    await page.locator('#ledger').waitFor({ timeout: 3_000 });
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(3_000);
  });

  it('has a valid system font for each style until the fonts have loaded', async () => {
    const page = await open(addressOf('entry'));
    const faces = await page.evaluate<string[]>(
      "[...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]).filter((rule) => rule instanceof CSSFontFaceRule && rule.style.src.includes('local(')).map(({ style }) => [style.fontFamily, style.fontWeight, style.fontStyle].join(' ').trim())",
    );
    expect(faces).toEqual([
      ...[
        '"Fallback Serif"',
        '"Fallback Serif" 600',
        '"Fallback Serif"  italic',
        '"Fallback Display"',
        '"Fallback Sans"',
        '"Fallback Sans" 600',
      ],
      ...['"Android Serif"', '"Android Serif"  italic', '"Android Display"', '"Android Sans"'],
    ]);
    await page.context().close();
  });

  it('follows the link if its preview cannot be loaded', async () => {
    const page = await open(addressOf('theme'), { hasTouch: true, isMobile: true });
    await page.route(/\/s\d+\/$/, (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()));
    await page.locator('.cite a').first().tap();
    await page.waitForURL(/\/s\d+\/$/);
    expect(await page.locator('h1').isVisible()).toBe(true);
  });

  it('stays on the page if the preview of a link with the keyboard focus cannot be loaded', async () => {
    const page = await open(addressOf('theme'));
    const { promise: failed, resolve } = Promise.withResolvers<void>();
    await page.route(/\/s\d+\/$/, (route) => route.abort().then(resolve));
    await page.locator('.cite a').first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await failed;
    await page.waitForTimeout(200);
    expect(new URL(page.url()).pathname).toBe(addressOf('theme'));
  });

  it('reports that search could not be loaded and shows the index', async () => {
    const page = await open('/search/');
    await page.route(/\/(?:pagefind|search)\/.+/, (route) => route.abort());
    await page.locator('#q').fill('Minsk');
    await page.getByText(/could not be loaded/).waitFor();
    expect(await page.locator('.letter a').first().isVisible()).toBe(true);
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

  it('opens pages, previews and search results from another folder and server without requests to other hosts', async () => {
    const page = await open('/about/');
    await page.goto('about:blank'); // stops requests of the first page
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const origins: string[] = [];
    page.on('request', (request) => origins.push(new URL(request.url()).origin));
    await page.goto(`${origin}/search/?q=Sakhalin-2`);
    await page.locator('.results li').first().waitFor();
    await page.goto(`${origin}${addressOf('theme')}`);
    await page.locator('.cite a').first().hover();
    await page.locator('.preview .whole').waitFor();
    expect(new Set(origins)).toEqual(new Set([origin]));
  });

  it('keeps an open page usable when the connection is lost', async () => {
    const page = await open(addressOf('entry'));
    await page.context().setOffline(true);
    await page.locator('.scheme label', { hasText: 'Dark' }).click();
    await page.locator('.trail a[href="#cite"]').click();
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
if (!hasPdfText) console.warn('Not tested: printed pages. pdftotext is not installed (Debian: apt-get install poppler-utils).');

/** Prints a page on A4. Returns the text of each sheet. */
async function print(address: string): Promise<string[]> {
  const page = await open(address);
  const input = await page.pdf({ format: 'A4' });
  await page.context().close();
  return spawnSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' }).stdout.split('\f').slice(0, -1);
}

describe.skipIf(!hasPdfText)('a printed page', () => {
  it.each([addressOf('entry'), addressOf('statement'), '/timeline/'])(
    '%s prints its address and edition without controls',
    async (address) => {
      const text = (await print(address)).join(' ').replace(/\s+/g, ' ');
      expect(text).toContain(address);
      expect(text).toMatch(/Edition \d{4}\.\d/);
      for (const chrome of ['Skip to the text', 'Auto', 'for an exact phrase', 'Copy']) expect(text).not.toContain(chrome);
      expect(text.length).toBeGreaterThan(500);
    },
  );

  it.each(record.entries.map(({ id }) => entryPath(id)))('%s needs eight sheets at most', async (address) => {
    expect((await print(address)).length).toBeLessThanOrEqual(8);
  });

  it('has ten links or more on each sheet after the first', async () => {
    expect((await print('/links/')).length).toBeLessThanOrEqual(1 + Math.ceil(record.relations.length / 10));
  });
});
