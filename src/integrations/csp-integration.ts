import type { AstroIntegration } from 'astro';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addCsp } from './csp.ts';
import { tighten } from '../../scripts/build/tight-markup.ts';

/** After all else that changes pages: each loses the white space that only the layout of a template left there, and gets its security policy. */
export function cspIntegration(): AstroIntegration {
  return {
    name: 'finished-pages',
    hooks: {
      'astro:build:done'({ dir, logger }) {
        logger.info('finishing pages');
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, file);
          writeFileSync(path, addCsp(tighten(readFileSync(path, 'utf8'))));
        }
      },
    },
  };
}
