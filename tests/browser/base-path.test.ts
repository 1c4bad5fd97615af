import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, describe, expect, it } from 'vitest';
import { serveBuild } from '../../scripts/serve-build.ts';
import { copyProjectFiles } from '../../scripts/project-copies.ts';
import { archive } from '../support/archive.ts';
import { site } from '../support/browser-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'record-base-path-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds the fixture archive as a site under `/record/`. */
const { open } = site(async () => {
  copyProjectFiles(folder, process.cwd(), ['.fonts']);
  cpSync(join(archive, 'content'), join(folder, 'content'), { recursive: true });
  // The test runner's own variables (BASE_URL, NODE_ENV) would reach the build.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, SITE_URL: 'https://example.org', BASE_PATH: '/record' };
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: folder, encoding: 'utf8', env, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return serveBuild(0, join(folder, 'dist'), '/record');
});

const LISTEN =
  "window.refused = []; document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => window.refused.push(violatedDirective + ' ' + blockedURI));";

describe('a site under a base path', () => {
  it('has only links, scripts, images and forms that lead to existing files under the base path', async () => {
    const start = (await open('/')).url();
    const { faults, fetched } = await crawl(start);
    expect(faults).toEqual([]);
    expect(fetched).toBeGreaterThan(100);
  });

  it('returns 404 outside the base path', async () => {
    const { origin } = new URL((await open('/')).url());
    expect((await fetch(`${origin}/`)).status).toBe(404);
    expect((await fetch(`${origin}/actors/norrow/`)).status).toBe(404);
  });

  it.each(['Торнбери', 'ソーンベリー', 'Thornbury'])('finds %s and opens its page', async (query) => {
    const page = await open('/search/', {}, LISTEN);
    await page.locator('#q').fill(query);
    await page.locator('#best [role=option]').first().click();
    await page.waitForURL(/\/record\/actors\/ilse-thornbury\/$/);
    expect(await page.evaluate('window.refused')).toEqual([]);
  });

  it('searches from the header form without JavaScript', async () => {
    const page = await open('/about/', { javaScriptEnabled: false });
    await page.locator('#seek').fill('pact');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/record\/search\/\?q=pact#index$/);
  });

  it('opens previews', async () => {
    const page = await open('/themes/ferries/', {}, LISTEN);
    await page.locator('.cite a').first().hover();
    await page.locator('.preview .whole').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/record/themes/ferries/');
    expect(await page.evaluate('window.refused')).toEqual([]);
  });

  it('loads its own fonts', async () => {
    const page = await open('/about/');
    await page.reload();
    const loaded = await page.evaluate(
      "document.fonts.ready.then((fonts) => [...fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family.replaceAll('\"', '')))",
    );
    expect(loaded).toEqual(expect.arrayContaining(['Source Serif 4', 'Source Sans 3']));
  });

  it('suggests addresses under the base path on the not-found page', async () => {
    const page = await open('/actors/norow/');
    await page.locator('nearest-pages a').first().waitFor();
    expect(await page.locator('nearest-pages a').first().getAttribute('href')).toBe('/record/actors/norrow/');
  });

  it('has the base path in the files for hosts, browsers and crawlers', async () => {
    const read = (file: string) => readFileSync(join(folder, 'dist', file), 'utf8');
    expect(
      read('_headers')
        .match(/^\/.*$/gm)!
        .filter((path) => !path.startsWith('/record/')),
    ).toEqual([]);
    const search = parseHTML(read('opensearch.xml')).document.querySelectorAll('Url');
    expect([...search].map((address) => address.getAttribute('template'))).toEqual([
      'https://example.org/record/search/?q={searchTerms}',
      'https://example.org/record/opensearch.xml',
    ]);
    const { start_url, scope, icons } = JSON.parse(read('manifest.webmanifest')) as Record<'start_url' | 'scope', string> & {
      icons: { src: string }[];
    };
    for (const address of [start_url, scope, ...icons.map(({ src }) => src)])
      expect(new URL(address, 'https://example.org/record/manifest.webmanifest').pathname).toMatch(/^\/record\//);
    expect(read('sitemap-0.xml').match(/<loc>(?!https:\/\/example\.org\/record\/)/g)).toBeNull();
    expect(read('changes/feed.xml').match(/https:\/\/example\.org\/(?!record\/)/g)).toBeNull();
  });
});

describe('crawl', () => {
  it('reports a link outside the base path and a broken link', async () => {
    appendFileSync(join(folder, 'dist/about/index.html'), '<a href="/outside/">outside</a><a href="/record/nowhere/">nowhere</a>');
    const { origin, stop } = await serveBuild(0, join(folder, 'dist'), '/record');
    const { faults } = await crawl(`${origin}/`);
    await stop();
    expect(faults.toSorted()).toEqual([`${origin}/about/ leads to /outside/`, `${origin}/nowhere/: 404`]);
  });
});

/** Fetches everything that pages link to, from one page on. Returns links that lead outside the base path or fail. */
async function crawl(start: string): Promise<{ faults: string[]; fetched: number }> {
  const faults: string[] = [];
  const seen = new Set([start]);
  for (const address of seen) {
    const response = await fetch(address);
    if (response.status !== 200) faults.push(`${address}: ${response.status}`);
    const body = await response.text();
    if (!response.headers.get('content-type')!.startsWith('text/html')) continue;
    for (const element of parseHTML(body).document.querySelectorAll('[href], [src], [action]')) {
      const target = new URL(element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action')!, address);
      target.hash = target.search = '';
      if (target.href.startsWith(start)) seen.add(target.href);
      else if (target.origin === new URL(start).origin) faults.push(`${address} leads to ${target.pathname}`);
    }
  }
  return { faults, fetched: seen.size };
}
