import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
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

const directive = (name: string, sources: readonly string[]) => `${name} ${[...new Set(sources)].join(' ') || "'none'"}`;

const hashSource = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Prefixes the paths in `_headers` with the base path: hosts match the whole path of a request. */
export function headers(): AstroIntegration {
  let base = '/';
  return {
    name: 'headers',
    hooks: {
      'astro:config:done'({ config }) {
        base = config.base;
      },
      'astro:build:done'({ dir }) {
        const file = fileURLToPath(new URL('_headers', dir));
        writeFileSync(file, prefixHeaderPaths(base, readFileSync(file, 'utf8')));
      },
    },
  };
}

/** Returns a `_headers` file with the base path before each path. */
export const prefixHeaderPaths = (base: string, file: string): string => file.replace(/^\//gm, `${base.replace(/\/+$/, '')}/`);
