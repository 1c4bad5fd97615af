import { facetNames, type Facets } from './search-document.ts';

export const sorts = ['relevance', 'date', 'newest'] as const;

/** `date`: oldest first; `newest`: newest first. */
export type Sort = (typeof sorts)[number];

/** Everything that decides what the search page shows. */
export interface SearchState {
  text: string;
  filters: Facets;
  sort: Sort;
  /** Whether the words are searched as typed, without correction. */
  verbatim: boolean;
}

/** Longest query, in characters. The field of the search page has the same limit. */
const MAX_QUERY_LENGTH = 200;

/** Parses the query string of a URL. Unknown parameters and values are ignored. */
export function parseUrlState(queryString: string): SearchState {
  const params = new URLSearchParams(queryString);
  const sort = sorts.find((each) => each === params.get('sort')) ?? 'relevance';
  const filters = Object.fromEntries(
    facetNames.flatMap((name) => (params.has(name) ? [[name, [...new Set(params.getAll(name).filter(Boolean))]]] : [])),
  );
  return { text: (params.get('q') ?? '').slice(0, MAX_QUERY_LENGTH), filters, sort, verbatim: params.has('verbatim') };
}

/** Formats a state as a query string: `?q=visa&theme=exchange`. Returns an empty string for the initial state. */
export function toSearchParams({ text, filters, sort, verbatim }: SearchState): string {
  const params = new URLSearchParams();
  if (text.trim()) params.set('q', text.trim());
  for (const name of facetNames) for (const value of filters[name] ?? []) params.append(name, value);
  if (sort !== 'relevance') params.set('sort', sort);
  if (verbatim) params.set('verbatim', '');
  const queryString = params.toString().replace(/verbatim=(?=&|$)/, 'verbatim');
  return queryString && `?${queryString}`;
}
