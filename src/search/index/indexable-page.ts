import { padPunctuation } from '../engine/tokenizer.ts';

/** The text of a built page. */
export interface IndexablePage {
  /** Path from the root of the site, without the base path. */
  path: string;
  title: string;
  description: string;
  /** HTML for Pagefind: the title and the text as paragraphs, with spaces between all words. */
  html: string;
  /** Plain text, with the title. */
  text: string;
}

/** Extracts the main part of a page. Returns undefined if there is none, or if the page is a redirect or marked `noindex`. */
export function parseIndexablePage(path: string, page: string): IndexablePage | undefined {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1];
  if (main === undefined || /<meta name="robots" content="noindex"/.test(page)) return undefined;
  const title = textOf(/<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? '');
  const description = decodeEntities(/<meta name="description" content="([^"]*)"/.exec(page)?.[1] ?? '');
  const body = main
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<h1\b[\s\S]*?<\/h1>/g, ' ')
    .replace(/<(p|ul)\b[^>]*\bdata-pagefind-ignore\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(TAG, (_, name: string) => (BLOCK_ELEMENTS.has(name.toLowerCase()) ? BLOCK_END : ' '));
  const paragraphs = padPunctuation(body).replace(BLOCK_ENDS, '</p><p>');
  const heading = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const html = `<html lang="en"><head><title>${heading}</title></head><body><h1>${heading}</h1><p>${paragraphs}</p></body></html>`;
  return { path, title, description, html, text: `${title} ${textOf(body.replaceAll(BLOCK_END, ' '))}` };
}

const TAG = /<\/?([a-z][\w-]*)\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/** Placeholder for the start or the end of a block element, until punctuation is padded. */
const BLOCK_END = '\u0001';
const BLOCK_ENDS = /\u0001(?:\s*\u0001)*/g;

/** Elements that end a sentence or a line. */
const BLOCK_ELEMENTS = new Set(
  'address article aside blockquote caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

const textOf = (html: string) =>
  decodeEntities(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

const NAMED_ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decodeEntities = (text: string) =>
  text.replace(
    /&(#?\w+);/g,
    (entity, name: string) =>
      NAMED_ENTITIES[name] ?? (name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1).replace('x', '0x'))) : entity),
  );
