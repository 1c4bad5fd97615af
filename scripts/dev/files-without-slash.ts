import type { AstroIntegration } from 'astro';

/**
 * While authors work: answers files that a rest route makes (`/data.bib`, `/data/SHA256SUMS`). Astro's development server judges
 * `trailingSlash: 'always'` by the route's name, which has no ending here, and would ask for `/data.bib/`; the build writes files as named.
 */
export function filesWithoutSlash(): AstroIntegration {
  return {
    name: 'files-without-slash',
    hooks: {
      'astro:config:setup'({ command, updateConfig }) {
        if (command === 'dev') updateConfig({ trailingSlash: 'ignore' });
      },
    },
  };
}
