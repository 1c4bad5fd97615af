import { toCitableItem } from '../citations/to-csl.ts';
import { formatCitations } from '../citations/format-citations.ts';
import type { SiteMetadata } from '../config/site.ts';
import { formatDate, formatDay } from '../dates/format.ts';
import { citePath, entryPath, homePath } from '../paths/paths.ts';
import { corpusSummary, type EntryNode, type TheRecord } from '../record/model.ts';
import { statementKindDescriptions, statementKinds } from '../schema/statement.ts';
import { kindLabels } from '../text/labels.ts';
import { articleChapter } from './article.ts';
import { type Chapter, link, Markup, xhtml } from './markup.ts';
import {
  actorsChapter,
  forecastsChapter,
  linksChapter,
  placesChapter,
  questionsChapter,
  termsChapter,
  timelineChapter,
} from './reference-chapters.ts';

/** A book, before its links are resolved. */
export interface Book {
  /** Name of its files, without extension: `record`, or the id of an article. */
  name: string;
  title: string;
  /** `Edition 2026.2, 30 November 2026`. */
  edition: string;
  description: string;
  /** URL of its page on the site. */
  url: string;
  chapters: Chapter[];
}

/** Returns the whole edition as a book. */
export function recordBook(record: TheRecord, site: SiteMetadata): Book {
  const book = {
    name: 'record',
    title: site.name,
    edition: formatEdition(site),
    description: site.description,
    url: site.url(homePath),
  };
  const how = citations(
    record.entries.flatMap((node) => bibliography(node, site)),
    [
      xhtml`${site.name}. ${site.inPreparation ? 'In preparation' : 'Published'}. Edition ${site.edition}, ${formatDay(site.issued)}. ${link(book.url, book.url)}.`,
    ],
  );
  const chapters = [
    ...record.entries.map((entry) => articleChapter(entry, record, site)),
    ...[questionsChapter, linksChapter, forecastsChapter, timelineChapter, actorsChapter, placesChapter, termsChapter].map((make) =>
      make(record),
    ),
  ];
  return {
    ...book,
    chapters: [
      titlePage(book, site, xhtml`<p>${record.statements.length} statements from ${corpusSummary(record).number} articles.</p>`),
      guide(),
      ...chapters,
      how,
    ],
  };
}

/** Returns the account of one article, with the links of its statements, as a book. */
export function articleBook(entry: EntryNode, record: TheRecord, site: SiteMetadata): Book {
  const { label, source } = entry.data;
  const book = {
    name: entry.id,
    title: source.title,
    edition: formatEdition(site),
    description: `${label}, taken apart into ${entry.statements.length} statements.`,
    url: site.url(entryPath(entry.id)),
  };
  const relations = record.relations.filter(({ from, to }) => from.entry === entry || to.entry === entry);
  const forecasting = { ...record, statements: entry.statements };
  const cited = formatCitations(toCitableItem({ kind: 'entry', node: entry }, site), 'chicago').works.entries;
  return {
    ...book,
    chapters: [
      titlePage(
        book,
        site,
        xhtml`<p>${entry.publisher.data.names.en}, ${formatDate(source.published.edtf, source.published.basis)}: the article in ${entry.statements.length} statements.</p>`,
      ),
      articleChapter(entry, record, site),
      ...(relations.length > 0 ? [linksChapter({ ...record, relations })] : []),
      ...(entry.statements.some(({ data }) => data.kind === 'forecast') ? [forecastsChapter(forecasting)] : []),
      guide(),
      citations(
        bibliography(entry, site),
        cited.map(({ html }) => new Markup(html)),
      ),
    ],
  };
}

const formatEdition = ({ edition, issued, inPreparation }: SiteMetadata) =>
  `Edition ${edition}, ${formatDay(issued)}${inPreparation ? ', in preparation' : ''}`;

const bibliography = (node: EntryNode, site: SiteMetadata) =>
  formatCitations(toCitableItem({ kind: 'source', node }, site), 'chicago').works.entries.map(({ html }) => new Markup(html));

function titlePage({ title, edition, description, url }: Omit<Book, 'chapters'>, site: SiteMetadata, counts: Markup): Chapter {
  const body = xhtml`<div class="title-page">${title !== site.name && xhtml`<p class="facts">${site.name}</p>`}
<h1>${title}</h1>
${title === site.name && xhtml`<p class="lede">${description}</p>`}
${counts}
<p>${edition}<br/>${link(url, url)}</p>
<p class="facts">Text: Creative Commons Attribution 4.0 (${link(site.license, 'CC BY 4.0')}). The articles belong to their publishers; the book contains only short attributed quotations from them.</p></div>`;
  return { name: 'title', title: 'Title page', address: homePath, body };
}

function guide(): Chapter {
  const body = xhtml`<h1>How to read this book</h1>
<p>An article is taken apart into numbered <b>statements</b>, in the Record’s own words. Each names who says it, through whom, and the paragraph (¶) of the article.</p>
<p>“Double marks” are for direct speech that the article prints. ‘Single marks’ are for the article’s own wording. Numbers in brackets name the statements on which a sentence rests.</p>
<p>A date is <i>reckoned</i> if it is counted from words such as ‘last month’, and <i>inferred</i> if it rests on other evidence. The reason follows in brackets.</p>
<h2>Kinds of statement</h2>
<dl>${statementKinds.map((kind) => xhtml`<dt>${kindLabels[kind]}</dt><dd>${statementKindDescriptions[kind]}</dd>`)}</dl>`;
  return { name: 'guide', title: 'How to read this book', address: '/about/', body };
}

function citations(articles: readonly Markup[], book: readonly Markup[]): Chapter {
  const body = xhtml`<h1>Bibliography and how to cite</h1>
<h2>The articles</h2>
${articles.map((work) => xhtml`<p class="work">${work}</p>`)}
<h2>This book</h2>
${book.map((work) => xhtml`<p class="work">${work}</p>`)}
<p>A statement is cited by its own address, with the edition, and with the article and its paragraph. ${link(citePath, 'How to cite')} has every style.</p>`;
  return { name: 'citations', title: 'Bibliography and how to cite', address: citePath, body };
}
