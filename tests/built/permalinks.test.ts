import { expect, it } from 'vitest';
import { readContent } from '../../src/loader/read-content.ts';
import { sayNotIssued, sayUnanswered } from '../../src/editions/permalink-report.ts';
import { builtSite } from '../../src/editions/built-site.ts';
import { keptEditions } from '../../src/editions/edition-files.ts';
import { pageAddresses } from '../../src/record/page-paths.ts';
import { builtPages, DIST } from '../support/built-pages.ts';

const root = process.cwd();
const { content } = readContent(root);
const site = builtSite(DIST, content);

it('every page of the build is one that the rules on redirects and tombstones know, and the other way round', () => {
  const pages = [...site.pages.keys()].filter((address) => !site.retired.has(address));
  expect(pages.toSorted()).toEqual([...pageAddresses(content)].toSorted());
});

it('every issued address answers, and every address is issued', () => {
  const editions = keptEditions(root, content);
  expect(sayUnanswered(editions, site)).toBe('');
  expect(sayNotIssued(editions, site, content)).toBe('');
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
  const { name, data } = keptEditions(root, content).at(-1)!;
  const said = `Edition ${name}${data.status === 'published' ? '' : ', in preparation'}.`;
  const silent = [...builtPages().values()].filter(
    ({ address, document }) => !site.retired.has(address) && !document.querySelector('.colophon')?.textContent?.includes(said),
  );
  expect(silent.map(({ address }) => address)).toEqual([]);
});
