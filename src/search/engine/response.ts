import type { MatchedForm } from './search-index.ts';
import { foldWords } from './tokenizer.ts';
import { facetNames, type FacetName, type Facets, type SearchDocument } from './search-document.ts';
import type { SearchState, Sort } from './url-state.ts';

/** A result. */
export interface SearchHit {
  /** Index of the document in the index file. */
  index: number;
  document: SearchDocument;
  score: number;
  /** What it matched by, if title and text do not show it. */
  forms?: readonly MatchedForm[];
  /** Other pages with the same title, such as the place, the theme and the term of the disputed islands. */
  parts?: readonly SearchHit[];
}

/** A full-text match: a page that has the words in its text, but not in its names or its summary. */
export interface PageHit extends SearchHit {
  /** Loads an excerpt around the words, as HTML with `mark`. */
  excerpt: () => Promise<string>;
}

/** The results of a query, before filters. */
export interface SearchResults {
  /** The query that was run, corrected if necessary. */
  text: string;
  /** The query as typed, if it was corrected. */
  typed?: string;
  /** Words that the Record does not have, as typed. */
  unknown: readonly string[];
  /** The other words of the query. */
  known: string;
  /** Whether no document has all words. */
  isPartial: boolean;
  /** Words that the first result does not have. */
  missing: readonly string[];
  /** Documents that match by names or text, best first. */
  hits: readonly SearchHit[];
  /** Full-text matches: further mentions, which do not count as results. */
  pageHits: readonly PageHit[];
  /** Quoted phrases, without their marks, if no page has all of them exactly. Then there are no results. */
  missingPhrases: readonly string[];
  /** What the words of such phrases find without the marks. It must be shown as such, not as a result. */
  near: readonly SearchHit[];
}

/** The results of a query, filtered and sorted. */
export interface SearchResponse extends SearchResults {
  /** Number of results without the filters; of further mentions if there are no results. */
  unfilteredCount: number;
  /** Counts of the results without further mentions, unless there are only these. */
  facetCounts: FacetCounts;
}

/** Number of results by facet and value. */
export type FacetCounts = Record<FacetName, ReadonlyMap<string, number>>;

/** Applies filters and order, and counts the results of each filter. */
export function toResponse(results: SearchResults, { filters, sort }: Pick<SearchState, 'filters' | 'sort'>): SearchResponse {
  const counted = results.hits.length > 0 ? results.hits : results.pageHits;
  const documents = counted.map(({ document }) => document);
  return {
    ...results,
    hits: mergeNames(filterAndSort(results.hits, filters, sort)),
    pageHits: filterAndSort(results.pageHits, filters, sort),
    unfilteredCount: counted.length,
    facetCounts: countFacets(documents, filters),
  };
}

/** Merges pages with the same title into the first of them. */
export function mergeNames(hits: readonly SearchHit[]): SearchHit[] {
  const isNamed = ({ document: { kind } }: SearchHit) => kind !== 'statement' && kind !== 'question' && kind !== 'page';
  const groups = groupBy(hits, (hit) => (isNamed(hit) ? foldWords(hit.document.title).join(' ') : hit.index));
  return [...groups.values()].map(([first, ...parts]) => (parts.length > 0 ? { ...first!, parts } : first!));
}

/** Returns the results that match the filters. Undated results come last if sorted by date. */
export function filterAndSort<Hit extends SearchHit>(hits: readonly Hit[], filters: Facets, sort: Sort): Hit[] {
  const matching = hits.filter(({ document }) => matchesFilters(document, filters));
  if (sort === 'relevance') return matching;
  const direction = sort === 'date' ? 1 : -1;
  return matching.toSorted(({ document: { date: a } }, { document: { date: b } }) => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return a < b ? -direction : a > b ? direction : 0;
  });
}

/** Number of results above the groups. */
const MAX_BEST = 5;

/** Splits results into the best ones and the others by kind, statements by article. Kinds are ordered by their best result. */
export function groupHits(hits: readonly SearchHit[]) {
  const groups = groupBy(hits.slice(MAX_BEST), ({ document }) => document.kind);
  return {
    best: hits.slice(0, MAX_BEST),
    groups: [...groups].map(([kind, list]) => ({ kind, hits: kind === 'statement' ? [...groupByArticle(list).values()].flat() : list })),
  };
}

/** Groups statements by the id of their article. */
export const groupByArticle = (hits: readonly SearchHit[]) => groupBy(hits, ({ document }) => document.facets.article?.[0] ?? '');

/** Returns all results in the order of the page, with the parts of each. */
export function flattenHits({ hits, pageHits }: Pick<SearchResults, 'hits' | 'pageHits'>, isList: boolean): readonly SearchHit[] {
  const { best, groups } = groupHits(hits);
  const ordered = isList ? hits : [...best, ...groups.flatMap((group) => group.hits)];
  return [...withParts(ordered), ...pageHits];
}

/** Returns results and, after each, the other pages with its name. */
export const withParts = (hits: readonly SearchHit[]): SearchHit[] => hits.flatMap((hit) => [hit, ...(hit.parts ?? [])]);

/**
 * Counts how many results each value of each facet would show, under the filters of the other facets.
 * Values in use are counted even if they have no results.
 */
function countFacets(documents: readonly SearchDocument[], filters: Facets): FacetCounts {
  const countFacet = (name: FacetName) => {
    const counts = new Map((filters[name] ?? []).map((value) => [value, 0]));
    const matching = documents.filter((document) => matchesFilters(document, { ...filters, [name]: [] }));
    for (const value of matching.flatMap((document) => facetValues(document, name))) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  return Object.fromEntries(facetNames.map((name) => [name, countFacet(name)])) as unknown as FacetCounts;
}

/** Returns whether a document has, for every facet with filters, one of their values. */
function matchesFilters(document: SearchDocument, filters: Facets): boolean {
  return facetNames.every((name) => {
    const values = filters[name] ?? [];
    return values.length === 0 || facetValues(document, name).some((value) => values.includes(value));
  });
}

const facetValues = ({ kind, facets }: SearchDocument, name: FacetName) => (name === 'kind' ? [kind] : (facets[name] ?? []));

/** Groups items as `Map.groupBy` does, which Firefox ESR 115 and Safari 16 lack. */
function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
