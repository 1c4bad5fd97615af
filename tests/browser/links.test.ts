import { describe, expect, it } from 'vitest';
import { addressOf, site, until } from '../support/browser-site.ts';

const { open } = site();

/** Counts what a reader can see: not what is folded, and not what a filter hides. */
const VISIBLE = (selector: string) => `[...document.querySelectorAll('${selector}')].filter((each) => each.checkVisibility()).length`;

describe('the filters of relations', () => {
  it.each([true, false])('act on relations and open what is folded, with JavaScript: %s', async (javaScriptEnabled) => {
    const page = await open(addressOf('links'), { javaScriptEnabled });
    const count = async (selector: string) => Number(await page.evaluate(VISIBLE(selector)));
    const kinds = await count('.links-of');
    const [kind, article] = await page.locator('.link-filters select').all();
    const option = page.locator('option.qualifies');
    const expected = Number(/\((\d+)\)/.exec((await option.textContent())!)![1]);
    expect(await count('.pair')).toBeLessThan(expected);

    await kind!.selectOption((await option.textContent())!.trim());
    expect(await count('.links-of')).toBe(1);
    expect(await count('.pair')).toBe(expected);

    await article!.selectOption({ index: 1 });
    const both = Number(await page.evaluate("document.querySelectorAll('.pair.qualifies.a0').length"));
    expect(both).toBeGreaterThan(0);
    expect(await count('.pair')).toBe(both);

    await kind!.selectOption('All');
    await article!.selectOption('All');
    expect(await count('.links-of')).toBe(kinds);
  });

  it('can be set by keyboard', async () => {
    const page = await open(addressOf('links'));
    await page.locator('.link-filters select').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(VISIBLE('.links-of'))).toBe(1);
  });
});

describe('the page of a statement', () => {
  it('copies its sentence with speaker, source and address', async () => {
    const page = await open(addressOf('statement'));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy text with link' }).click();
    await until(page, "[...document.querySelectorAll('button')].some(({ textContent }) => textContent.trim().startsWith('Copied'))");
    const copied = String(await page.evaluate('navigator.clipboard.readText()'));
    const sentence = (await page.locator('h1').textContent())!.replaceAll('\u00a0', ' ');
    const speaker = (await page.locator('.chain .who').first().textContent())!.trim();
    for (const part of [sentence, speaker, addressOf('statement')]) expect(copied).toContain(part);
  });

  it('shows a relation on the first screen', async () => {
    const page = await open(addressOf('statement'), { viewport: { width: 1280, height: 900 } });
    const bottom = Number(await page.evaluate("document.querySelector('.relation').getBoundingClientRect().bottom"));
    expect(bottom).toBeLessThan(900);
  });

  it('leads to the same statement in an edition', async () => {
    const page = await open(addressOf('statement'));
    await page.locator('.about a[href^="/editions/"]').first().click();
    await page.waitForURL(/\/editions\/[\d.]+\/[\w-]+\/#s\d+$/);
    const { hash } = new URL(page.url());
    expect(await page.locator(`${hash} .number`).textContent()).toBe(hash.slice(2));
  });
});
