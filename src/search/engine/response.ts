import type { Facets, DocumentKind, SearchDocument } from './search-document.ts';
import type { FacetCounts } from './facets.ts';

/** One result. */
export interface SearchHit {
  /** Place in the catalogue. */
  index: number;
  record: SearchDocument;
  score: number;
}

/** A page that has the words somewhere in its text, though nothing of its name or own words has them. */
export interface PageHit extends SearchHit {
  /** The words in their surroundings, as HTML with `mark`. */
  excerpt?: () => Promise<string>;
}

/** What the search answers. */
export interface SearchResponse {
  /** What was searched, corrected where it was. */
  text: string;
  /** What was typed, where that was corrected. */
  typed?: string;
  /** Words that nothing has. */
  unknown: readonly string[];
  /** The other words that were asked for. */
  known: string;
  /** Whether no name and no statement has all the words. */
  partial: boolean;
  /** Words that the first result lacks, as typed. */
  missing: readonly string[];
  /** Best first, or by date. */
  hits: readonly SearchHit[];
  pageHits: readonly PageHit[];
  /** How many results there are without the filters. */
  unfiltered: number;
  counts: FacetCounts;
  /** What was chosen. */
  filters: Facets;
}

/** Results of one kind. */
export interface HitGroup {
  kind: DocumentKind;
  found: readonly SearchHit[];
}

/** Results as a page shows them. */
export interface GroupedHits {
  /** The best, whatever their kind. */
  best: readonly SearchHit[];
  /** The others by kind, kinds by their best result; statements of one article stand together. */
  groups: readonly HitGroup[];
}

/** How many of the best stand on top. */
const MAX_BEST = 5;

/** Groups an answer by relevance. */
export function groupHits({ hits }: Pick<SearchResponse, 'hits'>): GroupedHits {
  const best = hits.slice(0, MAX_BEST);
  const groups = Map.groupBy(hits.slice(MAX_BEST), ({ record }) => record.kind);
  return {
    best,
    groups: [...groups].map(([kind, list]) => ({ kind, found: kind === 'statement' ? byArticle(list) : list })),
  };
}

/** The results in the order in which a page shows them. */
export function flattenHits(answer: SearchResponse, byDate: boolean): readonly SearchHit[] {
  if (byDate) return [...answer.hits, ...answer.pageHits];
  const { best, groups } = groupHits(answer);
  return [...best, ...groups.flatMap((group) => group.found), ...answer.pageHits];
}

function byArticle(found: readonly SearchHit[]): SearchHit[] {
  return [...Map.groupBy(found, ({ record }) => record.facets.article?.[0]).values()].flat();
}
