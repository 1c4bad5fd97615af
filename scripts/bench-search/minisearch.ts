import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { build } from 'vite';
import type { Catalogue } from '../../src/search/search-record.ts';
import { rivalPage, type Contender } from './contender.ts';

const SCRIPT = `
let search;
const load = async () => {
  const [{ default: MiniSearch }, index] = await Promise.all([import('/minisearch.js'), fetch('/index.json').then((file) => file.text())]);
  search = MiniSearch.loadJSON(index, { fields: ['title', 'names', 'text', 'facts'], storeFields: ['url', 'title', 'facets'] });
};
const find = async (text, filters, most) => search
  .search(text, { prefix: true, fuzzy: 0.2, boost: { title: 3, names: 3 },
    filter: ({ facets }) => Object.entries(filters).every(([name, any]) => any.some((value) => facets[name]?.includes(value))) })
  .slice(0, most);`;

/** MiniSearch with fuzzy matching and prefixes over the same names, aliases and statements as the site’s own search. */
export async function miniSearch(catalogue: Catalogue, folder: string): Promise<Contender> {
  mkdirSync(folder, { recursive: true });
  const began = performance.now();
  const index = new MiniSearch({ fields: ['title', 'names', 'text', 'facts'], storeFields: ['url', 'title', 'facets'] });
  index.addAll(
    catalogue.records.map(({ address, title, names, misspellings, keywords, text, facts, kind, facets }, id) => ({
      id,
      url: address,
      title,
      names: [...names, ...misspellings, ...keywords].join(' · '),
      text,
      facts: facts.join(' · '),
      facets: { ...facets, kind: [kind] },
    })),
  );
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
  const built = performance.now() - began;
  await bundle(folder);
  writeFileSync(join(folder, 'index.html'), rivalPage(SCRIPT, 0));
  return { name: 'MiniSearch', folder, address: '/', results: '.results a', filters: true, built, index: ['index.json'] };
}

async function bundle(folder: string) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: new URL(import.meta.resolve('minisearch')).pathname, formats: ['es'], fileName: () => 'minisearch.js' },
      minify: true,
    },
  });
}
