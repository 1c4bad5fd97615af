import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../src/search/search-record.ts';
import type { SearchablePage } from '../build/searchable-page.ts';
import { searchablePages, siteCatalogue, writeSearchIndex } from '../build/search-index.ts';
import { currentRecord } from '../content/current.ts';
import type { Contender } from './contender.ts';
import type { Searchable } from './grown.ts';

/** The site’s own search over a catalogue and pages: the search page of the last build, with an index of its own. */
export async function ours(catalogue: Catalogue, pages: readonly SearchablePage[], folder: string): Promise<Contender> {
  for (const part of ['index.html', '404.html', 'search/index.html', '_assets'])
    cpSync(join('dist', part), join(folder, part), { recursive: true });
  const began = performance.now();
  await writeSearchIndex(folder, () => catalogue, pages);
  return {
    name: 'the Record’s',
    folder,
    address: '/search/',
    results: '#best [href], .groups [href]',
    filters: true,
    built: performance.now() - began,
    index: ['search/*.json', 'pagefind/**/*.pf_*'],
  };
}

/** What there is to search in a build of the content as it stands. */
export function builtSearch(site: string): Searchable {
  const pages = [...searchablePages(site)];
  return { catalogue: siteCatalogue(currentRecord(), pages), pages };
}
