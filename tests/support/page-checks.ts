import { languageFaults } from './language-checks.ts';
import { policyFaults } from './csp-checks.ts';
import type { BuiltPage } from './built-pages.ts';
import type { BuiltSite } from './built-site.ts';

/** What must hold of every page: the truth as a sentence, and what on a page is against it. */
export interface PageCheck {
  truth: string;
  faults: (page: BuiltPage, site: BuiltSite) => string[];
}

/** Relations of `<link>` that name something and fetch nothing. */
const NAMING = /^(?:canonical|license|type|author|cite-as|collection|schema\.\w+|alternate|describedby|search|alternate describedby)$/;

export const pageChecks: readonly PageCheck[] = [
  {
    truth: 'links only to what answers, anchors included',
    faults: ({ address, document }, { root, answers, ids }) =>
      [...document.querySelectorAll('a[href], link[href], script[src], img[src], form[action]')].flatMap((element) => {
        const href = attribute(element, 'href') ?? attribute(element, 'src') ?? attribute(element, 'action')!;
        const url = parsed(href, new URL(address, root).href);
        if (!url || url.origin !== new URL(root).origin || attribute(element, 'rel') === 'canonical') return [];
        const path = decoded(url.pathname);
        if (path === undefined || !answers(path)) return [href];
        return url.hash && !ids.get(path)?.has(decoded(url.hash.slice(1)) ?? '') ? [href] : [];
      }),
  },
  {
    truth: 'leads to other hosts only where the content does, by well-formed addresses',
    faults: ({ address, document }, { root, outside }) =>
      [...document.querySelectorAll('a[href]')].flatMap((link) => {
        const href = attribute(link, 'href')!;
        const url = parsed(href, new URL(address, root).href);
        if (!url) return [`not well-formed: ${href}`];
        if (url.origin === new URL(root).origin) return [];
        if (!/^https?:$/.test(url.protocol) || url.username || url.password) return [`not a plain web address: ${href}`];
        return outside.has(href) ? [] : [`not in the content: ${href}`];
      }),
  },
  {
    truth: 'asks nothing of another host',
    faults: ({ address, document }, { root }) => {
      const asked = [
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
      return [...asked, ...styled].filter((reference) => parsed(reference, new URL(address, root).href)?.origin !== new URL(root).origin);
    },
  },
  { truth: 'has a security policy that allows its own inline styles and scripts, by hash, and nothing else inline', faults: policyFaults },
  {
    truth: 'has one h1',
    faults: ({ document }) => (document.querySelectorAll('h1').length === 1 ? [] : [`${document.querySelectorAll('h1').length} h1`]),
  },
  {
    truth: 'has a title of its own and a description',
    faults: ({ address, document }, { titles }) => {
      const description = attribute(document.querySelector('meta[name=description]'), 'content');
      const others = (titles.get(document.title) ?? []).filter((other) => other !== address);
      return [
        ...(document.title.trim() ? [] : ['no title']),
        ...others.map((other) => `title as of ${other}`),
        ...(description ? [] : ['no description']),
      ];
    },
  },
  {
    truth: 'has no id twice',
    faults: ({ document }) => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `#${id}`);
    },
  },
  {
    truth: 'keeps its headings in order',
    faults: ({ document }) => {
      const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1]));
      return levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1) ? [levels.join(' ')] : [];
    },
  },
  {
    truth: 'names in its contents every part that has a heading, in order',
    faults: ({ document }) => {
      const named = [...document.querySelectorAll('.page-head nav a')].map((link) => attribute(link, 'href'));
      const parts = [...document.querySelectorAll('main h2[id]')].map(({ id }) => `#${id}`).filter((id) => id !== '#cite');
      return named.length === 0 || named.join() === parts.join() ? [] : [`contents ${named.join(' ')}, parts ${parts.join(' ')}`];
    },
  },
  {
    truth: 'has no white space at the ends of its links, where an underline would show it',
    faults: ({ html }) => [...html.matchAll(/<a(?:\s[^>]*)?>(?:\s[^<]*|[^<]*\s)<\/a>/g)].map(([link]) => link.slice(0, 120)),
  },
  {
    truth: 'says in which language its words of other scripts are',
    faults: ({ document }) => languageFaults(document),
  },
  {
    truth: 'gives every picture an alternative, or marks it as decoration',
    faults: ({ document }) => [
      ...[...document.querySelectorAll('img, area, input[type=image]')]
        .filter((picture) => attribute(picture, 'alt') === undefined)
        .map((picture) => `<${picture.localName}> without alt`),
      ...[...document.querySelectorAll('svg')]
        .filter((svg) => !isTold(svg, document))
        .map((svg) => `<svg class="${attribute(svg, 'class')}"> not told`),
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

/** Whether a drawing has a name, is marked as decoration, or is part of one that is either. */
function isTold(svg: Element, document: Document): boolean {
  if (svg.closest('[aria-hidden="true"]') || /^(?:presentation|none)$/.test(attribute(svg, 'role') ?? '')) return true;
  if (!/^(?:img|group|graphics-document)$/.test(attribute(svg, 'role') ?? '')) return false;
  const ids = attribute(svg, 'aria-labelledby')?.split(/\s+/) ?? [];
  const names = [attribute(svg, 'aria-label'), ...ids.map((id) => document.getElementById(id)?.textContent)];
  return names.some((name) => name?.trim());
}
