import type { AstroIntegration } from 'astro';

/**
 * Lets pages ask for the Record by `record:current`. The reader stays outside the bundle, so that everything in the process that
 * asks for the Record, pages and build steps, shares one.
 */
export function virtualRecord(): AstroIntegration {
  const reader = new URL('../loader/current-record.ts', import.meta.url).href;
  return {
    name: 'content-files',
    hooks: {
      'astro:config:setup'({ updateConfig }) {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'record-current',
                enforce: 'pre',
                resolveId: (id) => (id === 'record:current' ? { id: reader, external: true } : undefined),
              },
            ],
          },
        });
      },
    },
  };
}
