import { expect, it } from 'vitest';
import { readContent } from '../../src/loader/read-content.ts';
import { formatUnlistedPermalinks, formatBrokenPermalinks } from '../../src/editions/permalink-report.ts';
import { readBuiltSite } from '../../src/editions/built-site.ts';
import { readEditionFiles } from '../../src/editions/edition-files.ts';
import { allPagePaths } from '../../src/record/page-paths.ts';
import { builtPages, DIST } from '../support/built-pages.ts';

const root = process.cwd();
const { content } = readContent(root);
const site = readBuiltSite(DIST, content);

it('every page of the build is one that the rules on redirects and tombstones know, and the other way round', () => {
  const pages = [...site.pages.keys()].filter((address) => !site.retired.has(address));
  expect(pages.toSorted()).toEqual([...allPagePaths(content)].toSorted());
});

it('every issued address answers, and every address is issued', () => {
  const editions = readEditionFiles(root, content);
  expect(formatBrokenPermalinks(editions, site)).toBe('');
  expect(formatUnlistedPermalinks(editions, site, content)).toBe('');
});

it('ids are read from the pages as a parser of HTML reads them', () => {
  const differing = [...builtPages().values()]
    .filter(({ address }) => site.pages.has(address))
    .filter(({ address, document }) => {
      const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
      return ids.size !== site.pages.get(address)!.size || [...ids].some((id) => !site.pages.get(address)!.has(id));
    });
  expect(differing.map(({ address }) => address)).toEqual([]);
});

it('every page names its edition', () => {
  const { name, data } = readEditionFiles(root, content).at(-1)!;
  const said = `Edition ${name}${data.status === 'published' ? '' : ', in preparation'}.`;
  const silent = [...builtPages().values()].filter(
    ({ address, document }) => !site.retired.has(address) && !document.querySelector('.colophon')?.textContent?.includes(said),
  );
  expect(silent.map(({ address }) => address)).toEqual([]);
});
