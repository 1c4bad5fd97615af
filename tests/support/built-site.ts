import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../../src/loader/read-content.ts';
import { DIST, type BuiltPage } from './built-pages.ts';

/** The built site as its pages are checked against it. */
export interface BuiltSite {
  pages: ReadonlyMap<string, BuiltPage>;
  /** `id`s of each page, by address. */
  ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** Titles that pages have, each with the addresses of those that have it. */
  titles: ReadonlyMap<string, readonly string[]>;
  /** Where the site is published. */
  root: string;
  /** Whether a path below the root answers, by a page or a file. */
  answers: (path: string) => boolean;
  /** Addresses on other hosts to which the content leads. */
  outside: ReadonlySet<string>;
}

/** Reads what all pages share. */
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
    answers: (path) => pages.has(path) || (!path.endsWith('/') && files.has(path) && existsSync(join(DIST, path))),
    outside: outsideOf(readContent(process.cwd()).content),
  };
}

/** Every web address in the data of the content, and the licence of the Record's text. */
function outsideOf(content: object): Set<string> {
  const addresses = new Set(['https://creativecommons.org/licenses/by/4.0/']);
  const visit = (value: unknown): void => {
    if (typeof value === 'string') for (const [address] of value.matchAll(/https?:\/\/[^\s"<>()]+/g)) addresses.add(address);
    else if (value && typeof value === 'object') Object.values(value).forEach(visit);
  };
  visit(content);
  return addresses;
}
