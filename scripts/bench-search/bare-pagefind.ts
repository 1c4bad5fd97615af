import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createIndex, close } from 'pagefind';
import { writeIndex } from '../build/write-index.ts';
import { rivalPage, type Contender } from './contender.ts';

/** Pagefind waits so long after a key by itself, in ms. */
const DEBOUNCE = 300;

const SCRIPT = `
let pagefind;
const load = async () => { pagefind = await import('/pagefind/pagefind.js'); await pagefind.options({ noWorker: true }); await pagefind.init(); };
const find = async (text, _, most) => {
  const { results } = await pagefind.search(text);
  const shown = await Promise.all(results.slice(0, most === Infinity ? 50 : most).map((result) => result.data()));
  return shown.map(({ url, meta }) => ({ url, title: meta.title }));
};`;

/** A page as it was built. */
interface Html {
  address: string;
  html: string;
}

/** Pagefind as it comes, over the HTML of pages: its own choice of words, no aliases, no filters, its own pause after a key. */
export async function barePagefind(pages: Iterable<Html>, folder: string): Promise<Contender> {
  mkdirSync(folder, { recursive: true });
  const began = performance.now();
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(errors.join('\n'));
  for (const { address, html } of pages) {
    const added = await index.addHTMLFile({ url: address, content: html });
    if (added.errors.length > 0) throw new Error(`${address}: ${added.errors.join('; ')}`);
  }
  await writeIndex(index, join(folder, 'pagefind'));
  await close();
  const built = performance.now() - began;
  writeFileSync(join(folder, 'index.html'), rivalPage(SCRIPT, DEBOUNCE));
  return {
    name: 'Pagefind as it comes',
    folder,
    address: '/',
    results: '.results a',
    filters: false,
    built,
    index: ['pagefind/**/*.pf_*'],
  };
}

/** The pages of a build, their main part marked as what is to be indexed, as Pagefind’s guide advises, and without any other word to the indexer. */
export function builtHtml(site: string): Html[] {
  return globSync('**/index.html', { cwd: site })
    .toSorted()
    .map((file) => ({ address: addressOf(file), html: plain(readFileSync(join(site, file), 'utf8')) }));
}

function addressOf(file: string): string {
  const path = dirname(file).replaceAll('\\', '/');
  return path === '.' ? '/' : `/${path}/`;
}

const plain = (html: string) =>
  html
    .replace(/\sdata-pagefind-(?:meta|filter|sort|weight|body|ignore|index-attrs)(?:="[^"]*")?/g, '')
    .replace(/<main\b/, '<main data-pagefind-body');
