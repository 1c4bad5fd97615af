import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { NO_OTHER_HOST, startChromium } from '../../scripts/browser/chromium.ts';
import { serveBuild, type ServedBuild } from '../../scripts/browser/serve-build.ts';

/** The built site served on loopback, or another, and a browser to read it with. */
export function site(serve: () => Promise<ServedBuild> = serveBuild) {
  let browser: Browser;
  let served: ServedBuild;

  beforeAll(async () => {
    served = await serve();
    browser = await startChromium(NO_OTHER_HOST);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  return {
    /** Opens an address in a context of its own; fails on errors in the page; other hosts do not answer. A script, if given, runs before those of the page. */
    async open(address: string, options: BrowserContextOptions = {}, script?: string): Promise<Page> {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.on('pageerror', (error) => {
        throw error;
      });
      if (script) await page.addInitScript(script);
      await page.goto(served.origin + address);
      return page;
    },
  };
}

/** Waits until an expression is true in a page. (Playwright's own waiting evaluates text in the page, which the page's policy refuses.) */
export async function until(page: Page, expression: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await page.evaluate(`Boolean(${expression})`)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never true: ${expression}`);
}
