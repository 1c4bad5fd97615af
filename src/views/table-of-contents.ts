/** A part of a page under a heading of its own. */
export interface Section {
  /** Of its heading. */
  id: string;
  name: string;
  /** How many things it lists. */
  count?: number;
}

/** Up to so many things listed, a page is seen whole on a few screens. */
const SHORT = 12;

/** The sections that a page's head leads to: those that list something; none of a short page. */
export function tableOfContents(sections: readonly Section[]): Section[] {
  const listed = sections.reduce((sum, { count = 0 }) => sum + count, 0);
  return listed > SHORT ? sections.filter(({ count }) => count !== 0) : [];
}
