import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pageKinds } from '../../scripts/page-kinds.ts';
import { addressOf, site, until } from '../support/browser-site.ts';

const { open } = site();

/** Deletes properties by their path from `window`: `Intl.Segmenter`. Throws in the page if one remains. */
const without = (...paths: string[]) => `for (const path of ${JSON.stringify(paths)}) {
  const names = path.split('.');
  const owner = names.slice(0, -1).reduce((value, name) => value?.[name], window);
  if (owner) delete owner[names.at(-1)];
  if (owner && names.at(-1) in owner) throw new Error(path + ' is still there');
}`;
const inPrototype = (name: string, ...members: string[]) => members.map((member) => `${name}.prototype.${member}`);

const noPopover = without(...inPrototype('HTMLElement', 'popover', 'showPopover', 'hidePopover', 'togglePopover'));
const noStorage = `for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });`;
/** What Firefox ESR 115 or Safari 16.4 lack, apart from the popover API. */
const noRecentFeature = without(
  ...[
    'Map.groupBy',
    'Object.groupBy',
    'Array.fromAsync',
    'Promise.withResolvers',
    'Promise.try',
    'URL.canParse',
    'URL.parse',
    'RegExp.escape',
  ],
  ...inPrototype('Set', 'union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'),
  ...inPrototype('Iterator', 'map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find'),
  ...inPrototype('Document', 'startViewTransition'),
  ...inPrototype('Element', 'checkVisibility'),
  ...['Intl.Segmenter', 'Intl.DurationFormat', 'CSS.highlights', 'Highlight', 'scheduler', 'navigation', 'requestIdleCallback'],
  ...['AbortSignal.any', 'AbortSignal.timeout', 'CompressionStream', 'DecompressionStream', 'CloseWatcher', 'Iterator'],
);
const removals = {
  'the popover API': noPopover,
  'the right to store settings': noStorage,
  'a clipboard': without('Navigator.prototype.clipboard'),
  WebAssembly: without('WebAssembly'),
  'dialogs, observers, workers and structuredClone': without(
    ...['HTMLDialogElement', 'IntersectionObserver', 'ResizeObserver', 'MutationObserver', 'Worker', 'structuredClone'],
  ),
  'features that are newer than Firefox ESR 115': noRecentFeature,
  'any of these': [noPopover, noStorage, noRecentFeature, without('Navigator.prototype.clipboard', 'WebAssembly')].join('\n'),
};

/** Clicks every link in the page, without leaving it. Returns the links that a script has stopped. */
const STOPPED_LINKS = `(() => {
  const stopped = [];
  const last = (event) => { if (event.defaultPrevented) stopped.push(event.target.href ?? event.target.outerHTML); event.preventDefault(); };
  addEventListener('click', last);
  for (const link of document.querySelectorAll('a[href]')) link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  removeEventListener('click', last);
  return stopped;
})()`;

/** Opens every kind of page in turn. Returns the uncaught errors and, if the popover API is missing, the stopped links. */
async function visitAll(page: Page): Promise<string[]> {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(`${page.url()}: ${message}`));
  const { origin } = new URL(page.url());
  for (const { address } of pageKinds) {
    await page.goto(origin + address);
    if (await page.evaluate("!('showPopover' in HTMLElement.prototype)"))
      faults.push(...(await page.evaluate<string[]>(STOPPED_LINKS)).map((link) => `${address} stops the link ${link}`));
  }
  return faults;
}

describe.each(Object.entries(removals))('a browser without %s', (_, script) => {
  it('shows every kind of page without an error, and its links lead to their pages', async () => {
    const page = await open('/about/', {}, script);
    expect(await visitAll(page)).toEqual([]);
    await page.context().close();
  });

  it('opens a statement from a link', async () => {
    const page = await open(addressOf('theme'), {}, script);
    const link = page.locator('.cite a').first();
    const target = await link.getAttribute('href');
    await link.click();
    await page.waitForURL(`**${target}`);
    await page.context().close();
  });

  it('finds names and statements', async () => {
    const page = await open('/search/?q=Putin', {}, script);
    await page.locator('.results :is([role=option], li)').first().waitFor();
    await until(page, "document.querySelector('.answer').getAttribute('aria-busy') === 'false'");
    const notice = await page.locator('.notice').innerText();
    expect(notice).toBe(
      script.includes('WebAssembly') ? 'The text of pages could not be loaded: names and statements alone were searched.' : '',
    );
    await page.locator('.facets summary').first().click();
    await page.locator('.facets label').first().click();
    await until(page, "document.querySelector('.chosen a')");
    await page.context().close();
  });
});

