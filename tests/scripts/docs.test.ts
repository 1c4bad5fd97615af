import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync(['.github/*.md', 'src/*/README.md'], { cwd: root }).toSorted()];
const workflows = globSync('.github/workflows/*.yml', { cwd: root }).toSorted();
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);

/** Returns the links of a Markdown page to files and headings that do not exist. */
function findBrokenLinks(file: string, text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)];
  return links.flatMap(([link, path, anchor]) => {
    const target = path ? join(dirname(file), path) : file;
    if (!existsSync(join(root, target))) return [link];
    return anchor && !headingAnchors(target === file ? text : read(target)).includes(anchor) ? [link] : [];
  });
}

/** Returns the anchors of headings, as GitHub generates them. */
const headingAnchors = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Returns the npm scripts in a text that package.json does not have. */
const findUnknownScripts = (text: string) =>
  [...text.matchAll(/npm run ([a-z:-]+)/g)].flatMap(([, name]) => (scripts.includes(name!) ? [] : [name]));

test.each(pages)('%s links only to files and headings that exist', (file) => {
  expect(findBrokenLinks(file, read(file))).toEqual([]);
});

/** Returns the names of files in backticks that no file of the project has. */
const findUnknownFiles = (text: string) =>
  [...text.matchAll(/`([\w./-]+\.(?:ts|astro|css|yaml|json))`/g)].flatMap(([, file = '']) =>
    globSync([`**/${file}`, file], { cwd: root, exclude: ['node_modules', 'dist'] }).length > 0 ? [] : [file],
  );

test.each(pages.filter((page) => page.startsWith('src/')))('%s names only files that exist', (page) => {
  expect(findUnknownFiles(read(page).replaceAll(/`(?:data|search)\/[\w.]+`/g, ''))).toEqual([]);
  expect(findUnknownFiles('see `none.ts`')).toEqual(['none.ts']);
});

test('findBrokenLinks returns links to unknown files and headings', () => {
  const text = '# A heading, here\n[a](#a-heading-here) [b](#b) [c](none.md) [d](README.md#none)';
  expect(findBrokenLinks('CONTRIBUTING.md', text)).toEqual(['](#b)', '](none.md)', '](README.md#none)']);
});

test.each(['README.md', 'CONTRIBUTING.md', '.github/publishing.md', ...workflows])('%s names only scripts of package.json', (file) => {
  expect(findUnknownScripts(read(file))).toEqual([]);
  expect(findUnknownScripts('npm run lint, npm run none')).toEqual(['none']);
});

test('the numbers of decisions have no gap', () => {
  const numbers = [...read('.github/decisions.md').matchAll(/^(\d+)\. \*\*/gm)].map(([, n]) => Number(n));
  expect(numbers.length).toBeGreaterThan(10);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});
