import { describe, expect, it } from 'vitest';
import { canRunPackaged, startPackagedChromium } from '../../scripts/browser/chromium.ts';

describe('startPackagedChromium', () => {
  it.skipIf(!canRunPackaged)('starts a Chromium that opens pages in several contexts', async () => {
    const browser = await startPackagedChromium();
    try {
      for (const text of ['first', 'second', 'third']) {
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.setContent(`<p>${text}</p>`);
        expect(await page.textContent('p')).toBe(text);
        await context.close();
      }
    } finally {
      await browser.close();
    }
  });
});
