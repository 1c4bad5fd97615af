import type { SitemapItem } from '@astrojs/sitemap';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { citableItems } from '../citations/to-csl.ts';
import { siteMetadata } from '../config/site.ts';
import { loadRecord } from '../loader/load-record.ts';
import { editionsPath, withBase } from '../paths/paths.ts';

/** Finishes the pages of a build: removes styles that cannot apply and adds the security policy. Returns each file and its HTML, sorted. */
export function* finishPages(folder: string): Iterable<{ file: string; html: string }> {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const scripts = globSync('*.js', { cwd: join(folder, '_assets') }).map((name) => ({
    name,
    words: read(`_assets/${name}`).match(/[\w-]+/g) ?? [],
  }));
  const [home, notFound] = [read('index.html'), read('404.html')];
  const isOnEveryPage = (name: string) => home.includes(name) && notFound.includes(name);
  const properties = scripts.flatMap(({ words }) => words.filter((word) => word.startsWith('--')));
  /** Returns the words of the scripts that add elements to a page, and the custom properties of all scripts. */
  const addedTo = (html: string) =>
    scripts
      .filter(({ name }) => RENDERS_STATEMENTS.test(html) || (html.includes(name) && !isOnEveryPage(name)))
      .flatMap(({ words }) => words)
      .concat(properties);
  for (const file of globSync('**/*.html', { cwd: folder }).toSorted()) {
    const path = join(folder, file);
    const page = readFileSync(path, 'utf8');
    const html = addCsp(trimPage(page, new Set(addedTo(page))));
    writeFileSync(path, html);
    yield { file, html };
  }
}

const STYLE = /<style(?: media="(\w+)")?>([^]*?)<\/style>/g;
/** A rule of minified CSS that contains no other. */
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const argumentsOf = (depth: number): string => (depth > 0 ? `(?:[^()]|\\(${argumentsOf(depth - 1)}\\))*` : '[^()]*');
/** Arguments of a pseudo-class. They may have pseudo-classes with arguments. */
const ARGUMENTS = argumentsOf(4);
/** Selectors of a prelude. */
const SELECTOR = new RegExp(`(?:\\(${ARGUMENTS}\\)|[^,()])+`, 'g');
/** What limits a selector: alternatives of which one must match, other arguments of pseudo-classes, attributes, pseudo-classes. */
const CONDITION = new RegExp(`:(?:is|has|where)\\((${ARGUMENTS})\\)|\\(${ARGUMENTS}\\)|\\[[^\\]]*\\]|::?[\\w-]+`, 'g');
/** Preludes that are not selectors: at-rules and keyframes. A line break separates the style sheets of a page. */
const NO_SELECTOR = /^\s*(?:@|from$|to$|[\d.%,]+$)/;
/** What the script of every page adds: elements, shared classes, and what a link preview copies from another page. */
const ADDED_ANYWHERE =
  /^(?:b|button|dd|del|div|dl|dt|i|mark|p|span|\.(?:facts|ground|lede|names|number|preview|reading|record|text|visually-hidden|voice|joint|(?:by-)?(?:and-)?(?:japan|russia|third|unnamed)))$/;
/** Elements whose scripts render statements, with names in all scripts. */
const RENDERS_STATEMENTS = /<record-(?:search|notebook)\b/;

/**
 * Returns a page without the selectors whose classes, ids or elements it lacks, without the fonts whose characters it lacks,
 * and without the custom properties that no rule reads.
 * It has one style element, for which its policy has one hash. Styles for a medium come last.
 *
 * @param added words of the page's own scripts, which may add classes and elements with these names
 */
export function trimPage(html: string, added: ReadonlySet<string>): string {
  const sheets = [...html.matchAll(STYLE)].map(([, medium, css = '']) => ({ medium, css: css.trim() }));
  const joined = [
    ...sheets.filter(({ medium }) => !medium).map(({ css }) => css),
    ...sheets.filter(({ medium }) => medium).map(({ medium, css }) => `@media ${medium}{${css}}`),
  ].join('\n');
  const markup = html.replace(STYLE, '');
  const classes = [...markup.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/).map((name) => `.${name}`));
  const elements = [...markup.matchAll(/<([a-z][\w-]*)/g)].map(([, name = '']) => name);
  const ids = [...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => `#${id}`);
  const present = new Set([...classes, ...elements, ...ids]);
  // Every page has ASCII.
  const characters = [...new Set(['a', ...(markup.match(/[^\0-\x7f]/gu) ?? [])])].map((character) => character.codePointAt(0)!);

  const rendersStatements = RENDERS_STATEMENTS.test(markup);
  const isPresent = (name: string) => present.has(name) || added.has(name.replace(/^[.#]/, '')) || ADDED_ANYWHERE.test(name);
  const isMatched = ({ names, alternatives }: Requirements): boolean =>
    names.every(isPresent) && alternatives.every((selectors) => selectors.some((selector) => isMatched(requirementsOf(selector))));
  const trimRule = (rule: string, prelude: string, declarations: string) => {
    const range = rendersStatements ? undefined : /unicode-range:([^;]*)/.exec(declarations)?.[1];
    if (range) return parseRange(range).some(([first, last]) => characters.some((code) => first <= code && code <= last)) ? rule : '';
    if (NO_SELECTOR.test(prelude)) return rule;
    const selectors = splitSelectors(prelude).filter((selector) => isMatched(requirementsOf(selector)));
    return selectors.length === 0 ? '' : `${selectors.join()}{${declarations}}`;
  };
  const used = joined.replace(RULE, trimRule).replace(/@[^{};]+\{\}/g, '');
  const read = used.replace(/(--[\w-]+):[^;{}]*;?/g, (declaration, name: string) =>
    used.includes(`var(${name}`) || added.has(name) ? declaration : '',
  );
  let rest = sheets.length;
  return html.replace(STYLE, () => (--rest === 0 ? `<style>${read}</style>` : ''));
}

/** What a selector requires: all of the names, and one selector of each list of alternatives. */
interface Requirements {
  names: string[];
  alternatives: string[][];
}

const requirements = new Map<string, Requirements>();

/** Types of scripts that browsers execute. Other types, such as JSON-LD, are data, to which no policy applies. */
const EXECUTABLE = /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:java|ecma)script)$/i;

