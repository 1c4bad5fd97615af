import { editionsPath, entryPath, formatPath, pageFormats, statementPath, themePath, themesPath, timelinePath } from '../paths/paths.ts';
import { compareCodeUnits } from '../record/sort.ts';
import { editionFolder, type EditionFiles } from './edition-files.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectStatementIds, type Content } from '../record/content.ts';
import { listFiles } from './manifest.ts';

/** One line of `addresses.txt`: a published path, with the identifiers that were published with it. */
export interface Permalink {
  /** Of a page, `/actors/japan/`, or of a file, `/data/record.json`. */
  address: string;
  /** The id of the statement shown on this page, if any. */
  statements: string[];
  /** File extensions of the page's other formats, such as `bib` for `/actors/japan.bib`. */
  extensions: string[];
  /** Anchors on the page. */
  anchors: string[];
}

/** The parts of a build that permalinks can refer to. */
export interface BuiltSite {
  /** Path of a page → ids of its elements. Includes redirects and tombstones. */
  pages: ReadonlyMap<string, ReadonlySet<string>>;
  /** Paths of all other files. */
  files: ReadonlySet<string>;
  /** Ids of all statements, including withdrawn ones. */
  statements: ReadonlySet<string>;
  /** Paths in `content/retired.yaml`, of moved and of withdrawn pages. Permalinks to their anchors resolve to the redirect or tombstone. */
  retired: ReadonlySet<string>;
}

const HEAD = `# Permalinks of this edition, one path per line, with the id of the statement on that page, the extensions of its other
# formats (.bib means /path.bib) and its anchors. Written by npm run addresses until the edition is published.
`;

/**
 * Parses `addresses.txt`.
 *
 * @throws {SyntaxError} with the number of the first invalid line
 */
export function parsePermalinks(text: string): Permalink[] {
  return text.split('\n').flatMap((line, index) => {
    if (line === '' || line.startsWith('#')) return [];
    const [address = '', ...rest] = line.split(' ');
    if (!address.startsWith('/')) throw new SyntaxError(`line ${index + 1}: “${address}” is not a path`);
    const permalink: Permalink = { address, statements: [], extensions: [], anchors: [] };
    for (const word of rest) {
      if (word.startsWith('.')) permalink.extensions.push(word.slice(1));
      else if (word.startsWith('#')) permalink.anchors.push(word.slice(1));
      else if (/^[a-z0-9-]+\.s\d+$/.test(word)) permalink.statements.push(word);
      else throw new SyntaxError(`line ${index + 1}: “${word}” is not a statement, format or anchor`);
    }
    return [permalink];
  });
}

/** Formats permalinks as `addresses.txt`, sorted. */
export function serializePermalinks(list: readonly Permalink[]): string {
  const lines = list
    .toSorted((a, b) => compareCodeUnits(a.address, b.address))
    .map(({ address, statements, extensions, anchors }) =>
      [
        address,
        ...statements.toSorted(compareCodeUnits),
        ...extensions.toSorted(compareCodeUnits).map((extension) => `.${extension}`),
        ...anchors.map((anchor) => `#${anchor}`),
      ].join(' '),
    );
  return [HEAD, ...lines.map((line) => `${line}\n`)].join('');
}

/** Lists what a permalink publishes: paths, paths with anchors, ids of statements. */
export const identifiersOf = ({ address, statements, extensions, anchors }: Permalink): string[] => [
  address,
  ...extensions.map((extension) => formatPath(address, extension)),
  ...anchors.map((anchor) => `${address}#${anchor}`),
  ...statements,
];

/** Returns only what earlier editions did not already list. */
export function newPermalinks(list: readonly Permalink[], earlier: readonly Permalink[]): Permalink[] {
  const published = new Set(earlier.flatMap(identifiersOf));
  return list
    .filter((permalink) => identifiersOf(permalink).some((identifier) => !published.has(identifier)))
    .map(({ address, statements, extensions, anchors }) => ({
      address,
      statements: statements.filter((id) => !published.has(id)),
      extensions: extensions.filter((extension) => !published.has(formatPath(address, extension))),
      anchors: anchors.filter((anchor) => !published.has(`${address}#${anchor}`)),
    }));
}

/** Lists the identifiers that do not resolve in a build, in the order of the permalinks. */
export const findBrokenPermalinks = (list: readonly Permalink[], site: BuiltSite): string[] =>
  list.flatMap(identifiersOf).filter((identifier) => !resolves(identifier, site));

/**
 * Lists the permalinks of a build: its pages with their formats and permanent anchors, and its data files.
 *
 * @param questions path of a theme → ids of its questions
 */
export function collectPermalinks(
  { pages, files, statements, retired }: BuiltSite,
  questions: ReadonlyMap<string, readonly string[]>,
): Permalink[] {
  const statementAt = new Map([...statements].map((id) => [statementPath(id), id]));
  const activePages = [...pages].filter(([address]) => address.endsWith('/') && !retired.has(address));
  return [
    ...activePages.map(([address, ids]) => ({
      address,
      statements: statementAt.has(address) ? [statementAt.get(address)!] : [],
      extensions: pageFormats.map(({ extension }) => extension).filter((extension) => files.has(formatPath(address, extension))),
      anchors: permanentAnchors(address, questions).flatMap((pattern) => [...ids].filter((id) => pattern.test(id))),
    })),
    ...[...files].filter(isPermanentFile).map((address) => ({ address, statements: [], extensions: [], anchors: [] })),
  ].toSorted((a, b) => compareCodeUnits(a.address, b.address));
}

