import type { CitableItem } from '../citations/citable.ts';
import { exportPath, exportFormats } from '../citations/head.ts';
import { formatCitations, styleNames, type FormattedCitation } from '../citations/styles.ts';

/** One citation that can be selected or copied. */
export interface CitationListItem extends FormattedCitation {
  /** Id on the page. */
  id: string;
}

/** A style of the box. */
export interface CitationStyle {
  label: string;
  lines: { label: string; lines: CitationListItem[] }[];
}

/** The cite box of a page: this page in every style, its downloads, and the way to the article itself where there is one. */
export interface CiteBoxView {
  heading: string;
  styles: CitationStyle[];
  downloads: { label: string; address: string; type: string }[];
  /** The article itself, told apart from the page about it. */
  article?: { heading: string; address: string; styles: CitationStyle[] };
}

/**
 * @param citable the page
 * @param source for an entry: the article itself
 */
export function citeBox(citable: CitableItem, source?: CitableItem): CiteBoxView {
  const own = citable.subject.kind === 'source';
  return {
    heading: own ? 'Cite the article itself' : 'Cite this page of the Record',
    styles: styled(citable, 'cite'),
    downloads: exportFormats.map(({ ending, label, type }) => ({ label, type, address: exportPath(citable.address, ending) })),
    ...(source && { article: { heading: 'Cite the article itself', address: source.address, styles: styled(source, 'article') } }),
  };
}

function styled(citable: CitableItem, prefix: string): CitationStyle[] {
  return styleNames.map((style) => {
    const { label, note, works } = formatCitations(citable, style);
    const line = (index: number, { text, html }: FormattedCitation): CitationListItem => ({
      id: `${prefix}-${style}-${index}`,
      text,
      html,
    });
    return {
      label,
      lines: [
        { label: note.label, lines: [line(0, note)] },
        { label: works.label, lines: works.entries.map((entry, index) => line(index + 1, entry)) },
      ],
    };
  });
}
