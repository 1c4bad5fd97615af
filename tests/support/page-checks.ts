import { policyFaults } from './csp-checks.ts';
import type { BuiltPage } from './built-pages.ts';
import type { BuiltSite } from './built-site.ts';

/** A check of every page: a description that completes “every page …”, and a function that returns its faults. */
export interface PageCheck {
  description: string;
  faults: (page: BuiltPage, site: BuiltSite) => string[];
}

/** Relations of `<link>` that do not fetch anything. */
const NAMING = /^(?:canonical|license|type|author|cite-as|collection|schema\.\w+|alternate|describedby|search|alternate describedby)$/;

export const pageChecks: readonly PageCheck[] = [
  {
    description: 'links only to pages, files and anchors that exist',
    faults: ({ address, document }, { root, exists, ids }) =>
      [...document.querySelectorAll('a[href], link[href], script[src], img[src], form[action]')].flatMap((element) => {
        const href = attribute(element, 'href') ?? attribute(element, 'src') ?? attribute(element, 'action')!;
        const url = parsed(href, new URL(address, root).href);
        if (!url || url.origin !== new URL(root).origin || attribute(element, 'rel') === 'canonical') return [];
        const path = decoded(url.pathname);
        if (path === undefined || !exists(path)) return [href];
        return url.hash && !ids.get(path)?.has(decoded(url.hash.slice(1)) ?? '') ? [href] : [];
      }),
  },
  {
    description: 'links to other hosts only by well-formed URLs of the content',
    faults: ({ address, document }, { root, external }) =>
      [...document.querySelectorAll('a[href]')].flatMap((link) => {
        const href = attribute(link, 'href')!;
        const url = parsed(href, new URL(address, root).href);
        if (!url) return [`not well-formed: ${href}`];
        if (url.origin === new URL(root).origin) return [];
        if (!/^https?:$/.test(url.protocol) || url.username || url.password) return [`not a plain web address: ${href}`];
        // A text fragment leads to a passage of the same page.
        return external.has(href.replace(/#:~:text=.*/, '')) ? [] : [`not in the content: ${href}`];
      }),
  },
  {
    description: 'loads nothing from other hosts',
    faults: ({ address, document }, { root }) => {
      const loaded = [
        ...document.querySelectorAll('[src], [srcset], [poster], [data], [action], [formaction], [ping], link[href], use, image, base'),
      ]
        .filter((element) => element.localName !== 'link' || !NAMING.test(attribute(element, 'rel') ?? ''))
        .flatMap((element) =>
          ['src', 'srcset', 'poster', 'data', 'action', 'formaction', 'ping', 'href', 'xlink:href'].flatMap(
            (name) => attribute(element, name) ?? [],
          ),
        );
      const styled = [...document.querySelectorAll('style')].flatMap(({ textContent }) =>
        [...(textContent ?? '').matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(([, url, imported]) => url ?? imported!),
      );
      return [...loaded, ...styled].filter((reference) => parsed(reference, new URL(address, root).href)?.origin !== new URL(root).origin);
    },
  },
  { description: 'has a Content Security Policy with the hashes of its inline styles and scripts', faults: policyFaults },
  {
    description: 'has one h1',
    faults: ({ document }) => (document.querySelectorAll('h1').length === 1 ? [] : [`${document.querySelectorAll('h1').length} h1`]),
  },
  {
    description: 'has a unique title and a description',
    faults: ({ address, document }, { titles }) => {
      const description = attribute(document.querySelector('meta[name=description]'), 'content');
      const others = (titles.get(document.title) ?? []).filter((other) => other !== address);
      return [
        ...(document.title.trim() ? [] : ['no title']),
        ...others.map((other) => `same title as ${other}`),
        ...(description ? [] : ['no description']),
      ];
    },
  },
  {
    description: 'has unique ids',
    faults: ({ document }) => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `#${id}`);
    },
  },
  {
    description: 'skips no heading level',
    faults: ({ document }) => {
      const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1]));
      return levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1) ? [levels.join(' ')] : [];
    },
  },
  {
    description: 'lists every section with a heading in its table of contents, in order',
    faults: ({ document }) => {
      const named = [...document.querySelectorAll(':is(.page-head nav, .rail > ul) a')].map((link) => attribute(link, 'href'));
      const parts = [...document.querySelectorAll('main h2[id]')].map(({ id }) => `#${id}`).filter((id) => id !== '#cite');
      return named.length === 0 || named.join() === parts.join() ? [] : [`contents ${named.join(' ')}, parts ${parts.join(' ')}`];
    },
  },
  {
    description: 'has no white space at the ends of links, which would be underlined',
    faults: ({ html }) => [...html.matchAll(/<a(?:\s[^>]*)?>(?:\s[^<]*|[^<]*\s)<\/a>/g)].map(([link]) => link.slice(0, 120)),
  },
  {
    description: 'marks the language of words in other scripts',
    faults: ({ document }) => languageFaults(document),
  },
  {
    description: 'gives every image a text alternative or marks it as decorative',
    faults: ({ document }) => [
      ...[...document.querySelectorAll('img, area, input[type=image]')]
        .filter((picture) => attribute(picture, 'alt') === undefined)
        .map((picture) => `<${picture.localName}> without alt`),
      ...[...document.querySelectorAll('svg')]
        .filter((svg) => !hasName(svg, document))
        .map((svg) => `<svg class="${attribute(svg, 'class')}"> without a name`),
    ],
  },
];

