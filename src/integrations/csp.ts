import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Adds a security policy to every page of a build. Must run after everything else that changes pages. */
export function csp(): AstroIntegration {
  return {
    name: 'csp',
    hooks: {
      'astro:build:done'({ dir }) {
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, file);
          writeFileSync(path, addCsp(readFileSync(path, 'utf8')));
        }
      },
    },
  };
}

/** Types of script that a browser runs or obeys; any other is a block of data, such as JSON-LD, which no policy concerns. */
const RUN = /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:java|ecma)script)$/i;

/**
 * The Content Security Policy (CSP level 3) of a page: nothing but files of its own host, and of inline styles and scripts those that
 * stand in it, by hash. The search, and only it, may compile WebAssembly. What a `<meta>` cannot say (who may frame the page) hosts' headers say.
 */
export function createPolicy(html: string): string {
  const styles = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(([, text = '']) => hashOf(text));
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/\ssrc=/.test(attributes) && RUN.test(/\stype="?([^"\s>]*)/.exec(attributes)?.[1] ?? ''))
    .map(([, , text = '']) => hashOf(text));
  const search = html.includes('<record-search') ? ["'wasm-unsafe-eval'"] : [];
  return [
    "default-src 'none'",
    sources('script-src', ["'self'", ...search, ...scripts]),
    sources('style-src', styles),
    ...['img-src', 'font-src', 'connect-src', 'manifest-src', 'form-action'].map((name) => sources(name, ["'self'"])),
    "base-uri 'none'",
  ].join(';');
}

/** The page with its policy, before anything that it governs. */
export function addCsp(html: string): string {
  const charset = /<meta charset="utf-8"\s*\/?>/i;
  if (!charset.test(html))
    throw new Error('A page has no <meta charset="utf-8">, after which its security policy would stand: add it to the head.');
  return html.replace(charset, (tag) => `${tag}<meta http-equiv="content-security-policy" content="${createPolicy(html)}">`);
}

const sources = (name: string, list: readonly string[]) => `${name} ${[...new Set(list)].join(' ') || "'none'"}`;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
