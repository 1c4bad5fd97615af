import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { serveBuild } from '../../scripts/browser/serve-build.ts';
import { searchablePages, siteCatalogue, writeSearchIndex } from '../../scripts/build/search-index.ts';
import { currentRecord } from '../../scripts/content/current.ts';
import type { IndexedPages } from '../../src/search/pagefind.ts';
import { wordsOfPage } from '../built/page-words.ts';
import { builtPages } from '../built/pages.ts';
import { askWords } from './ask-words.ts';
import { site } from './site.ts';

const folder = mkdtempSync(join(tmpdir(), 'record-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The last build, and the same with an index in parts of a hundred pages, as an archive of thousands of pages has them. */
const whole = site();
const inParts = site(async () => {
  for (const part of ['_assets', 'index.html', '404.html', 'search']) cpSync(join('dist', part), join(folder, part), { recursive: true });
  await writeSearchIndex(folder, (heads) => siteCatalogue(currentRecord(), heads), searchablePages('dist'), 100);
  return serveBuild(0, folder);
});

/** Every twentieth word of all pages. */
function someWords(): string[] {
  const words = [...builtPages().values()].flatMap(({ document }) => [...wordsOfPage(document)]);
  return [...new Set(words)].toSorted().filter((_, index) => index % 20 === 0);
}

it('an index in parts finds all that one finds, and not without all its parts', { timeout: 180_000 }, async () => {
  const words = someWords();
  expect(words.length).toBeGreaterThan(100);
  const file = join(folder, 'search/pages.json');
  const joined = JSON.parse(readFileSync(file, 'utf8')) as IndexedPages;
  expect(joined.parts).toBe(Math.ceil([...searchablePages('dist')].length / 100));

  const expected = await askWords(whole, words);
  const missing = (lists: string[][]) =>
    expected.flatMap((list, index) =>
      list.filter((address) => !lists[index]!.includes(address)).map((address) => `${words[index]}: ${address}`),
    );
  // A part that has not a word gives pages that have its beginning: more than one index does, never less.
  expect(missing(await askWords(inParts, words))).toEqual([]);

  writeFileSync(file, JSON.stringify({ ...joined, parts: 1 }));
  expect(missing(await askWords(inParts, words)).length).toBeGreaterThan(0);
});
