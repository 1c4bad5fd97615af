import type { AstroIntegration } from 'astro';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** After the pages are built: takes out the white space that only the layout of a template left there. */
export function tightMarkup(): AstroIntegration {
  return {
    name: 'tight-markup',
    hooks: {
      'astro:build:done'({ dir, logger }) {
        logger.info('finishing pages');
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

/** Elements that begin a line of their own (HTML Living Standard, 15.3.3 and 15.3.8–10), and those of the head: white space beside them is never seen. */
const BLOCKS =
  'html|head|body|title|meta|link|style|main|header|footer|nav|section|article|aside|div|p|h[1-6]|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|figure|figcaption|blockquote|fieldset|legend|form|details|summary';
const AROUND_BLOCK = new RegExp(` ?(</?(?:${BLOCKS})(?: [^<>]*)?>) ?`, 'g');
const KEPT = /(<(pre|textarea|script|style)[\s>][\s\S]*?<\/\2>)/g;

/**
 * Takes the white space out of the ends of links, where an underline would show it, from between a link and the mark that follows, and from beside blocks, and the slash out of void elements; elsewhere a run of it becomes one space.
 * `<a href="/"> word </a>` → `<a href="/">word</a>`. What stands in `pre`, `textarea`, `script` and `style` stays.
 */
export function tighten(html: string): string {
  // `split` gives, for each kept element, what stands before it, the element, and the name of its tag.
  return html
    .split(KEPT)
    .map((part, index) => (index % 3 === 0 ? tightenPart(part) : index % 3 === 1 ? part : ''))
    .join('');
}

function tightenPart(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/(<(?:meta|link|input) [^<>]*?) ?\/>/g, '$1>')
    .replace(/(<a(?: [^<>]*)?>) /g, '$1')
    .replace(/ (<\/a>)/g, '$1')
    .replace(/(<\/a>) (?=[,.;:!?)])/g, '$1')
    .replace(AROUND_BLOCK, '$1');
}
