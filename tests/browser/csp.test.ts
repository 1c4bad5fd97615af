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

  it.each([
    [
      'an inline script',
      "const a = document.createElement('script'); a.textContent = 'window.ran = true'; document.body.append(a)",
      /^script-src/,
    ],
    [
      'a script of another host',
      "const a = document.createElement('script'); a.src = 'https://example.org/a.js'; document.body.append(a)",
      /^script-src/,
    ],
    [
      'an event handler',
      'document.body.insertAdjacentHTML(\'beforeend\', \'<img src="/none.png" onerror="window.ran = true">\')',
      /^script-src/,
    ],
    [
      'a style that is not the page’s own',
      "const a = document.createElement('style'); a.textContent = 'p{}'; document.head.append(a)",
      /^style-src/,
    ],
    ['a picture of another host', "new Image().src = 'https://example.org/a.png'", /^img-src/],
    ['a request to another host', "fetch('https://example.org/').catch(() => {})", /^connect-src/],
    [
      'a frame',
      "document.body.append(document.createElement('iframe')); document.querySelector('iframe').src = '/about/'",
      /^(?:frame|default)-src/,
    ],
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
