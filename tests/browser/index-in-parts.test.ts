import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { serveBuild } from '../../scripts/browser/serve-build.ts';
import { searchablePages, withOtherPages, writeSearchIndex } from '../../scripts/build/search-index.ts';
import { readContent } from '../../scripts/content/read.ts';
import { askSite } from '../../scripts/search/ask-site.ts';
import { buildRecord } from '../../src/record/build.ts';
import type { IndexedPages } from '../../src/search/pagefind.ts';
import { catalogueOf } from '../../src/search/records.ts';
import { wordsOfPage } from '../built/page-words.ts';
import { builtPages } from '../built/pages.ts';
import { site } from './site.ts';

const folder = mkdtempSync(join(tmpdir(), 'record-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const base = (process.env.BASE_PATH ?? '').replace(/\/+$/, '');

/** The last build, and the same with an index in parts of a hundred pages, as an archive of thousands of pages has them. */
const whole = site();
const inParts = site(async () => {
  for (const part of ['_assets', 'index.html', '404.html', 'search']) cpSync(join('dist', part), join(folder, part), { recursive: true });
  const record = buildRecord(readContent(process.cwd()).content);
  await writeSearchIndex(folder, (heads) => withOtherPages(catalogueOf(record), heads, record.pageWords), searchablePages('dist'), 100);
  return serveBuild(0, folder, base);
});

/** Every twentieth word of all pages. */
function someWords(): string[] {
  const words = [...builtPages().values()].flatMap(({ document }) => [...wordsOfPage(document)]);
  return [...new Set(words)].toSorted().filter((_, index) => index % 20 === 0);
}

it('an index in parts finds all that one finds, and not without all its parts', { timeout: 180_000 }, async () => {
  const words = someWords();
  expect(words.length).toBeGreaterThan(100);
  const found = async ({ open }: ReturnType<typeof site>) => {
    const page = await open('/search/');
    const lists = await askSite(
      page,
      words.map((text) => ({ text, filters: {} })),
      base,
    );
    await page.context().close();
    return lists;
  };
  const file = join(folder, 'search/pages.json');
  const joined = JSON.parse(readFileSync(file, 'utf8')) as IndexedPages;
  expect(joined.parts).toBe(Math.ceil([...searchablePages('dist')].length / 100));

  const expected = await found(whole);
  const missing = (lists: string[][]) =>
    expected.flatMap((list, index) =>
      list.filter((address) => !lists[index]!.includes(address)).map((address) => `${words[index]}: ${address}`),
    );
  // A part that has not a word gives pages that have its beginning: more than one index does, never less.
  expect(missing(await found(inParts))).toEqual([]);

  writeFileSync(file, JSON.stringify({ ...joined, parts: 1 }));
  expect(missing(await found(inParts)).length).toBeGreaterThan(0);
});
