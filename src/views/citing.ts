import type { CitableItem } from '../citations/citable.ts';
import { formatCitations, type FormattedCitation, styleNames } from '../citations/format-citations.ts';
import { formatPath, pageFormats } from '../paths/paths.ts';
import { citableItems, toCitableItem } from '../citations/to-csl.ts';
import { type SiteMetadata, siteName } from '../config/site.ts';
import type { TheRecord, StatementNode } from '../record/model.ts';
import { formatDate } from '../dates/format.ts';
import { formatLocators } from '../text/labels.ts';
import { voiceOf, voiceClasses } from './voice.ts';
import type { CollectedStatement } from '../notebook/notebook.ts';
import { statementListItem } from './list-items.ts';

/** A formatted citation in the cite box. */
export interface CitationListItem extends FormattedCitation {
  /** Id of its element. */
  id: string;
}

/** The citations of a page in one style. */
export interface CitationStyle {
  label: string;
  parts: { label: string; citations: CitationListItem[] }[];
}

export type CiteBoxView = ReturnType<typeof citeBox>;

/**
 * Returns the cite box of a page.
 *
 * @param citable the page
 * @param source the article itself, for the page of an entry
 */
export function citeBox(citable: CitableItem, source?: CitableItem) {
  const own = citable.subject.kind === 'source';
  return {
    heading: own ? 'Cite the article itself' : 'Cite this page of the Record',
    styles: styled(citable, 'cite'),
    downloads: pageFormats.map(({ extension, label }) => ({ label, address: formatPath(citable.address, extension) })),
    ...(source && { article: { heading: 'Cite the article itself', address: source.address, styles: styled(source, 'article') } }),
  };
}

/** What the examples are called, by kind. */
const KIND_LABELS: Record<CitableItem['subject']['kind'], string> = {
  entry: 'The Record’s page on an article',
  source: 'An article itself',
  statement: 'A statement',
  event: 'An event',
  actor: 'An actor',
  theme: 'A theme',
  question: 'A question, with the answers of all articles',
  place: 'A place',
  term: 'A term',
  withdrawn: 'What was withdrawn',
  data: 'The data',
};

/** Returns one example for each kind: its first item in the Record. */
export function citationExamples(record: TheRecord, site: SiteMetadata) {
  const first = new Map<string, CitableItem>();
  for (const citable of citableItems(record, site))
    if (!citable.withdrawn && !first.has(citable.subject.kind)) first.set(citable.subject.kind, citable);
  return [...first.values()].map((citable) => ({
    kind: KIND_LABELS[citable.subject.kind],
    // The title of the cited item.
    title: citable.csl.title,
    address: citable.address,
    // As a footnote in Chicago style.
    note: formatCitations(citable, 'chicago').note,
  }));
}

/**
 * Formats a statement for a message or a note: the sentence, who holds it and who passed it on, the article with its passages, the Record and the URL.
 *
 * @param url of the page of the statement
 */
export function quotation(statement: StatementNode, url: string): string {
  const { data, entry } = statement;
  const { title, published } = entry.data.source;
  const article = `“${title}”, ${entry.publisher.data.names.en}, ${formatDate(published.edtf, published.basis)}, ${formatLocators(data.at)}`;
  return `${data.text}\n${voiceOf(statement).names}, in ${article}.\n${siteName}, ${url}`;
}

/** Returns a statement as the notebook of a reader shows and cites it. */
export function collectedStatement(node: StatementNode, site: SiteMetadata): CollectedStatement {
  const { id, text, voice, entry, at, date, kindLabel } = statementListItem(node);
  const { withdrawn } = node.data;
  return {
    id,
    text,
    voice: voice.names,
    mark: voiceClasses(voice),
    facts: [`${entry.label}, ${at}`, ...(date ? [date] : []), kindLabel.toLowerCase()],
    citation: formatCitations(toCitableItem({ kind: 'statement', node }, site), 'chicago').note.html,
    ...(withdrawn && { withdrawn: { reason: withdrawn.reason, ...(withdrawn.instead && { instead: withdrawn.instead }) } }),
  };
}

/** Formats of a figure, with the names of their links. */
const figureFormats = { svg: 'SVG', png: 'PNG', csv: 'data (CSV)' } as const;

/** Returns the path of a figure in a format: `/figures/map.svg`. */
export const figurePath = (figure: string, format: keyof typeof figureFormats) => `/figures/${figure}.${format}`;

/** Returns the files of a figure, in the order of their links. */
export const figureFiles = (figure: string) =>
  (Object.keys(figureFormats) as (keyof typeof figureFormats)[]).map((format) => ({
    name: figureFormats[format],
    address: figurePath(figure, format),
  }));

/** Formats the citation of a figure (Chicago, note): “Title” (figure), in The Japan–Russia Record, 2026.1 ed., URL. */
export const figureCitation = (title: string, path: string, origin: URL, { name, edition }: SiteMetadata) =>
  `“${title}” (figure), in ${name}, ${edition} ed., ${new URL(path, origin).href}.`;

function styled(citable: CitableItem, prefix: string): CitationStyle[] {
  return styleNames.map((style) => {
    const { label, note, works } = formatCitations(citable, style);
    const listItem = (index: number, { text, html }: FormattedCitation): CitationListItem => ({
      id: `${prefix}-${style}-${index}`,
      text,
      html,
    });
    return {
      label,
      parts: [
        { label: note.label, citations: [listItem(0, note)] },
        { label: works.label, citations: works.entries.map((entry, index) => listItem(index + 1, entry)) },
      ],
    };
  });
}
