import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Words that confused readers of this code, with the common word for each. */
const COMMON_WORDS: Record<string, string> = {
  'stands?': 'is, appears, is listed',
  anew: 'again',
  'foret(?:old|ell)': 'predicted',
  'at hand': 'available',
  beside: 'next to, in addition to',
  'to whom': 'to readers who',
  '(?<!there )(?:is|are) none': 'is not, there is no',
  '(?<!there )is no(?! longer)': 'is not a',
  'none of (?:the|its|their)': 'no, not one of',
  'so (?:many|few)': 'N, up to N, at least N',
  "of (?:its|their|one[’']s) own": 'its own, separate',
  'lets go': 'clears, releases',
  nowhere: 'not … anywhere',
  'mend(?:s|ed|ing)?': 'fix',
  parted: 'separated',
  'told|tells': 'reports, prints, distinguishes',
  'house|room': 'module, project, space',
};
const BANNED = new RegExp(`(?<![\\w-])(?:${Object.keys(COMMON_WORDS).join('|')})(?![\\w-])`, 'gi');

const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/[^\n]*|<!--[\s\S]*?-->/g;
const TITLE = /\b(?:describe|it|test)\((['"`])(.*?)\1,|\]\)\((['"`])(.*?)\3,/g;
/** Folders whose strings are messages for maintainers; strings elsewhere are mostly texts of pages. */
const MESSAGES = /^(?:scripts|src\/(?:loader|rules|editions|integrations))\//;

/** Returns the prose of a file: a document as a whole, of code the comments, test titles and messages. */
function prose(file: string, text: string): string {
  if (file.endsWith('.md') || MESSAGES.test(file)) return text;
  const titles = file.startsWith('tests/') ? [...text.matchAll(TITLE)].map((match) => match[2] ?? match[4]) : [];
  return [...(text.match(COMMENT) ?? []), ...titles].join('\n');
}

const banned = (file: string, text: string) =>
  (prose(file, text).match(BANNED) ?? []).map((word) => `${file}: “${word}” (write: ${commonWord(word)})`);

const commonWord = (word: string) => Object.entries(COMMON_WORDS).find(([pattern]) => new RegExp(`(?:${pattern})$`, 'i').test(word))?.[1];

describe('plain English', () => {
  const files = globSync(['{src,scripts,tests}/**/*.{ts,astro,mjs,css,md}', '*.{md,ts,js,mjs}', '.github/**/*.{md,yml}'])
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('tests/fixtures/') && !file.endsWith('/plain-english.test.ts'));

  it('is used in every comment, message, test title and document', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => banned(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  it.each([
    ['src/a.ts', '/** What stands here. */'],
    ['scripts/a.ts', "throw new Error('is none of the values')"],
    ['tests/a.test.ts', "it('is read anew', () => {})"],
    ['README.md', 'The reader to whom it is told.'],
  ])('is not found in %s: %s', (file, text) => expect(banned(file, text)).not.toEqual([]));
});
