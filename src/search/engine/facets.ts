import { facetNames, type FacetName, type Facets, type SearchDocument } from './search-document.ts';

/** How many of the results have each value of each facet. */
export type FacetCounts = Record<FacetName, ReadonlyMap<string, number>>;

/** What a record is filed under: what it says of itself, and its kind. */
export const getFacets = (record: SearchDocument): Facets => ({ ...record.facets, kind: [record.kind] });

/** Whether a record has, of every facet chosen, one of the values chosen. */
export function matchesFilters(record: SearchDocument, chosen: Facets, except?: FacetName): boolean {
  const own = getFacets(record);
  return facetNames.every((name) => {
    const values = chosen[name];
    return name === except || !values || values.length === 0 || values.some((value) => own[name]?.includes(value));
  });
}

/**
 * Counts, for every facet, how many results each value would show: results that fit what is chosen of the other facets, since
 * values of one facet widen the choice. A value that is chosen is counted even where it has none.
 */
export function countFacets(records: readonly SearchDocument[], chosen: Facets): FacetCounts {
  return Object.fromEntries(
    facetNames.map((name) => {
      const counts = new Map((chosen[name] ?? []).map((value) => [value, 0]));
      for (const record of records) {
        if (!matchesFilters(record, chosen, name)) continue;
        for (const value of getFacets(record)[name] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [name, counts];
    }),
  ) as unknown as FacetCounts;
}
