import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { measure, type Run } from './measure.ts';

/**
 * Builds the pages of a built site once more with Starlight and with Eleventy: as many pages, the text and links of each as Markdown,
 * and for Eleventy a layout of our own shell. Prints pages a second, by processor and by clock.
 *
 * `node scripts/bench/peers.ts <folder> <built site>`, where in the folder `npm install astro @astrojs/starlight @11ty/eleventy@3` was run
 */
const [folder, built] = process.argv.slice(2).map((path) => resolve(path)) as [string, string];
const pages = readdirSync(built, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile() && item.name === 'index.html')
  .map((item) => pageOf(join(item.parentPath, item.name)))
  .toSorted((a, b) => (a.path < b.path ? -1 : 1));

eleventy();
say('Eleventy', await measure('npx', ['eleventy', '--quiet'], { cwd: folder }));
starlight();
say('Starlight', await measure('npx', ['astro', 'build'], { cwd: folder, env: { NODE_OPTIONS: '--max-old-space-size=3000' } }));

interface Page {
  /** From the site's root, without slashes at its ends; empty for the home page. */
  path: string;
  title: string;
  markdown: string;
  /** The page around its text. */
  shell: [string, string];
}

function pageOf(file: string): Page {
  const html = readFileSync(file, 'utf8');
  const [, before = '', main = '', after = ''] = /^([\s\S]*<main[^>]*>)([\s\S]*)(<\/main>[\s\S]*)$/.exec(html) ?? [];
  return {
    path: relative(built, dirname(file)),
    title: /<title>([^<]*)/.exec(html)![1]!.replaceAll('"', ''),
    markdown: markdownOf(main),
    shell: [before, after],
  };
}

/** Text and links of a page, a paragraph for each block: what another generator would be given to write. */
function markdownOf(html: string): string {
  return html
    .replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<h([2-4])\b[^>]*>/g, (_, level: string) => `\n\n${'#'.repeat(Number(level))} `)
    .replace(
      /<a\b[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g,
      (_, href: string, text: string) => `[${text.replace(/<[^>]*>/g, '').trim()}](${href})`,
    )
    .replace(/<\/(?:p|li|dd|dt|h\d|tr|summary|div)>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/[{}]/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/\n\s*\n\s*/g, '\n\n')
    .trim();
}

function eleventy() {
  clear();
  const [before, after] = pages.find(({ path }) => /^entries\/[^/]+\/s1$/.test(path))!.shell;
  const raw = (html: string) => `{% raw %}${html}{% endraw %}`;
  write('input/_includes/page.njk', `${raw(before)}{{ content | safe }}${raw(after)}`);
  for (const { path, title, markdown } of pages)
    write(join('input', path, 'index.md'), `---\ntitle: "${title}"\nlayout: page.njk\n---\n\n${markdown}\n`);
  write('eleventy.config.js', `export default () => ({ dir: { input: 'input', output: 'output' }, markdownTemplateEngine: false });\n`);
}

function starlight() {
  clear();
  for (const { path, title, markdown } of pages)
    write(join('src/content/docs', `${path || 'index'}.md`), `---\ntitle: "${title}"\n---\n\n${markdown}\n`);
  write(
    'src/content.config.ts',
    `import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n`,
  );
  write(
    'astro.config.mjs',
    `import starlight from '@astrojs/starlight';\nexport default { integrations: [starlight({ title: 'Peer', sidebar: [{ label: 'Home', link: '/' }] })] };\n`,
  );
}

function clear() {
  for (const name of ['input', 'output', 'src', 'dist', '.astro', 'astro.config.mjs', 'eleventy.config.js'])
    rmSync(join(folder, name), { recursive: true, force: true });
}

function write(path: string, text: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function say(name: string, { whole: { seconds, cpu, megabytes } }: Run) {
  const rate = (time: number) => (pages.length / time).toFixed(1);
  console.log(
    `${name.padEnd(10)} ${pages.length} pages: ${rate(cpu)} a cpu second, ${rate(seconds)} a second, ${cpu.toFixed(1)} cpu s, ${seconds.toFixed(1)} s, peak ${Math.round(megabytes)} MB`,
  );
}
