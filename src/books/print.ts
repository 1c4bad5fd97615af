import type { SiteMetadata } from '../config/site.ts';
import type { Book } from './book.ts';
import { contents } from './epub.ts';
import { resolveChapters } from './links.ts';
import { escapeText } from './markup.ts';
import { CHAPTER_STYLES } from './styles.ts';

/**
 * Returns a book as one page for paper (CSS Paged Media): A4, with page numbers and the chapter at the head.
 *
 * @param fonts `@font-face` rules
 * @param pages the page of each id, from a first print: the contents have placeholders without it
 */
export function printedBook(book: Book, site: SiteMetadata, fonts: string, pages?: ReadonlyMap<string, number>): string {
  const chapters = resolveChapters(book.chapters, site, (_, id) => `#${id}`);
  const idOf = new Map(chapters.map(({ name, body }) => [name, / id="([^"]+)"/.exec(body.xhtml)![1]!]));
  const [title, ...rest] = chapters;
  const toc = contents(rest, (name, id) => `#${id ?? idOf.get(name)}`).xhtml.replace(
    /(<a href="#([^"]+)">.*?)(<\/a>)/g,
    (_, start: string, id: string, end: string) => `${start} <span>${pages ? pages.get(id) : '000'}</span>${end}`,
  );
  const styles = [fonts, CHAPTER_STYLES, PAGE_STYLES, ...rest.map(({ name, title: head }) => chapterStyle(name, head, site))];
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeText(`${book.title}. ${book.edition}`)}</title>
<style>${styles.join('\n')}</style></head>
<body>
${title!.body.xhtml}
<nav${toc.length < SHORT ? ' class="short"' : ''}><h1>Contents</h1>
${toc}</nav>
${rest.map(({ body }) => body.xhtml).join('\n')}
</body></html>
`;
}

/** Contents with fewer characters of HTML fit on the title page. */
const SHORT = 4000;

const PAGE_STYLES = `
@page {
  size: A4; margin: 22mm 30mm 24mm;
  @bottom-center { content: counter(page); font: 8.5pt 'Source Sans 3', sans-serif; }
}
@page :first { @bottom-center { content: none; } }
html { font: 10.5pt/1.45 'Source Serif 4', 'Noto Serif JP', serif; }
body { margin: 0; }
.facts, small { font-family: 'Source Sans 3', 'Noto Serif JP', sans-serif; }
section, nav { break-before: page; }
section.title, nav.short { break-before: auto; }
nav.short { margin-top: 3em; }
nav.short h1 { font-size: 14pt; }
h1 { font: 400 24pt/1.15 'Source Serif 4 Display', 'Source Serif 4', serif; margin-top: 0; }
a { color: inherit; text-decoration: none; }
p { text-wrap: pretty; }
nav { font-size: 0.9em; columns: 2; column-gap: 8mm; }
nav h1 { column-span: all; }
nav > ol { margin: 0; }
nav ol ol { margin: 0 0 0.6em; font-size: 0.95em; }
nav li { margin: 0 0 0.2em; }
nav a { display: flex; justify-content: space-between; gap: 1em; }
nav span { font-variant-numeric: tabular-nums; }
`;

/** Returns the page style of a chapter, with its title at the head. */
const chapterStyle = (name: string, title: string, site: SiteMetadata) => `
section.${name} { page: ${name}; }
@page ${name} {
  @top-left { content: ${JSON.stringify(`${site.name} · ${site.edition}`)}; font: 8.5pt 'Source Sans 3', sans-serif; }
  @top-right { content: ${JSON.stringify(title)}; font: 8.5pt 'Source Sans 3', sans-serif; }
}`;
