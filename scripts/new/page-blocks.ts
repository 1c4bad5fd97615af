import { removeInvisible } from '../../src/text/matching.ts';
import { collapseSpaces, splitBlocks } from './split-blocks.ts';

/** A block of a page with the nearest element that contains all of it. */
export interface PageBlock {
  text: string;
  element: Element;
}

/** Elements whose text is never printed, and pronunciations above Japanese words. */
const SKIPPED = /^(?:script|style|template|svg|iframe|object|head|rt|rp|option|textarea|audio|video|canvas)$/i;
const BLOCK =
  /^(?:address|article|aside|blockquote|body|button|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|legend|li|main|nav|noscript|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul|amp-[a-z-]+)$/i;

/** Returns all texts of a page in their order, split at block elements and at line breaks that separate paragraphs. */
export function readPageBlocks(root: Element): PageBlock[] {
  const blocks: PageBlock[] = [];
  let buffer = '';
  const flush = (element: Element) => {
    const texts = /\n/.test(buffer.trim())
      ? splitBlocks(buffer.replace(/^\n+|\n+$/g, '')).map(({ text }) => text)
      : [collapseSpaces(buffer)];
    blocks.push(...texts.filter(Boolean).map((text) => ({ text, element })));
    buffer = '';
  };
  const walk = (element: Element, preserved: boolean): void => {
    for (const node of element.childNodes) {
      if (node.nodeType === 3) {
        const text = removeInvisible(node.textContent ?? '');
        buffer += preserved ? text : text.replace(/[^\S\u3000]+/g, ' ');
      } else if (node.nodeType === 1) {
        const child = node as Element;
        const name = child.localName.toLowerCase();
        if (SKIPPED.test(name) && !child.hasAttribute('shadowrootmode')) continue;
        if (name === 'br') buffer += '\n';
        else if (name === 'td' || name === 'th') {
          if (buffer.trim()) buffer += '\t';
          walk(child, preserved);
        } else if (BLOCK.test(name)) {
          flush(element);
          walk(child, preserved || name === 'pre');
          flush(child);
        } else walk(child, preserved);
      }
    }
  };
  walk(root, false);
  flush(root);
  return blocks;
}
