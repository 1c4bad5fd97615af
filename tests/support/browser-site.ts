import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { pageKinds } from '../../scripts/page-kinds.ts';
import { NO_OTHER_HOST, startChromium } from '../../scripts/chromium.ts';
import { serveBuild, type ServedBuild } from '../../scripts/serve-build.ts';

/** Serves the built site, or another site, on loopback and starts a browser for the tests of a file. */
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
    /** Opens an address in a new context, after running `script` in the page. Throws on errors in the page; blocks other hosts. */
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

/** Returns the address of a page of a kind: 'entry', 'theme'. */
export const addressOf = (kind: string) => pageKinds.find((each) => each.kind === kind)!.address;

/** Waits until an expression is true in a page. Playwright's own `waitForFunction` evaluates text in the page, which the page's policy refuses. */
export async function until(page: Page, expression: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await page.evaluate(`Boolean(${expression})`)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`still false after 5 s: ${expression}`);
}
