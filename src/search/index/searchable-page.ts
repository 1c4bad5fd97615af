import { padPunctuation } from '../engine/tokenizer.ts';

/** A built page as search takes it in. */
export interface IndexablePage {
  address: string;
  title: string;
  description: string;
  /** The text of its main part as HTML of headings and paragraphs, every word apart from its neighbours. */
  html: string;
  /** The same as plain text. */
  text: string;
}

/** Takes the main part out of a page’s HTML; undefined where the page has none, or is not to be found: a tombstone, a redirect. */
export function parseIndexablePage(address: string, page: string): IndexablePage | undefined {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(page)?.[1];
  if (main === undefined || /<meta name="robots" content="noindex"/.test(page)) return undefined;
  const title = textOf(/<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? '');
  const description = decoded(/<meta name="description" content="([^"]*)"/.exec(page)?.[1] ?? '');
  const body = main
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<h1\b[\s\S]*?<\/h1>/g, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(TAG, (_, name: string) => (BLOCKS.has(name.toLowerCase()) ? BREAK : ' '));
  const paragraphs = padPunctuation(body).replace(BREAKS, '</p><p>');
  const html = `<html lang="en"><head><title>${escaped(title)}</title></head><body><h1>${escaped(title)}</h1><p>${paragraphs}</p></body></html>`;
  return { address, title, description, html, text: `${title} ${textOf(body.replaceAll(BREAK, ' '))}` };
}

const TAG = /<\/?([a-z][\w-]*)\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/** Stands for the end of a block until the signs within words are set apart. */
const BREAK = '\u0001';
const BREAKS = /\u0001(?:\s*\u0001)*/g;

/** What ends a sentence or a line of the page. */
const BLOCKS = new Set(
  'address article aside blockquote caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

const textOf = (html: string) =>
  decoded(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#38': '&',
  '#39': "'",
  '#34': '"',
  '#x27': "'",
  '#x26': '&',
};

const decoded = (text: string) =>
  text.replace(
    /&(#?\w+);/g,
    (whole, name: string) =>
      ENTITIES[name] ?? (name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1).replace('x', '0x'))) : whole),
  );

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
