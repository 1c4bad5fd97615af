import type { AstroIntegration } from 'astro';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addCsp } from './csp.ts';

/** Adds the security policy to each page, after all other steps that change pages. */
export function cspIntegration(): AstroIntegration {
  return {
    name: 'finished-pages',
    hooks: {
      'astro:build:done'({ dir, logger }) {
        logger.info('finishing pages');
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, file);
          writeFileSync(path, addCsp(readFileSync(path, 'utf8')));
        }
      },
    },
  };
}
