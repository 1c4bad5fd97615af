import type { Zippable } from 'fflate';
import type { SiteMetadata } from '../config/site.ts';
import { zipFiles } from '../editions/downloads.ts';
import type { Book } from './book.ts';
import { escapeText, type Markup, resolveChapters, type ResolvedChapter, xhtml } from './markup.ts';

/** Returns a book as EPUB 3.3. The same book gives the same bytes. */
export function createEpub(book: Book, site: SiteMetadata): Uint8Array {
  const chapters = resolveChapters(book.chapters, site, (name, id) => `${name}.xhtml#${id}`);
  const documents: Record<string, string> = {
    'META-INF/container.xml': CONTAINER,
    'EPUB/package.opf': packageDocument(book, chapters, site),
    'EPUB/nav.xhtml': document('Contents', navigation(chapters)),
    'EPUB/style.css': CHAPTER_STYLES,
    ...Object.fromEntries(chapters.map(({ name, title, body }) => [`EPUB/${name}.xhtml`, document(title, body)])),
  };
  // The media type comes first and is not compressed (EPUB 3.3, 4.2.3).
  const files: Zippable = { mimetype: [Buffer.from('application/epub+zip'), { level: 0 }] };
  for (const [path, text] of Object.entries(documents)) files[path] = Buffer.from(text);
  return zipFiles(files, site.issued);
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * Returns a book as one page for paper (CSS Paged Media): A4, with page numbers and the chapter at the head.
 *
 * @param fonts `@font-face` rules
 * @param pages the page of each id, from a first print. Without it the contents have placeholders.
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
<nav${toc.length < MAX_SHORT_CONTENTS ? ' class="short"' : ''}><h1>Contents</h1>
${toc}</nav>
${rest.map(({ body }) => body.xhtml).join('\n')}
</body></html>
`;
}

const document = (title: string, body: Markup) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>${escapeText(title)}</title><link rel="stylesheet" href="style.css"/></head>
<body>
${body.xhtml}
</body>
</html>
`;

const navigation = (chapters: readonly ResolvedChapter[]) =>
  xhtml`<nav epub:type="toc" role="doc-toc" aria-labelledby="contents"><h1 id="contents">Contents</h1>
${contents(chapters, (name, id) => `${name}.xhtml${id ? `#${id}` : ''}`)}</nav>`;

/** Returns the list of chapters and their sections. @param place formats a link to a chapter, or to a section of it */
const contents = (chapters: readonly ResolvedChapter[], place: (chapter: string, id?: string) => string): Markup =>
  xhtml`<ol>${chapters.map(
    ({ name, title, sections }) =>
      xhtml`<li><a href="${place(name)}">${title}</a>${
        sections.length > 0 &&
        xhtml`<ol>${sections.map((section) => xhtml`<li><a href="${place(name, section.id)}">${section.title}</a></li>`)}</ol>`
      }</li>\n`,
  )}</ol>`;

function packageDocument(book: Book, chapters: readonly ResolvedChapter[], site: SiteMetadata): string {
  const items = chapters.map(({ name }) => `<item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml"/>`);
  const references = chapters.map(({ name }) => `<itemref idref="${name}"/>`);
  const features = ['tableOfContents', 'readingOrder', 'structuralNavigation', 'index'];
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeText(`${book.url}#edition-${site.edition}`)}</dc:identifier>
<dc:title>${escapeText(book.title)}</dc:title>
<dc:language>en</dc:language>
<dc:creator>${escapeText(site.name)}</dc:creator>
<dc:publisher>${escapeText(site.name)}</dc:publisher>
<dc:date>${site.issued}</dc:date>
<dc:description>${escapeText(`${book.description} ${book.edition}.`)}</dc:description>
<dc:rights>${site.license}</dc:rights>
<dc:source>${escapeText(book.url)}</dc:source>
<meta property="dcterms:modified">${site.issued}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
${features.map((feature) => `<meta property="schema:accessibilityFeature">${feature}</meta>`).join('\n')}
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Text with headings, links and a table of contents, and without pictures.</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${items.join('\n')}
</manifest>
<spine>
${references.slice(0, 1).join('\n')}
<itemref idref="nav"/>
${references.slice(1).join('\n')}
</spine>
</package>
`;
}

/** Characters of HTML below which the contents fit on the title page. */
const MAX_SHORT_CONTENTS = 4000;

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

/** Styles of a chapter, in the EPUB and on paper. Colours come from the reader, so that a dark theme works. */
const CHAPTER_STYLES = `
body { line-height: 1.45; }
h1, h2, h3 { line-height: 1.2; font-weight: 600; break-after: avoid; page-break-after: avoid; hyphens: none; text-align: left; }
h1 { font-size: 1.7em; margin: 1em 0 0.7em; }
h2 { font-size: 1.25em; margin: 1.8em 0 0.6em; }
h3 { font-size: 1em; margin: 1.4em 0 0.4em; }
p { margin: 0 0 0.5em; orphans: 2; widows: 2; }
.lede { font-size: 1.1em; }
.facts, small { font-size: 0.85em; line-height: 1.35; font-family: sans-serif; overflow-wrap: break-word; }
.facts small { font-size: 1em; }
.refs { font-size: 0.75em; }
.item { margin: 0 0 0.9em; break-inside: avoid; page-break-inside: avoid; }
.item p { margin: 0 0 0.15em; }
.facts + .facts { margin-top: -0.35em; }
.item .facts + .facts { margin-top: 0; }
.long { break-inside: auto; page-break-inside: auto; }
.long p { margin-bottom: 0.4em; }
.long p:first-child { margin: 0; break-after: avoid; page-break-after: avoid; }
.statement { padding-left: 2em; }
.n { display: inline-block; width: 2em; margin-left: -2em; }
ul { margin: 0 0 0.8em; padding-left: 1.2em; }
li { margin: 0 0 0.3em; }
h2 + .facts { break-after: avoid; page-break-after: avoid; }
dt { font-weight: 600; break-after: avoid; page-break-after: avoid; }
dd { margin: 0 0 0.6em 1.2em; }
.work { padding-left: 1.5em; text-indent: -1.5em; overflow-wrap: break-word; }
.title-page { padding-top: 20%; }
nav ol { list-style: none; padding-left: 1.2em; }
nav > ol { padding: 0; }
`;
