import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectStatementIds, type Content } from '../record/content.ts';
import { listFiles } from './manifest.ts';
import type { BuiltSite } from './permalinks.ts';

/** Reads the pages and files of a built site, to check permalinks. */
export function readBuiltSite(folder: string, content: Content): BuiltSite {
  const pages = new Map<string, Set<string>>();
  const files = new Set<string>();
  for (const file of listFiles(folder)) {
    const path = `/${file}`;
    if (path.endsWith('/index.html')) pages.set(path.slice(0, -'index.html'.length), extractIds(readFileSync(join(folder, file), 'utf8')));
    else files.add(path);
  }
  const retired = content.retired
    .flatMap(({ data }) => [...data.moved.map(({ from }) => from), ...data.withdrawn.map(({ address }) => address)])
    .filter((path) => !path.includes('#'));
  return { pages, files, statements: collectStatementIds(content), retired: new Set(retired) };
}

/** Extracts the ids of a page's elements. */
function extractIds(html: string): Set<string> {
  const tags = html.replace(/<script\b[\s\S]*?<\/script>/gi, '').matchAll(/<[a-z][^\s>/]*(?:"[^"]*"|'[^']*'|[^>"'])*>/gi);
  return new Set(
    [...tags].flatMap(([tag]) => {
      const [, quoted, bare] = /\sid=(?:"([^"]*)"|([^\s"'>]+))/i.exec(tag) ?? [];
      return quoted ?? bare ?? [];
    }),
  );
}
