import type { SiteMetadata } from '../config/site.ts';
import type { EntryNode, StatementNode } from '../record/model.ts';
import { splitByScript } from '../text/split-by-script.ts';
import { byArticle, reference } from '../views/reference.ts';

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

/** Escapes a text for XML. Day and month stay on one line. */
export const escapeText = (text: string) =>
  text
    .replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)
    .replace(/\b(\d{1,2}) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/g, '$1\u00a0');

/** Joins parts that are present. */
export const join = (parts: readonly Part[], separator: string): Markup => new Markup(parts.map(serialize).filter(Boolean).join(separator));

/** Returns the id of what has its own page on the site: `/entries/tass-2026/s11/` → `entries-tass-2026-s11`. */
export const idOf = (address: string) => address.replace(/^\/|\/$/g, '').replaceAll(/[^\w-]+/g, '-');

/** Links to the page of an address. `resolveChapters` replaces it by the place in the book. */
export const link = (address: string, text: string | number | Markup) => xhtml`<a href="${address}">${text}</a>`;

/** Formats references to statements, by article: `TASS 2026: 7, 8`. The references to the chapter’s own entry have only numbers. */
export function references(statements: readonly StatementNode[], own?: EntryNode): Markup {
  const groups = byArticle(statements.map(reference)).map(({ entry, references: group }) => {
    const numbers = join(
      group.map(({ address, n }) => link(address, n)),
      ', ',
    );
    return entry === own?.data.label ? numbers : xhtml`${entry.replaceAll(' ', '\u00a0')}:\u00a0${numbers}`;
  });
  return xhtml`<small class="refs">[${join(groups, '; ')}]</small>`;
}

/** A chapter; its file in the EPUB is `<name>.xhtml`. */
export interface Chapter {
  name: string;
  title: string;
  /** Path of its page on the site. */
  address: string;
  body: Markup;
}

/** A chapter whose links lead to places in the book. */
export interface ResolvedChapter extends Chapter {
  /** Its main headings, for tables of contents. */
  sections: { id: string; title: Markup }[];
}

/**
 * Gives ids to chapters and headings. Links to pages of the site become links inside the book, or URLs of the site if the book does not
 * contain the thing.
 *
 * @param place formats a link inside the book
 */
export function resolveChapters(
  chapters: readonly Chapter[],
  site: SiteMetadata,
  place: (chapter: string, id: string) => string,
): ResolvedChapter[] {
  const wrapped = chapters.map(({ body, ...chapter }) => {
    let headings = 0;
    const text = body.xhtml.replaceAll('<h2>', () => `<h2 id="${chapter.name}-${(headings += 1)}">`);
    return { ...chapter, text: `<section class="${chapter.name}" id="${idOf(chapter.address) || chapter.name}">\n${text}\n</section>` };
  });
  const owners = new Map(wrapped.flatMap(({ name, text }) => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => [id!, name])));
  return wrapped.map(({ text, ...chapter }) => ({
    ...chapter,
    sections: [...text.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/g)].map(([, id, title]) => ({ id: id!, title: new Markup(title!) })),
    body: new Markup(
      text.replace(/ href="(\/[^"]*)"/g, (_, address: string) => {
        const [id, owner] = [idOf(address), owners.get(idOf(address))];
        return ` href="${owner ? place(owner, id) : site.url(address)}"`;
      }),
    ),
  }));
}

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
