import { globSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { serveBuild, type ServedBuild } from '../browser/serve-build.ts';
import { precompress } from '../hosting/precompress.ts';
import { askAll } from '../search/ask-site.ts';
import type { Asked } from '../search/quality.ts';
import type { Query } from '../search/query-set.ts';

/** A search that is measured, served from a folder. */
export interface Contender {
  name: string;
  /** Folder that is served as the root of a site. */
  folder: string;
  /** Page on which one searches. */
  address: string;
  /** Selector of the results’ links, first result first. */
  results: string;
  /** Whether it can filter; where it cannot, it is not asked what is filtered. */
  filters: boolean;
  /** Milliseconds that making its index took, of pages that are built. */
  built: number;
  /** Files of its index, as patterns within the folder. */
  index: readonly string[];
}

/** Brotli’s quality for files that are compressed once, and for those of so many that it would take minutes. */
const QUALITY = 11;
const QUALITY_OF_MANY = 9;
const MANY = 2_000;

/** Serves a contender as a good host does, its texts compressed. */
export async function serveContender({ folder, index }: Contender): Promise<ServedBuild> {
  const files = index.reduce((sum, pattern) => sum + globSync(pattern, { cwd: folder }).length, 0);
  await precompress(folder, files > MANY ? QUALITY_OF_MANY : QUALITY);
  return serveBuild(0, folder, '/');
}

/** Every query that a contender can be asked, with its answers. */
export async function askContender(
  browser: Browser,
  { filters, address }: Contender,
  origin: string,
  queries: readonly Query[],
): Promise<Asked[]> {
  const page: Page = await browser.newPage();
  page.setDefaultTimeout(300_000);
  await page.goto(origin + address);
  const asked = await askAll(page, filters ? queries : queries.filter((query) => Object.keys(query.filters).length === 0));
  await page.close();
  return asked;
}

/**
 * A page with nothing but a search field and a list, for a rival. The script defines `load()`, which readies it, and
 * `find(text, filters)`, which gives every result as `{ url, title }`, best first; `wait` is the pause after a key before it is asked, in ms.
 */
export function rivalPage(script: string, wait: number): string {
  return `<!doctype html><html lang="en"><title>Search</title><record-search><input type="search" id="q" aria-label="Search"><ol class="results"></ol></record-search>
<script type="module">${script}
customElements.define('record-search', class extends HTMLElement {
  #ready; #timer;
  #load() { return (this.#ready ??= load()); }
  async find(text, filters = {}) { await this.#load(); return find(text, filters, Infinity); }
  connectedCallback() {
    const input = this.querySelector('input'), list = this.querySelector('ol');
    input.addEventListener('focus', () => this.#load());
    input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(async () => {
        await this.#load();
        const text = input.value, found = await find(text, {}, 10);
        if (text !== input.value) return;
        list.replaceChildren(...found.map(({ url, title }) => {
          const item = document.createElement('li'), link = document.createElement('a');
          link.href = url; link.textContent = title; item.append(link); return item;
        }));
      }, ${wait});
    });
  }
});
</script></html>`;
}
