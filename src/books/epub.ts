import type { Zippable } from 'fflate';
import type { SiteMetadata } from '../config/site.ts';
import { zipFiles } from '../editions/bundle.ts';
import type { Book } from './book.ts';
import { resolveChapters, type ResolvedChapter } from './links.ts';
import { escapeText, xhtml, type Markup } from './markup.ts';
import { CHAPTER_STYLES } from './styles.ts';

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
export const contents = (chapters: readonly ResolvedChapter[], place: (chapter: string, id?: string) => string): Markup =>
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
