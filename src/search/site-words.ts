/** What completes the search once Pagefind is there: how it calls the pages, and the words that stand in their text alone. */
export interface SiteWords {
  /** Pagefind’s id of each record of the catalogue, in its order; empty where it has none. */
  ids: readonly string[];
  /** Words that neither a name nor a statement has, folded, one space apart. */
  words: string;
}
