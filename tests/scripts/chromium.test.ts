import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canRunPackaged, startPackagedChromium } from '../../scripts/chromium.ts';
import { temporaryFolder } from '../support/archive.ts';
import { callScript } from '../support/run-script.ts';

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

describe('startChromium', () => {
  it('names a CHROMIUM_PATH that does not exist', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'dist'));
    writeFileSync(join(cwd, 'dist/index.html'), 'home');
    const { status, stderr } = await callScript('screenshots', [], cwd, { CHROMIUM_PATH: '/nonexistent' });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^CHROMIUM_PATH "\/nonexistent" does not exist\n {4}→ /),
    });
  });
});
