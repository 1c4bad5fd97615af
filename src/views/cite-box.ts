import type { CitableItem } from '../citations/citable.ts';
import { formatCitations, type FormattedCitation } from '../citations/format-citations.ts';
import { styleNames } from '../citations/styles.ts';
import { formatPath, pageFormats } from '../config/formats.ts';

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
    downloads: pageFormats.map(({ extension, label, type }) => ({ label, type, address: formatPath(citable.address, extension) })),
    ...(source && { article: { heading: 'Cite the article itself', address: source.address, styles: styled(source, 'article') } }),
  };
}

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
