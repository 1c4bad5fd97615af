import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { contact, siteUrl } from './src/config/site.ts';
import { siteFiles } from './src/integrations/build.ts';
import { devServer } from './src/integrations/dev-server.ts';
import { fonts } from './src/integrations/fonts.ts';
import { sitemapLastmod } from './src/integrations/pages.ts';

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
  integrations: [fonts(), mdx(), sitemap({ serialize: sitemapLastmod(base) }), devServer(), siteFiles()],
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
