import { facetNames, type Facets } from './search-document.ts';

export const sorts = ['relevance', 'date', 'newest'] as const;

/** `date`: oldest first, undated last; `newest`: newest first, undated last. */
export type Sort = (typeof sorts)[number];

/** Everything that decides what the search page shows. */
export interface SearchState {
  text: string;
  filters: Facets;
  sort: Sort;
  /** Whether the words are taken as typed, without correction. */
  verbatim: boolean;
}

/** Reads the state from the query of an address; what it does not know it passes over. */
export function parseUrlState(query: string): SearchState {
  const asked = new URLSearchParams(query);
  const sort = sorts.find((each) => each === asked.get('sort')) ?? 'relevance';
  const filters = Object.fromEntries(
    facetNames.flatMap((name) => (asked.has(name) ? [[name, [...new Set(asked.getAll(name).filter(Boolean))]]] : [])),
  );
  return { text: (asked.get('q') ?? '').slice(0, LONGEST_QUERY), filters, sort, verbatim: asked.has('verbatim') };
}

/** Writes the state as the query of an address: `?q=visa&theme=exchange`; empty where nothing is asked. */
export function toSearchParams({ text, filters, sort, verbatim }: SearchState): string {
  const query = new URLSearchParams();
  if (text.trim()) query.set('q', text.trim());
  for (const name of facetNames) for (const value of filters[name] ?? []) query.append(name, value);
  if (sort !== 'relevance') query.set('sort', sort);
  if (verbatim) query.set('verbatim', '');
  const written = query.toString().replace(/verbatim=(?=&|$)/, 'verbatim');
  return written && `?${written}`;
}

/** Longest text that is searched, in characters. */
const LONGEST_QUERY = 200;
