import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { sitemapLastmod } from './src/integrations/sitemap-lastmod.ts';
import { contact, siteUrl } from './src/config/site.ts';
import { books } from './src/integrations/books.ts';
import { cards } from './src/integrations/cards.ts';
import { csp, headers } from './src/integrations/csp.ts';
import { contentWatch } from './src/integrations/content-watch.ts';
import { exports } from './src/integrations/exports.ts';
import { figures } from './src/integrations/figures.ts';
import { fonts } from './src/integrations/fonts.ts';
import { manifest } from './src/integrations/manifest.ts';
import { trimStyles } from './src/integrations/trim-styles.ts';
import { searchIndex } from './src/integrations/search-index.ts';

const { site, base } = siteUrl;
const problems = [...siteUrl.problems, ...contact.problems];
if (problems.length > 0) throw new Error(problems.map(({ message, hint }) => `${message}: ${hint}`).join('\n'));

/** Gives each module its own helper for `import()`, which Vite shares as a separate file: a reading page loads one script. */
const inlinePreloadHelper = {
  name: 'inline-preload-helper',
  enforce: /** @type {const} */ ('pre'),
  resolveId: (source, importer) => (source === '\0vite/preload-helper.js' ? `\0import-helper:${importer}` : undefined),
  load: (id) => (id.startsWith('\0import-helper:') ? 'export const __vitePreload = (load) => load();' : undefined),
};

export default defineConfig({
  site,
  base,
  cacheDir: './.astro',
  trailingSlash: 'always',
  prefetch: false,
  devToolbar: { enabled: false },
  // While one page is written, the next is rendered.
  build: { format: 'directory', inlineStylesheets: 'always', assets: '_assets', concurrency: 4 },
  markdown: { syntaxHighlight: false, processor: satteri() },
  // Schemas for editors: completes and explains frontmatter in VS Code.
  experimental: { contentIntellisense: true },
  integrations: [
    fonts(),
    mdx(),
    sitemap({ serialize: sitemapLastmod(base) }),
    contentWatch(),
    trimStyles(),
    csp(),
    headers(),
    books(),
    ...searchIndex(exports(), cards(), figures()),
    manifest(),
  ],
  vite: {
    plugins: [inlinePreloadHelper],
    // The names of templates and of faces, which scripts and fonts have otherwise, would be bytes on every page.
    environments: {
      client: { build: { rolldownOptions: { output: { entryFileNames: '_assets/[hash].js', chunkFileNames: '_assets/[hash].js' } } } },
    },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: { assetFileNames: '_assets/[hash][extname]' },
        onLog(level, log, next) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log);
        },
      },
    },
  },
});
