import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtPages, DIST } from './pages.ts';

const pages = builtPages();

describe('every page of the build', () => {
  it('is there', () => expect(pages.size).toBeGreaterThan(300));

  it('links only to what answers, anchors included', () => {
    const ids = new Map(
      [...pages].map(([address, { document }]) => [address, new Set([...document.querySelectorAll('[id]')].map(({ id }) => id))]),
    );
    const dangling: string[] = [];
    for (const { address, document } of pages.values()) {
      for (const element of document.querySelectorAll('a[href], link[href], script[src], img[src]')) {
        const href = element.getAttribute('href') ?? element.getAttribute('src')!;
        const url = new URL(href, `http://site.invalid${address}`);
        if (url.host !== 'site.invalid' || element.getAttribute('rel') === 'canonical') continue;
        const path = decodeURIComponent(url.pathname);
        const found = pages.has(path) || (!path.endsWith('/') && existsSync(join(DIST, path)));
        if (!found || (url.hash && !ids.get(path)?.has(decodeURIComponent(url.hash.slice(1))))) dangling.push(`${address} → ${href}`);
      }
    }
    expect(dangling).toEqual([]);
  });

  it('has one h1, a title of its own and a description', () => {
    const titles = new Map<string, string>();
    const faults: string[] = [];
    for (const { address, document } of pages.values()) {
      if (document.querySelectorAll('h1').length !== 1) faults.push(`${address}: ${document.querySelectorAll('h1').length} h1`);
      const title = document.title;
      if (titles.has(title)) faults.push(`${address}: title as of ${titles.get(title)}`);
      titles.set(title, address);
      if (!document.querySelector('meta[name=description]')?.getAttribute('content')) faults.push(`${address}: no description`);
    }
    expect(faults).toEqual([]);
  });

  it('has no id twice', () => {
    const faults = [...pages.values()].flatMap(({ address, document }) => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${address}: #${id}`);
    });
    expect(faults).toEqual([]);
  });

  it('keeps its headings in order', () => {
    const faults = [...pages.values()].flatMap(({ address, document }) => {
      const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1]));
      return levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1) ? [`${address}: ${levels.join(' ')}`] : [];
    });
    expect(faults).toEqual([]);
  });

  it('has no white space at the ends of its links, where an underline would show it', () => {
    const faults = [...pages.values()].flatMap(({ address, html }) =>
      [...html.matchAll(/<a(?:\s[^>]*)?>(?:\s[^<]*|[^<]*\s)<\/a>/g)].map(([link]) => `${address}: ${link.slice(0, 120)}`),
    );
    expect(faults).toEqual([]);
  });

  it('holds no inline style, no event handler and no leaked path', () => {
    const faults = [...pages.values()].flatMap(({ address, html, document }) => [
      ...(document.querySelector('[style], [onclick], [onload]') ? [`${address}: inline style or handler`] : []),
      ...(/(?:file:\/\/|\/node_modules\/|undefined|\[object Object\])/.test(html) ? [`${address}: leak`] : []),
    ]);
    expect(faults).toEqual([]);
  });
});
