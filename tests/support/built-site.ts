import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { archiveLookup } from '../../src/views/statement-page.ts';
import { readContent } from '../../src/loader/load-record.ts';
import { DIST, type BuiltPage } from './built-pages.ts';

/** The data of the built site that page checks need. */
export interface BuiltSite {
  pages: ReadonlyMap<string, BuiltPage>;
  /** The `id`s of each page, by path. */
  ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** The paths of the pages with each title. */
  titles: ReadonlyMap<string, readonly string[]>;
  /** The URL of the home page. */
  root: string;
  /** Returns whether a page or file exists at a path. */
  exists: (path: string) => boolean;
  /** The URLs on other hosts that the content contains. */
  external: ReadonlySet<string>;
}

/** Collects the data that the checks of all pages share. */
export function builtSite(pages: ReadonlyMap<string, BuiltPage>): BuiltSite {
  const files = new Set(globSync('**/*', { cwd: DIST }).map((file) => `/${file.replaceAll('\\', '/')}`));
  return {
    pages,
    ids: new Map(
      [...pages].map(([address, { document }]) => [address, new Set([...document.querySelectorAll('[id]')].map(({ id }) => id))]),
    ),
    titles: new Map(
      [...Map.groupBy(pages.values(), ({ document }) => document.title)].map(([title, group]) => [
        title,
        group.map(({ address }) => address),
      ]),
    ),
    root: new URL('/', pages.get('/')!.document.querySelector('link[rel="canonical"]')!.getAttribute('href')!).href,
    exists: (path) => pages.has(path) || (!path.endsWith('/') && files.has(path) && existsSync(join(DIST, path))),
    external: externalUrls(readContent(process.cwd()).content),
  };
}

/** Returns every URL in the content, each also as an archive's look-up, and the URL of the licence. */
function externalUrls(content: object): Set<string> {
  const addresses = new Set(['https://creativecommons.org/licenses/by/4.0/']);
  const visit = (value: unknown): void => {
    if (typeof value === 'string')
      for (const [address] of value.matchAll(/https?:\/\/[^\s"<>()]+/g)) addresses.add(address).add(archiveLookup(address));
    else if (value && typeof value === 'object') Object.values(value).forEach(visit);
  };
  visit(content);
  return addresses;
}
