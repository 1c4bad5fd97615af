import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageKinds } from '../../scripts/page-kinds.ts';
import { site } from '../support/browser-site.ts';

const { open } = site();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  id: string;
  help: string;
  nodes: { target: string[] }[];
}

describe.each(pageKinds)('$kind', ({ address }) => {
  let page: Page;
  beforeAll(async () => {
    page = await open(address, { viewport: { width: 1280, height: 900 }, bypassCSP: true });
    await page.addScriptTag({ content: axe });
  });
  afterAll(() => page?.context().close());

  it.each(['light', 'dark'] as const)('has no axe violations in the %s colour scheme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    const findings = await page.evaluate<Finding[]>('axe.run().then(({ violations }) => violations)');
    expect(
      findings.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}: ${nodes
            .slice(0, 3)
            .map(({ target }) => target.join(' '))
            .join(', ')}`,
      ),
    ).toEqual([]);
  });

  it.each([320, 768])('fits a window of %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});