describe('a browser that refuses storage', () => {
  it('changes the colours of the page and says that it does not store the choice', async () => {
    const page = await open('/about/', {}, noStorage);
    await page.locator('.scheme label', { hasText: 'Dark' }).click();
    await page.getByText('does not store this choice').waitFor();
    expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('dark');
  });

  it('turns the shortcut / off until the reader leaves the page', async () => {
    const page = await open('/search/', {}, noStorage);
    await page.locator('.keys input').uncheck();
    await page.getByText('does not store this choice').waitFor();
    await page.locator('h1').click();
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).not.toBe('q');
  });
});

describe('a browser without a clipboard', () => {
  it('selects the citation and shows how to copy it', async () => {
    const page = await open(addressOf('entry'), {}, removals['a clipboard']);
    await page.locator('[data-copy]').first().click();
    await page.getByText('Selected: press Ctrl-C or ⌘C').waitFor();
    expect(await page.evaluate('getSelection().toString().length')).toBeGreaterThan(20);
  });
});

describe('a browser without :has and light-dark', () => {
  it('has the light colours and no switch of colours', async () => {
    const page = await open('/about/', { bypassCSP: true, colorScheme: 'dark' });
    await page.route('**/about/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replaceAll(/:has\(|light-dark\(/g, (name) => name.replace(/\w/, '-lacks-')),
      });
    });
    await page.reload();
    expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light');
    expect(await page.evaluate("getComputedStyle(document.querySelector('h1')).color")).toBe('rgb(23, 24, 26)');
    expect(await page.locator('.scheme').isVisible()).toBe(false);
  });
});

/** Opens a page that cannot load its scripts although JavaScript is on. */
async function openWithoutScripts(address: string): Promise<Page> {
  const page = await open('/data/');
  await page.route(/\.js$/, (route) => route.abort('blockedbyclient'));
  await page.goto(new URL(address, page.url()).href);
  return page;
}

describe('a browser that blocks scripts', () => {
  it('shows every kind of page, and its links lead to their pages', async () => {
    const page = await openWithoutScripts('/about/');
    const faults: string[] = [];
    for (const { address } of pageKinds) {
      await page.goto(new URL(address, page.url()).href);
      faults.push(...(await page.evaluate<string[]>(STOPPED_LINKS)));
    }
    expect(faults).toEqual([]);
  });

  it('leads from the search button to the search page, which says what does not work and lists everything', async () => {
    const page = await openWithoutScripts('/about/');
    await page.locator('#seek').fill('Minsk');
    await page.locator('.seek button').click();
    await page.waitForURL('**/search/?q=Minsk#index');
    await page.getByText('This field needs JavaScript').waitFor();
    expect(await page.locator('.letter a').first().isVisible()).toBe(true);
    expect(await page.locator('.keys').isVisible()).toBe(false);
  });

  it('says on the timeline that the filters do not work', async () => {
    const page = await openWithoutScripts('/timeline/');
    await page.getByText('The filters did not start.').waitFor();
    expect(await page.locator('tr[data-source]').first().isVisible()).toBe(true);
  });
});

describe.each([
  ['/search/', '#q'],
  ['/timeline/', '.filters output'],
])('a browser that runs the scripts of %s', (address, control) => {
  it('does not say that they did not start', async () => {
    const page = await open(address);
    await page.locator(control).waitFor();
    expect(await page.locator('.needs-script').isVisible()).toBe(false);
  });

  it('says without JavaScript that they need it', async () => {
    const page = await open(address, { javaScriptEnabled: false });
    expect(await page.locator('.needs-script').isVisible()).toBe(true);
  });
});
