import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const WORDS =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** Lines of a text that speak of another number of articles. */
const wrong = (text: string, number: number) =>
  text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/\b([a-z]+) (?:source )?articles\b/gi)]
        .filter(
          ([, word]) =>
            WORDS.includes(word!.toLowerCase()) && WORDS.indexOf(word!.toLowerCase()) > 1 && WORDS.indexOf(word!.toLowerCase()) !== number,
        )
        .map(([said]) => `${index + 1}: ${said}`),
    );

describe('what the pages say of the number of articles', () => {
  const number = globSync('content/entries/*/index.mdx', { cwd: root }).length;

  it('is how many there are: change the words, and the years beside them, when one is added', () => {
    const files = [...globSync('src/**/*.{astro,ts}', { cwd: root }), 'README.md'].toSorted();
    const found = files.flatMap((file) => wrong(readFileSync(join(root, file), 'utf8'), number).map((line) => `${file}:${line}`));
    expect(found).toEqual([]);
  });

  it('is found where it is wrong', () => {
    expect(wrong('in the five articles\nNo articles, the articles, one article', 6)).toEqual(['1: five articles']);
    expect(wrong('The six source articles', 6)).toEqual([]);
  });
});
