import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { citedPage, theBuild } from '../support/cited-build.ts';
import { isCitable } from '../support/citable-pages.ts';
import { builtPages, DIST } from '../support/built-pages.ts';

const pages = builtPages();
const { root } = theBuild(pages);
const { document } = parseHTML(readFileSync(join(DIST, 'sitemap-0.xml'), 'utf8')) as unknown as { document: Document };
const listed = new Map(
  [...document.querySelectorAll('url')].map((url) => [
    `/${url.querySelector('loc')!.textContent.slice(root.length)}`,
    url.querySelector('lastmod')?.textContent?.slice(0, 10),
  ]),
);

describe('the sitemap', () => {
  it('lists every page but redirects, past editions and withdrawn pages', () => {
    const indexed = [...pages].filter(
      ([address, { document }]) => address !== '/404.html' && !document.querySelector('meta[name=robots], main[data-pagefind-ignore]'),
    );
    expect(indexed.length).toBeGreaterThan(300);
    expect([...listed.keys()].toSorted()).toEqual(indexed.map(([address]) => address).toSorted());
  });

  it('has the date of the last change of every citable page and of no other page', () => {
    const changed = new Map(
      [...pages.values()].map((page) => {
        const isCited = isCitable(page.address) && !page.document.querySelector('meta[http-equiv=refresh]');
        return [page.address, isCited ? (JSON.parse(citedPage(page).json) as { modified: string }).modified : undefined];
      }),
    );
    expect([...listed].filter(([address, day]) => day !== changed.get(address))).toEqual([]);
  });
});
