import { preview } from 'astro';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startChromium } from './chromium.ts';

/** The built site served on loopback, and a browser to read it with. */
export function site() {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof preview>>;
  let origin = '';

  beforeAll(async () => {
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    server = await preview({ root: process.cwd(), logLevel: 'error', server: { host: '127.0.0.1', port: 0 } });
    origin = `http://127.0.0.1:${server.port}`;
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  return {
    /** Opens an address in a context of its own; fails on errors in the page and on requests to other hosts. */
    async open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.on('pageerror', (error) => {
        throw error;
      });
      await page.route('**/*', (route) => (route.request().url().startsWith(origin) ? route.continue() : route.abort()));
      await page.goto(origin + address);
      return page;
    },
  };
}