/** Formats `addresses.txt` of the last edition: the permalinks of a build that no earlier edition has. */
export function permalinksOfBuild(editions: readonly EditionFiles[], site: BuiltSite, content: Content): string {
  const earlier = editions.slice(0, -1).flatMap(({ addresses }) => parsePermalinks(addresses ?? ''));
  const questions = new Map(content.themes.map(({ id, data }) => [themePath(id), data.questions.map((question) => question.id)]));
  return serializePermalinks(newPermalinks(collectPermalinks(site, questions), earlier));
}

/** Lists the permalinks of published editions that do not resolve in a build, followed by hints; empty if all resolve. */
export function formatBrokenPermalinks(editions: readonly EditionFiles[], site: BuiltSite): string {
  const lines = editions
    .filter(({ data }) => data.status === 'published')
    .flatMap(({ name, addresses }) =>
      findBrokenPermalinks(parsePermalinks(addresses ?? ''), site).map((identifier) => `  ${identifier} (edition ${name})`),
    );
  if (lines.length === 0) return '';
  return `Broken permalinks: ${lines.length}
${lines.join('\n')}
    → if a page has moved, add a redirect: { from, to, date, edition, reason } under moved in content/retired.yaml
    → if a page is withdrawn, add a tombstone: { address, title, said, date, edition, reason } under withdrawn in content/retired.yaml
    → if a statement is withdrawn, mark it in statements.yaml: withdrawn: { date, reason }`;
}

/**
 * Reports how `addresses.txt` of the last edition differs from a build; empty if it does not.
 * If the edition is in preparation, it must list exactly what the build adds. If it is published, the build must add nothing.
 */
export function formatUnlistedPermalinks(editions: readonly EditionFiles[], site: BuiltSite, content: Content): string {
  const last = editions.at(-1)!;
  if (last.data.status === 'published') {
    // The last item of the list is ignored. With `last` twice, the permalinks of `last` are omitted too.
    const added = parsePermalinks(permalinksOfBuild([...editions, last], site, content)).map(({ address }) => `  ${address}`);
    if (added.length === 0) return '';
    return `Pages or files that published edition ${last.name} does not list: ${added.length}\n${cutOff(added)}\n    → open the next edition: npm run edition -- <name>`;
  }
  const [listed, built] = [last.addresses ?? '', permalinksOfBuild(editions, site, content)];
  if (listed === built) return '';
  const difference = (a: string, b: string) => [...new Set(a.split('\n')).difference(new Set(b.split('\n')))];
  const lines = [...difference(listed, built).map((line) => `  - ${line}`), ...difference(built, listed).map((line) => `  + ${line}`)];
  return `${editionFolder(last.name)}/addresses.txt differs from the build:\n${cutOff(lines)}\n    → run npm run addresses`;
}

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

function resolves(identifier: string, { pages, files, statements, retired }: BuiltSite): boolean {
  if (!identifier.startsWith('/')) return statements.has(identifier) || retired.has(statementPath(identifier));
  const [path = '', anchor] = identifier.split('#');
  if (anchor !== undefined) return retired.has(path) || (pages.get(path)?.has(anchor) ?? false);
  return path.endsWith('/') ? pages.has(path) : files.has(path);
}

/**
 * Returns whether readers or programs refer to a file by its path: data, feed, and files with a standard name. The zip of an edition in
 * `/data/` gives way to that of the next one.
 */
const isPermanentFile = (path: string) =>
  (/^\/(?:data|editions\/[^/]+)\/[^/]+$|\/feed\.xml$/.test(path) && !/\/record-[\d.]+\.zip$/.test(path)) ||
  ['/sitemap-index.xml', '/robots.txt', '/opensearch.xml'].includes(path);

/** Returns patterns of the anchors that are permalinks: statements, years, questions and editions, but not other headings. */
function permanentAnchors(path: string, questions: ReadonlyMap<string, readonly string[]>): RegExp[] {
  if (path === timelinePath) return [/^(?:y\d+|undated)$/];
  if (path === '/changes/') return [/^e\d+-\d+$/];
  if (path.startsWith(themesPath)) return (questions.get(path) ?? []).map((id) => new RegExp(`^${id}$`));
  // The page of an entry: `/entries/<id>/` has four parts, the first and the last of which are empty.
  if (path.startsWith('/entries/') && path.split('/').length === 4 && path !== entryPath('')) return [/^s\d+$/];
  return path.startsWith(editionsPath) && path.split('/').length === 5 ? [/^s\d+$/] : [];
}

/** Joins at most 20 lines. */
const cutOff = (lines: readonly string[]) =>
  [...lines.slice(0, 20), ...(lines.length > 20 ? [`  … ${lines.length - 20} more`] : [])].join('\n');

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
