import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparableWords, readArticle } from '../../scripts/article-texts.ts';
import { readContent } from '../../src/loader/load-record.ts';
import { builtPages } from '../support/built-pages.ts';

/** Number of consecutive words of an article that may not appear outside quotation marks (editorial rule 3). */
const RUN = 8;
const SOURCES = '../shared/sources';

describe.skipIf(!existsSync(SOURCES))('every page of the build', () => {
  it(`has fewer than ${RUN} consecutive words of an article outside quotation marks and titles`, () => {
    const { content } = readContent(process.cwd());
    const runs = new Set<string>();
    for (const { id, data } of content.entries) {
      if (!existsSync(join(SOURCES, id))) continue;
      const title = comparableWords(data.source.title).join(' ');
      for (const text of readArticle(SOURCES, id).values())
        for (const run of shingles(comparableWords(text))) if (!title.includes(run)) runs.add(run);
    }
    const faults = [...builtPages().values()].flatMap(({ address, document }) => {
      const text = (document.querySelector('main')?.textContent ?? '').replace(/“[^”]*”|‘[^‘]*?’(?![\p{L}\p{N}])/gu, '|');
      return text.split('|').flatMap((part) =>
        shingles(comparableWords(part))
          .filter((run) => runs.has(run))
          .map((run) => `${address}: ${run}`),
      );
    });
    expect(runs.size).toBeGreaterThan(1000);
    expect(faults).toEqual([]);
  });
});

function shingles(words: readonly string[]): string[] {
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, index) => words.slice(index, index + RUN).join(' '));
}
