import { createHash } from 'node:crypto';
import type { BuiltPage } from './built-pages.ts';

/** Directives that are the same on every page. */
const FIXED: Record<string, string> = {
  'default-src': "'none'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
};

/** Returns what a page needs and its Content Security Policy forbids, and what the policy allows without need. */
export function policyFaults({ document, html }: Pick<BuiltPage, 'document' | 'html'>): string[] {
  const metas = [...document.querySelectorAll('meta[http-equiv="content-security-policy" i]')];
  if (metas.length !== 1) return [`${metas.length} policies, not one`];
  if (html.search(/<(?:script|style|link|img)\b/) < html.search(/<meta http-equiv="content-security-policy"/i))
    return ['the policy comes after a resource'];
  const policy = new Map(
    metas[0]!
      .getAttribute('content')!
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );
  const faults = Object.entries(FIXED)
    .filter(([name, value]) => policy.get(name)?.join(' ') !== value)
    .map(([name]) => `${name} is ${policy.get(name)?.join(' ')}`);
  faults.push(
    ...[...policy.keys()].filter((name) => !(name in FIXED) && !/^(?:script|style)-src$/.test(name)).map((name) => `${name} is not needed`),
  );

  const inline = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => hashOf(textContent ?? ''));
  const scripts = inline('script:not([src]):not([type="application/ld+json"])');
  const search = document.querySelector('record-search') ? ["'wasm-unsafe-eval'"] : [];
  const sheets = document.querySelector('link[rel="stylesheet"]') ? ["'self'"] : [];
  faults.push(...differences('style-src', policy.get('style-src') ?? [], [...sheets, ...inline('style')]));
  faults.push(...differences('script-src', policy.get('script-src') ?? [], ["'self'", ...search, ...scripts]));

  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name === 'style' || /^on/i.test(name)) faults.push(`<${element.localName} ${name}="${value.slice(0, 40)}">`);
      if (/^\s*(?:javascript|vbscript|data):/i.test(value) && /^(?:href|src|action|formaction|xlink:href|data)$/.test(name))
        faults.push(`${name}="${value.slice(0, 40)}"`);
    }
  }
  return faults;
}

function differences(name: string, given: readonly string[], needed: readonly string[]): string[] {
  return [
    ...needed.filter((source) => !given.includes(source)).map((source) => `${name} lacks ${source}`),
    ...given.filter((source) => !needed.includes(source)).map((source) => `${name} allows ${source}, which is not needed`),
  ];
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
