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
        writeFileSync(file, prefixHeaderPaths(base, readFileSync(file, 'utf8')));
      },
    },
  };
}

/** Returns a `_headers` file with the base path before each path. */
export const prefixHeaderPaths = (base: string, file: string): string => file.replace(/^\//gm, `${base.replace(/\/+$/, '')}/`);
