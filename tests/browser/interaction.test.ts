import { describe, expect, it } from 'vitest';
import { addressOf, site, until } from '../support/browser-site.ts';

const { open } = site();

describe('a preview', () => {
  it('opens when a pointer rests on a link in the text, links to the page, and closes with Escape', async () => {
    const page = await open(addressOf('theme'));
    const link = page.locator('.cite a').first();
    await link.hover();
    const preview = page.locator('.preview');
    await preview.locator('.whole').waitFor();
    expect(await preview.locator('.whole').getAttribute('href')).toContain((await link.getAttribute('href'))!);
    expect(await preview.locator('div').first().textContent()).not.toBe('');
    await page.keyboard.press('Escape');
    expect(await preview.isVisible()).toBe(false);
  });

  it('keeps the styles that other scripts have added to the page', async () => {
    const page = await open(addressOf('theme'));
    const button = page.locator('.statement .to-notebook').first();
    const before = (await button.boundingBox())!.width;
    await page.locator('.cite a').first().hover();
    await page.locator('.preview .whole').waitFor();
    expect((await button.boundingBox())!.width).toBe(before);
  });

  it('closes when the pointer leaves the link and the box', async () => {
    const page = await open(addressOf('theme'));
    await page.locator('.cite a').first().hover();
    await page.locator('.preview').waitFor();
    await page.locator('h1').hover();
    await page.locator('.preview').waitFor({ state: 'hidden' });
  });

  it('does not stop a click, which leads to the page', async () => {
    const page = await open(addressOf('theme'));
    const link = page.locator('.cite a').first();
    const target = (await link.getAttribute('href'))!;
    await link.click();
    await page.waitForURL(`**${target}`);
  });

  it('opens on a tap on the number of a statement, and not on a tap on another link', async () => {
    const page = await open(addressOf('theme'), { hasTouch: true, isMobile: true, viewport: { width: 360, height: 700 } });
    await page.locator('.cite a').first().tap();
    await page.locator('.preview .whole').waitFor();
    expect(new URL(page.url()).pathname).toBe(addressOf('theme'));
    await page.keyboard.press('Escape');
    await page.locator('.statement .text a').first().tap();
    await page.waitForURL(/\/s\d+\/$/);
  });

  it('opens on a tap between the cells of a strip, for the nearest one, and leads to its page', async () => {
    const page = await open('/', { hasTouch: true, isMobile: true, viewport: { width: 360, height: 700 } });
    const cell = page.locator('.cells > a').nth(4);
    await cell.scrollIntoViewIfNeeded();
    const box = (await cell.boundingBox())!;
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height + 3);
    const more = page.locator('.preview .whole');
    await more.waitFor();
    const target = (await cell.getAttribute('href'))!;
    expect(await more.getAttribute('href')).toContain(target);
    expect(await cell.getAttribute('class')).toContain('shown');
    await more.tap();
    await page.waitForURL(`**${target}`);
  });

  it('opens when a pointer rests on a mark in a strip, with the sentence and its speaker', async () => {
    const page = await open('/');
    const mark = page.locator('.cells > a').nth(4);
    await mark.hover();
    const preview = page.locator('.preview');
    await preview.locator('.whole').waitFor();
    const sentence = await preview.locator('.text').textContent();
    const speaker = await preview.locator('.facts b').textContent();
    expect(await preview.locator('.text').evaluate((element) => getComputedStyle(element).fontWeight)).toBe('400');
    await mark.click();
    await page.waitForURL(/\/s\d+\/$/);
    expect((await page.locator('h1').textContent())!.trim()).toBe(sentence);
    expect(speaker).toContain((await page.locator('.chain .who').first().textContent())!.trim());
  });

  it('closes when the keyboard follows its link to another place of the page, or leaves it', async () => {
    const page = await open(addressOf('entry'));
    const link = page.locator('.precis .cite a[href^="#"]').first();
    const focus = async () => {
      await link.focus();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      await page.locator('.preview .whole').waitFor();
    };
    await focus();
    await page.keyboard.press('Enter');
    await page.locator('.preview').waitFor({ state: 'hidden' });
    await focus();
    await page.locator('.masthead a').first().focus();
    await page.locator('.preview').waitFor({ state: 'hidden' });
  });

  it('does not open on links in lists and facts', async () => {
    const page = await open(addressOf('theme'));
    await page.locator('.statement .text a').first().hover();
    await page.waitForTimeout(800);
    expect(await page.locator('.preview').count()).toBe(0);
  });

  it('opens when a link keeps the keyboard focus, inside the window', async () => {
    const page = await open(addressOf('entry'), { viewport: { width: 560, height: 700 } });
    await page.locator('.precis .cite a').first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.locator('.preview .whole').first().waitFor();
    const box = (await page.locator('.preview').boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(560);
  });

  it('leaves a plain link without JavaScript', async () => {
    const page = await open(addressOf('theme'), { javaScriptEnabled: false });
    await page.locator('.cite a').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/entries\/[\w-]+\/s\d+\/$/);
  });
});

