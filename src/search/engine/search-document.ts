/** Kinds of documents with their labels. If two results have the same score, the kind listed first ranks first. */
export const documentKindLabels = {
  actor: { one: 'Actor', many: 'Actors' },
  theme: { one: 'Theme', many: 'Themes' },
  event: { one: 'Event', many: 'Events' },
  place: { one: 'Place', many: 'Places' },
  term: { one: 'Term', many: 'Terms' },
  article: { one: 'Article', many: 'Articles' },
  question: { one: 'Question', many: 'Questions' },
  statement: { one: 'Statement', many: 'Statements' },
  page: { one: 'Page', many: 'Pages' },
};

export type DocumentKind = keyof typeof documentKindLabels;
export const documentKinds = Object.keys(documentKindLabels) as DocumentKind[];

/** Filters with their labels, in the order of the page. Values of one filter are alternatives; all filters must match. */
export const facetTitles = {
  kind: 'Kind of result',
  statement: 'Kind of statement',
  article: 'Article',
  speaker: 'Speaker',
  actor: 'Actor',
  theme: 'Theme',
  side: 'Side',
  year: 'Year discussed',
  status: 'Status of the event',
};

export type FacetName = keyof typeof facetTitles;
export const facetNames = Object.keys(facetTitles) as FacetName[];

/** Values by facet: ids, years, kinds. */
export type Facets = Partial<Record<FacetName, readonly string[]>>;

/** A page, a question of a theme, or a statement with its own page, as it is stored in the index file. */
export interface SearchDocument {
  /** Path from the root of the site, without the base path. */
  path: string;
  kind: DocumentKind;
  title: string;
  /** Other correct forms of its name. */
  names: readonly string[];
  /** Common misspellings of its name. */
  misspellings: readonly string[];
  /** Phrases about its subject. */
  keywords: readonly string[];
  /** Its own text. It is searched, and shown below the title. */
  text: string;
  /** Labels shown below the title: kind, speaker, locator, outlet. */
  facts: readonly string[];
  /** Its date in words. */
  dateLabel?: string;
  /** First day of its date, as `YYYY-MM-DD`. */
  date?: string;
  /** First and last day of its date, if they differ. An open end is an empty string. */
  span?: readonly [from: string, until: string];
  isPerson?: true;
  /** Normalized web addresses of an article, by which it is found. */
  addresses?: readonly string[];
  /** Who says a statement, and who passes it on, nearest to the speaker first. */
  voice?: { speakers: readonly Voice[]; via: readonly (readonly Voice[])[] };
  /** The articles that answer a question, by date, with the indexes of the statements on which the answer rests. */
  answers?: readonly { article: string; statements: readonly number[] }[];
  facets: Facets;
}

/** The id of an actor, which has a label and a side in the index file, or a description of an unnamed voice. */
export type Voice = string;

/** Labels of the values of each facet. Speakers have the labels of actors, kinds those of `documentKindLabels`, years none. */
export type FacetLabels = Record<'statement' | 'article' | 'actor' | 'theme' | 'side' | 'status', Record<string, string>>;

/** Content of `search/catalogue.json`. */
export interface IndexFile {
  documents: readonly SearchDocument[];
  labels: FacetLabels;
  /** Phrases that readers may type, with the indexes of the documents that they lead to, best first. */
  aliases: readonly { phrases: readonly string[]; documents: readonly number[] }[];
  /** Rows of words with a similar meaning. */
  synonyms: readonly (readonly string[])[];
  /** Side of each actor. */
  sides: Readonly<Record<string, string>>;
}
