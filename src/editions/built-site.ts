import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite } from './permalinks.ts';
import { collectStatementIds, type Content } from '../record/content.ts';
import { listFiles } from './manifest.ts';

/** A built site as its addresses are checked: pages with their ids, files, and what the content has retired. */
export function readBuiltSite(folder: string, content: Content): BuiltSite {
  const pages = new Map<string, Set<string>>();
  const files = new Set<string>();
  for (const path of listFiles(folder)) {
    const address = `/${path}`;
    if (address.endsWith('/index.html'))
      pages.set(address.slice(0, -'index.html'.length), extractIds(readFileSync(join(folder, path), 'utf8')));
    else files.add(address);
  }
  return {
    pages,
    files,
    statements: collectStatementIds(content),
    retired: new Set(
      content.retired
        .flatMap(({ data }) => [...data.moved.map(({ from }) => from), ...data.withdrawn.map(({ address }) => address)])
        .filter((address) => !address.includes('#')),
    ),
  };
}

/** The ids of a page's elements. */
export function extractIds(html: string): Set<string> {
  const tags = html.replace(/<script\b[\s\S]*?<\/script>/gi, '').matchAll(/<[a-z][^\s>/]*(?:"[^"]*"|'[^']*'|[^>"'])*>/gi);
  return new Set(
    [...tags].flatMap(([tag]) => {
      const [, quoted, bare] = /\sid=(?:"([^"]*)"|([^\s"'>]+))/i.exec(tag) ?? [];
      return quoted ?? bare ?? [];
    }),
  );
}
