import { splitByScript } from '../text/split-by-script.ts';

/** Well-formed XHTML. A template inserts it as it is, and escapes every text. */
export class Markup {
  readonly xhtml: string;
  constructor(xhtml: string) {
    this.xhtml = xhtml;
  }
}

type Part = Markup | string | number | false | undefined | readonly Part[];

/** Tags a template of XHTML. Words in Japanese or Cyrillic get their language, so attributes take only ASCII. */
export const xhtml = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.reduce((before, after, index) => before + serialize(parts[index - 1]) + after));

function serialize(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.xhtml;
  if (typeof part === 'object') return part.map(serialize).join('');
  return splitByScript(String(part))
    .map(({ text, lang }) =>
      lang && /\p{L}/u.test(text) ? `<span lang="${lang}" xml:lang="${lang}">${escapeText(text)}</span>` : escapeText(text),
    )
    .join('');
}

/** Escapes a text for XML. Day and month stay on one line. */
export const escapeText = (text: string) =>
  text
    .replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)
    .replace(/\b(\d{1,2}) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/g, '$1\u00a0');

/** Joins parts that are present. */
export const join = (parts: readonly Part[], separator: string): Markup => new Markup(parts.map(serialize).filter(Boolean).join(separator));
