import type { AstroIntegration } from 'astro';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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
        writeFileSync(file, prefixHeaders(base, readFileSync(file, 'utf8')));
      },
    },
  };
}

/** The rules of a `_headers` file with a base path before each path. */
export const prefixHeaders = (base: string, rules: string): string => rules.replace(/^\//gm, `${base.replace(/\/+$/, '')}/`);