/**
 * Returns the Content Security Policy (CSP level 3) of a page: files of the same host, and the page's inline styles and scripts by hash.
 * Only the search may compile WebAssembly. `public/_headers` has what a `<meta>` cannot set, such as `frame-ancestors`.
 */
export function createPolicy(html: string): string {
  const styles = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(([, text = '']) => hashSource(text));
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/\ssrc=/.test(attributes) && EXECUTABLE.test(/\stype="?([^"\s>]*)/.exec(attributes)?.[1] ?? ''))
    .map(([, , text = '']) => hashSource(text));
  const sheets = /<link\b[^>]*\srel="stylesheet"/.test(html) ? ["'self'"] : [];
  const search = html.includes('<record-search') ? ["'wasm-unsafe-eval'"] : [];
  return [
    "default-src 'none'",
    directive('script-src', ["'self'", ...search, ...scripts]),
    directive('style-src', [...sheets, ...styles]),
    ...['img-src', 'font-src', 'connect-src', 'manifest-src', 'form-action'].map((name) => directive(name, ["'self'"])),
    "base-uri 'none'",
  ].join(';');
}

/** Inserts the policy of a page before everything that it governs. @throws {Error} if the page has no charset */
export function addCsp(html: string): string {
  const charset = /<meta charset="utf-8"\s*\/?>/i;
  if (!charset.test(html)) throw new Error('a page has no <meta charset="utf-8">: add it to the head, the security policy follows it');
  return html.replace(charset, (tag) => `${tag}<meta http-equiv="content-security-policy" content="${createPolicy(html)}">`);
}

/** Returns a `_headers` file with the base path before each path. */
export const prefixHeaderPaths = (base: string, file: string): string => file.replace(/^\//gm, `${base.replace(/\/+$/, '')}/`);

/**
 * Returns a function that adds `lastmod` to the sitemap's item of a citable page: the day of its entry's last revision, else of the edition.
 * Items of other pages, such as lists and the search, get none. Redirects, tombstones and the articles of editions are removed from the sitemap.
 *
 * @param base base path of the site
 */
export function sitemapLastmod(base: string): (item: SitemapItem) => SitemapItem | undefined {
  let days: Map<string, string | null> | undefined;
  return (item) => {
    days ??= lastModifiedDays(base);
    const { pathname } = new URL(item.url);
    const day = days.get(pathname);
    const editions = withBase(base, editionsPath);
    if (day === null || (pathname.startsWith(editions) && pathname !== editions)) return undefined;
    return day ? { ...item, lastmod: day } : item;
  };
}

/** Returns what a selector requires. Most pages have the same selectors. */
function requirementsOf(selector: string): Requirements {
  const known = requirements.get(selector);
  if (known) return known;
  const alternatives: string[][] = [];
  const rest = selector.replace(CONDITION, (_, list?: string) => {
    if (list) alternatives.push(splitSelectors(list));
    return '';
  });
  const found = { names: rest.match(/[.#]?[a-z][\w-]*/gi) ?? [], alternatives };
  requirements.set(selector, found);
  return found;
}

const splitSelectors = (prelude: string): string[] => prelude.match(SELECTOR) ?? [];

/** Parses a `unicode-range` of CSS: `U+20-FF,U+2116,U+4??`. */
const parseRange = (range: string) =>
  range.split(',').map((part) => {
    const [first = '', last = first] = part.trim().slice(2).split('-');
    return [Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last.replaceAll('?', 'f'), 16)] as const;
  });

const directive = (name: string, sources: readonly string[]) => `${name} ${[...new Set(sources)].join(' ') || "'none'"}`;

const hashSource = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Days as `YYYY-MM-DD`, by path; null for redirects and tombstones. */
function lastModifiedDays(base: string): Map<string, string | null> {
  const url = (path: string) => withBase(base, path);
  const record = loadRecord();
  const citables = citableItems(record, siteMetadata(record));
  return new Map<string, string | null>([
    ...citables.map(({ address, withdrawn, modified }) => [url(address), withdrawn ? null : modified] as const),
    ...record.redirects.map(({ from }) => [url(from), null] as const),
  ]);
}
