import type { AstroIntegration } from 'astro';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** After the pages are built: takes the white space out of the ends of links, where the layout of a template left it and an underline would show it. */
export function tightLinks(): AstroIntegration {
  return {
    name: 'tight-links',
    hooks: {
      'astro:build:done'({ dir }) {
        const folder = fileURLToPath(dir);
        for (const file of globSync('**/*.html', { cwd: folder })) {
          const path = join(folder, file);
          const html = readFileSync(path, 'utf8');
          const tight = tighten(html);
          if (tight !== html) writeFileSync(path, tight);
        }
      },
    },
  };
}

/** `<a href="/"> word </a>` → `<a href="/">word</a>` */
export function tighten(html: string): string {
  return html.replace(/(<a(?:\s[^>]*)?>)\s+/g, '$1').replace(/\s+(<\/a>)/g, '$1');
}