const attribute = (element: Element | null, name: string) => element?.getAttribute(name) ?? undefined;

const parsed = (reference: string, from: string) => (URL.canParse(reference, from) ? new URL(reference, from) : undefined);

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Returns whether an SVG has a name or is decorative, by itself or through its parent. */
function hasName(svg: Element, document: Document): boolean {
  if (svg.closest('[aria-hidden="true"]') || /^(?:presentation|none)$/.test(attribute(svg, 'role') ?? '')) return true;
  if (!/^(?:img|group|graphics-document)$/.test(attribute(svg, 'role') ?? '')) return false;
  const ids = attribute(svg, 'aria-labelledby')?.split(/\s+/) ?? [];
  const names = [attribute(svg, 'aria-label'), ...ids.map((id) => document.getElementById(id)?.textContent)];
  return names.some((name) => name?.trim());
}

/** Patterns that no file of the build may contain: local paths, undefined values, placeholders. */
const LEAKS =
  /file:\/\/|\/node_modules\/|\/home\/\w|\/Users\/\w|\/root\/|\/tmp\/|[A-Z]:\\\\?Users|\.astro\b(?!\.build)|data-astro-source|sourceMappingURL|\[object \w+\]|\bundefined\b|\bNaN\b|Invalid Date|\$\{|\{\{ \w|\b(?:TODO|FIXME|TBD|XXX|lorem ipsum)\b|\bdraft:/i;

/** Escaped line breaks of JSON and scripts, which would join with the next word. */
const ESCAPED_BREAKS = /\\[nt]/g;

/** Returns the first leak in a text with its context, or an empty list. */
export function findLeaks(file: string): string[] {
  const text = file.replace(ESCAPED_BREAKS, ' ');
  const found = LEAKS.exec(text);
  return found ? [text.slice(Math.max(0, found.index - 30), found.index + 50)] : [];
}

/** Returns texts in Japanese, Chinese, Korean or Cyrillic script whose element has a language without that script. */
function languageFaults(document: Document): string[] {
  return textsOf(document.body).flatMap(({ text, lang }) => (fits(text, lang) ? [] : [`${lang}: ${text.trim().slice(0, 60)}`]));
}

/** Returns every visible or spoken text with the language of its element. */
function textsOf(element: Element, above = 'en'): { text: string; lang: string }[] {
  if (/^(?:script|style)$/.test(element.localName)) return [];
  const lang = element.getAttribute('lang') ?? above;
  const spoken = ['alt', 'title', 'aria-label', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []);
  return [
    ...spoken.map((text) => ({ text, lang })),
    ...[...element.childNodes].flatMap((node) => {
      if (node.nodeType === 3) return [{ text: node.textContent ?? '', lang }];
      return node.nodeType === 1 ? textsOf(node as Element, lang) : [];
    }),
  ];
}

/** Scripts and the languages that use them. */
const SCRIPTS: [RegExp, RegExp][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, /^ja\b/],
  [/\p{Script=Han}/u, /^(?:ja|zh|ko)\b/],
  [/\p{Script=Hangul}/u, /^ko\b/],
  [/\p{Script=Cyrillic}/u, /^(?:ru|uk|be|bg|sr|kk|mn)\b/],
];

const fits = (text: string, lang: string) => SCRIPTS.every(([script, languages]) => !script.test(text) || languages.test(lang));
