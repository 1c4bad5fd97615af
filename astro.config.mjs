import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { lastChanges } from './src/integrations/sitemap-lastmod.ts';
import { siteAddress } from './src/config/site-url.ts';
import { finishedPages } from './src/integrations/csp-integration.ts';
import { contentFiles } from './src/integrations/virtual-record.ts';
import { contentChecks } from './src/integrations/content-watch.ts';
import { exportsOnRequest } from './scripts/dev/exports-on-request.ts';
import { fontFaces } from './src/integrations/fonts.ts';
import { searchOfLastBuild } from './src/integrations/search-index.ts';

const { site, base } = siteAddress;

export default defineConfig({
  site,
  base,
  outDir: process.env.OUT_DIR ?? './dist',
  cacheDir: './.astro',
  trailingSlash: 'always',
  compressHTML: true,
  prefetch: false,
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'always', assets: '_assets' },
  markdown: { syntaxHighlight: false, processor: satteri() },
  // Schemas for editors: completes and explains frontmatter in VS Code.
  experimental: { contentIntellisense: true },
  integrations: [
    fontFaces(),
    mdx(),
    sitemap({ serialize: lastChanges(base) }),
    contentFiles(),
    contentChecks(),
    exportsOnRequest(),
    searchOfLastBuild(),
    finishedPages(),
  ],
  vite: {
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
