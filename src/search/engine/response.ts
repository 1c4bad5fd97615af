import type { Facets, RecordKind, SearchRecord } from './search-document.ts';
import type { FacetCounts } from './facets.ts';

/** One result. */
export interface Found {
  /** Place in the catalogue. */
  index: number;
  record: SearchRecord;
  score: number;
}

/** A page that has the words somewhere in its text, though nothing of its name or own words has them. */
export interface Elsewhere extends Found {
  /** The words in their surroundings, as HTML with `mark`. */
  excerpt?: () => Promise<string>;
}

/** What the search answers. */
export interface Answer {
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
  found: readonly Found[];
  elsewhere: readonly Elsewhere[];
  /** How many results there are without the filters. */
  unfiltered: number;
  counts: FacetCounts;
  /** What was chosen. */
  filters: Facets;
}

/** Results of one kind. */
export interface Group {
  kind: RecordKind;
  found: readonly Found[];
}

/** Results as a page shows them. */
export interface Grouped {
  /** The best, whatever their kind. */
  best: readonly Found[];
  /** The others by kind, kinds by their best result; statements of one article stand together. */
  groups: readonly Group[];
}

/** How many of the best stand on top. */
const BEST = 5;

/** Groups an answer by relevance. */
export function grouped({ found }: Pick<Answer, 'found'>): Grouped {
  const best = found.slice(0, BEST);
  const groups = Map.groupBy(found.slice(BEST), ({ record }) => record.kind);
  return {
    best,
    groups: [...groups].map(([kind, list]) => ({ kind, found: kind === 'statement' ? byArticle(list) : list })),
  };
}

/** The results in the order in which a page shows them. */
export function flattened(answer: Answer, byDate: boolean): readonly Found[] {
  if (byDate) return [...answer.found, ...answer.elsewhere];
  const { best, groups } = grouped(answer);
  return [...best, ...groups.flatMap((group) => group.found), ...answer.elsewhere];
}

function byArticle(found: readonly Found[]): Found[] {
  return [...Map.groupBy(found, ({ record }) => record.facets.article?.[0]).values()].flat();
}
