import { expect, it } from 'vitest';
import { readContent } from '../../src/loader/load-record.ts';
import { formatBrokenPermalinks, formatUnlistedPermalinks, readBuiltSite } from '../../src/editions/permalinks.ts';
import { readEditionFiles } from '../../src/editions/edition-files.ts';
import { allPagePaths } from '../../src/record/content.ts';
import { builtPages, DIST } from '../support/built-pages.ts';

const root = process.cwd();
const { content } = readContent(root);
const site = readBuiltSite(DIST, content);

it('allPagePaths lists exactly the pages of the build, except those of editions', () => {
  const pages = [...site.pages.keys()].filter((address) => !site.retired.has(address) && !/^\/editions\/./.test(address));
  expect(pages.toSorted()).toEqual([...allPagePaths(content)].toSorted());
});

it('every permalink resolves, and every page has a permalink', () => {
  const editions = readEditionFiles(root, content);
  expect(formatBrokenPermalinks(editions, site)).toBe('');
  expect(formatUnlistedPermalinks(editions, site, content)).toBe('');
});

it('readBuiltSite extracts the same ids as an HTML parser', () => {
  const differing = [...builtPages().values()]
    .filter(({ address }) => site.pages.has(address))
    .filter(({ address, document }) => {
      const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
      return ids.size !== site.pages.get(address)!.size || [...ids].some((id) => !site.pages.get(address)!.has(id));
    });
  expect(differing.map(({ address }) => address)).toEqual([]);
});

it('every page shows its edition', () => {
  const { name, data } = readEditionFiles(root, content).at(-1)!;
  const expected = `Edition ${name}${data.status === 'published' ? '' : ', in preparation'}.`;
  const without = [...builtPages().values()].filter(
    ({ address, document }) => !site.retired.has(address) && !document.querySelector('.colophon')?.textContent?.includes(expected),
  );
  expect(without.map(({ address }) => address)).toEqual([]);
});
