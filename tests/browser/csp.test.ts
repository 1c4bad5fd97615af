import { describe, expect, it } from 'vitest';
import { pageKinds } from '../../scripts/page-kinds.ts';
import { site, until } from '../support/browser-site.ts';

const { open } = site();

/** Collects the violations of the policy that the browser reports to the page. */
const LISTEN =
  "window.refused = []; document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => window.refused.push(`${violatedDirective} ${blockedURI} ${sourceFile}`));";

describe('the security policy', () => {
  it.each(pageKinds)('blocks nothing that $kind needs', async ({ address }) => {
    const page = await open(address, {}, LISTEN);
    const link = page.locator('main .cite a:visible, main a[href*="/actors/"]:visible').first();
    if ((await link.count()) > 0) await link.click();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate('window.refused')).toEqual([]);
    await page.context().close();
  });

  it('allows the search to compile and run', async () => {
    const page = await open('/search/?q=Sakhalin', {}, LISTEN);
    await page.locator('.results li').first().waitFor();
    expect(await page.evaluate('window.refused')).toEqual([]);
  });

  /** Returns a script that adds an element with properties to the page. */
  const add = (name: string, properties: Record<string, string>) =>
    `document.body.append(Object.assign(document.createElement('${name}'), ${JSON.stringify(properties)}))`;

  it.each([
    ['an inline script', add('script', { textContent: 'window.ran = true' }), /^script-src/],
    ['a script of another host', add('script', { src: 'https://example.org/a.js' }), /^script-src/],
    ['an event handler', add('div', { innerHTML: '<img src="/none.png" onerror="window.ran = true">' }), /^script-src/],
    ['a style that is not the page’s own', add('style', { textContent: 'p{}' }), /^style-src/],
    ['a picture of another host', add('img', { src: 'https://example.org/a.png' }), /^img-src/],
    ['a request to another host', "fetch('https://example.org/').catch(() => {})", /^connect-src/],
    ['a frame', add('iframe', { src: '/about/' }), /^(?:frame|default)-src/],
    ['another base', "document.head.insertAdjacentHTML('beforeend', '<base href=\"https://example.org/\">')", /^base-uri/],
    // The browser reports the violation and throws an error, which this script catches.
    ['text as code', "setTimeout(() => { try { Function('window.ran = true')(); } catch {} }, 0)", /^script-src/],
  ])('blocks %s', async (_, script, refused) => {
    const page = await open('/about/', {}, LISTEN);
    await page.evaluate(script);
    await until(page, 'window.refused.length > 0');
    expect(String(await page.evaluate('window.refused[0]'))).toMatch(refused);
    expect(await page.evaluate('window.ran')).toBeUndefined();
  });
});
