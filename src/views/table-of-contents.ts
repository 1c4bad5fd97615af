/** A section of a page. */
export interface Section {
  /** The id of its heading. */
  id: string;
  name: string;
  /** Number of items that it lists. */
  count?: number;
}

/** Maximum number of listed items of a page that fits a few screens and needs no contents. */
const MAX_ITEMS_WITHOUT = 12;

/** Returns the sections that the head of a page links to: those that list something; none for a short page. */
export function tableOfContents(sections: readonly Section[]): Section[] {
  const listed = sections.reduce((sum, { count = 0 }) => sum + count, 0);
  return listed > MAX_ITEMS_WITHOUT ? sections.filter(({ count }) => count !== 0) : [];
}
