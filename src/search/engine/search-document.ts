/** What a result leads to, in the order in which equals stand. */
export const documentKinds = ['actor', 'theme', 'event', 'place', 'term', 'article', 'statement', 'page'] as const;

export type DocumentKind = (typeof documentKinds)[number];

/** What results can be narrowed by. Values of one facet widen the choice, facets narrow it. */
export const facetNames = ['kind', 'statement', 'article', 'speaker', 'actor', 'theme', 'side', 'year', 'status'] as const;

export type FacetName = (typeof facetNames)[number];

/** Facets with their values: ids, years, kinds. */
export type Facets = Partial<Record<FacetName, readonly string[]>>;

/** One thing that search can find: a page, or a statement on its own page. */
export interface SearchDocument {
  /** Address from the site's root, without the base path. */
  address: string;
  kind: DocumentKind;
  title: string;
  /** Every other form by which it is looked for. */
  names: readonly string[];
  /** Forms that are no names of it: usual misspellings. */
  misspellings: readonly string[];
  /** Words of its subject. */
  keywords: readonly string[];
  /** Its own words: shown below the title, and searched. */
  text: string;
  /** What is shown beside it: kind, speaker, locator, outlet. */
  facts: readonly string[];
  /** Its date in words. */
  when?: string;
  /** First day of its date, for sorting: `2016-12-15`. */
  date?: string;
  /** First and last day of its date where they differ; an empty day has no bound. */
  span?: readonly [from: string, until: string];
  /** Whether it is a person. */
  person?: true;
  facets: Facets;
}

/** Names of facet values whose ids say nothing to a reader. */
export type FacetLabels = Record<'article' | 'actor' | 'theme', Record<string, string>>;

/** Phrases that a reader may type, and the places in the list of records that they mean, best first. */
export interface IndexedAlias {
  phrases: readonly string[];
  records: readonly number[];
}

/** Everything that the search of names and statements needs. */
export interface IndexFile {
  records: readonly SearchDocument[];
  labels: FacetLabels;
  concepts: readonly IndexedAlias[];
  /** Words that mean much the same to whom searches. */
  synonyms: readonly (readonly string[])[];
}
