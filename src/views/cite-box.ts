import type { Citable } from '../citations/citable.ts';
import { formAddress, forms } from '../citations/head.ts';
import { cite, styleNames, type Formatted } from '../citations/styles.ts';

/** One citation that can be selected or copied. */
export interface CitationLine extends Formatted {
  /** Id on the page. */
  id: string;
}

/** A style of the box. */
export interface CitationStyle {
  label: string;
  lines: { label: string; lines: CitationLine[] }[];
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
export function citeBox(citable: Citable, source?: Citable): CiteBoxView {
  const own = citable.subject.kind === 'source';
  return {
    heading: own ? 'Cite the article itself' : 'Cite this page of the Record',
    styles: styled(citable, 'cite'),
    downloads: forms.map(({ ending, label, type }) => ({ label, type, address: formAddress(citable.address, ending) })),
    ...(source && { article: { heading: 'Cite the article itself', address: source.address, styles: styled(source, 'article') } }),
  };
}

function styled(citable: Citable, prefix: string): CitationStyle[] {
  return styleNames.map((style) => {
    const { label, note, works } = cite(citable, style);
    const line = (index: number, { text, html }: Formatted): CitationLine => ({
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