describe('the filters of the timeline', () => {
  it('show and count the matching items, and store the choice in the URL', async () => {
    const page = await open('/timeline/');
    const rows = page.locator('tr[data-source]:visible');
    const all = await rows.count();
    const source = (await page.locator('input[name=source]').last().getAttribute('value'))!;
    await page.locator('input[name=source]').last().check();
    await page.getByRole('radio', { name: 'Happened' }).check();
    const shown = await rows.count();
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(all);
    expect(await page.locator('.filters output').textContent()).toBe(`${shown} of ${all} events and publications`);
    expect(new URL(page.url()).search).toBe(`?source=${source}&status=happened`);
    await page.goBack();
    expect(new URL(page.url()).search).toBe(`?source=${source}`);
    await expect.poll(() => rows.count()).toBeGreaterThan(shown);
    expect(await page.locator('input[name=status]:checked').getAttribute('value')).toBe('');
    await page.goForward();
    await expect.poll(() => rows.count()).toBe(shown);
    await page.reload();
    await rows.first().waitFor();
    expect(await rows.count()).toBe(shown);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => rows.count()).toBe(all);
    expect(new URL(page.url()).search).toBe('');
  });

  it('act on the drawing and on the events without a date', async () => {
    const page = await open('/timeline/?status=conditional');
    await page.locator('.ev.off').first().waitFor();
    const matching = await page.locator('tr[data-status=conditional]').count();
    expect((await page.locator('.ev:not(.off)').count()) + (await page.locator('.shelf li:visible').count())).toBe(matching);
    expect(await page.locator('.ev.off:not([tabindex="-1"])').count()).toBe(0);
  });

  it('read theme and actor from the URL', async () => {
    const page = await open('/timeline/');
    const theme = (await page.locator('select[name=theme] option').nth(1).getAttribute('value'))!;
    await page.goto(new URL(`?theme=${theme}&status=none-of-these`, page.url()).href);
    await page.locator('.filters details[open]').waitFor();
    expect(await page.locator('select[name=theme]').inputValue()).toBe(theme);
    expect(await page.locator(`tr[data-source]:visible:not([data-theme~="${theme}"])`).count()).toBe(0);
  });

  it('are hidden without JavaScript, with the complete list', async () => {
    const page = await open('/timeline/', { javaScriptEnabled: false });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('tr[data-source]:visible').count()).toBeGreaterThan(50);
  });
});

describe('the tips of the timeline', () => {
  it('open by pointer and by focus, and close with Escape', async () => {
    const page = await open('/timeline/');
    const [tip, mark] = [page.locator('.tip'), page.locator('.ev').first()];
    const title = (await mark.getAttribute('data-tip'))!.split(' · ')[0]!;
    await mark.locator('.mark').first().hover();
    expect(await tip.locator('b').textContent()).toBe(title);
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'hidden' });
    await page.mouse.move(0, 0); // A page that scrolls would bring another mark under the pointer.
    await page.locator('.filters summary').focus();
    for (let stops = 0; stops < 20 && !(await mark.evaluate((link) => link === document.activeElement)); stops++)
      await page.keyboard.press('Tab');
    expect(await tip.locator('b').textContent()).toBe(title);
  });
});

describe('light and dark', () => {
  const paper = 'getComputedStyle(document.documentElement).backgroundColor';

  it('follow the switch, which keeps its state after a reload', async () => {
    const page = await open('/about/', { colorScheme: 'light' });
    const light = await page.evaluate(paper);
    await page.locator('.scheme label', { hasText: 'Dark' }).click();
    expect(await page.evaluate(paper)).not.toBe(light);
    await page.reload();
    expect(await page.locator('#dark').isChecked()).toBe(true);
  });
});

describe('the not-found page', () => {
  it('suggests the nearest address', async () => {
    const address = addressOf('actor');
    const page = await open(address.replace(/.\/$/, 'x/'));
    await page.locator('nearest-pages a').first().waitFor();
    expect(await page.locator('nearest-pages a').allTextContents()).toContain(address);
  });
});

describe('the cite box', () => {
  it('copies a citation by keyboard and confirms it', async () => {
    const page = await open(addressOf('statement'));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const button = page.locator('[data-copy]:visible').first();
    await button.focus();
    await page.keyboard.press('Enter');
    await until(page, "[...document.querySelectorAll('[data-copy]')].some((each) => each.textContent.startsWith('Copied'))");
    const copied = String(await page.evaluate('navigator.clipboard.readText()'));
    expect(copied).toContain(addressOf('statement'));
  });
});

describe('a printed page', () => {
  it('shows its address and hides navigation and search', async () => {
    const page = await open(addressOf('entry'));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.printed').isVisible()).toBe(true);
    expect(await page.locator('.masthead nav').isVisible()).toBe(false);
    expect(await page.locator('.seek').isVisible()).toBe(false);
  });
});

describe('a heading of a section', () => {
  it('is a link to itself, except in a fold', async () => {
    const page = await open(addressOf('theme'));
    const headings = page.locator('main h2[id]:not(summary *)');
    expect(await headings.count()).toBeGreaterThan(1);
    expect(await headings.locator('a').count()).toBe(await headings.count());
    await headings.last().locator('a').click();
    expect(new URL(page.url()).hash).toBe(`#${await headings.last().getAttribute('id')}`);
  });
});
