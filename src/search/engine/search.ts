import type { SearchResponse, SearchHit } from './response.ts';
import type { SearchState, Sort } from './url-state.ts';
import { searchFullText, type FullText } from './full-text.ts';
import { countFacets, matchesFilters } from './facets.ts';
import type { IndexedDocuments } from './search-index.ts';
import { parseQuery, type Query } from './query.ts';
import { rank } from './score.ts';
import type { SearchDocument } from './search-document.ts';
import { suggestCorrection, occursOnPage, type Vocabulary } from './spell-check.ts';

/** All that a search needs. Without the full text the answer is one of names and statements. */
export interface SearchIndex {
  prepared: IndexedDocuments;
  /** The words of the site; absent while not all of them are known: then no word is taken for a misspelling. */
  vocabulary?: Vocabulary;
  fullText?: FullText;
}

/** What was found, whatever the filters. */
export interface IndexMatches {
  /** What was searched: corrected, without the words that nothing has. */
  query: Query;
  /** Places in the catalogue of what has all the words in its name or its own words. */
  named: ReadonlySet<number>;
  all: Omit<SearchResponse, 'unfiltered' | 'counts' | 'filters'>;
}

/** Answers what is asked. */
export async function search(state: SearchState, library: SearchIndex): Promise<SearchResponse> {
  return toResponse(await addPageHits(searchIndex(state, library), library), state);
}

/** What names and statements answer, at once. */
export function searchIndex(state: SearchState, { prepared, vocabulary }: SearchIndex): IndexMatches {
  const { records } = prepared.catalogue;
  const typed = parseQuery(state.text);
  const { query, unknown, changed } = vocabulary
    ? suggestCorrection(typed, vocabulary, state.verbatim)
    : { query: typed.text, unknown: [], changed: false };
  const corrected = changed ? parseQuery(query) : typed;
  const known = corrected.words.filter(({ folded }) => !unknown.includes(folded));
  // What is for the greater part unknown is not answered by the rest: the reader is told, and may ask for the rest.
  const asked = withWords(corrected, known.length > unknown.length ? known : []);
  const said = {
    ...(changed && { typed: typed.text }),
    unknown,
    known: known.map(({ folded }) => folded).join(' '),
    partial: false,
    missing: [],
    pageHits: [],
  };
  if (asked.words.length === 0) {
    const all =
      typed.words.length === 0 && hasChoice(state)
        ? records.flatMap((record, index) => (record.kind === 'page' ? [] : [{ index, record, score: 0 }]))
        : [];
    return { query: asked, named: new Set(), all: { ...said, text: corrected.text, hits: all } };
  }
  const hits = rank(asked, prepared);
  const full = hits.filter((hit) => hit.isComplete);
  const shown = full.length > 0 ? full : hits.filter(({ score }) => score >= hits[0]!.score * MIN_PARTIAL_SCORE).slice(0, MAX_PARTIAL);
  const partial = full.length === 0 && shown.length > 0;
  return {
    query: asked,
    named: new Set(full.map(({ index }) => index)),
    all: {
      ...said,
      text: asked.text,
      partial,
      missing: partial ? shown[0]!.missing : [],
      hits: shown.map(({ index, score }) => ({ index, record: records[index]!, score })),
    },
  };
}

/** Adds the pages whose text has the words, where the library has the text of pages. */
export async function addPageHits(
  { query: asked, named, all }: IndexMatches,
  { prepared, vocabulary, fullText }: SearchIndex,
): Promise<IndexMatches> {
  if (!fullText || asked.words.length === 0 || (vocabulary && !isOnPages(asked, vocabulary))) return { query: asked, named, all };
  const elsewhere = (await searchFullText(asked, fullText)).filter(({ index }) => !named.has(index));
  const { records } = prepared.catalogue;
  return { query: asked, named, all: { ...all, pageHits: elsewhere.map((each) => ({ ...each, record: records[each.index]! })) } };
}

/** Whether every word stands on some page: where one does not, Pagefind would take pages for an answer that have the beginning of it. */
const isOnPages = ({ words, isPrefix }: Query, vocabulary: Vocabulary) =>
  words.every((word) => word.plain.length === 1 || occursOnPage(word, vocabulary, isPrefix && word === words.at(-1)));

/** The answer with filters, order and counts. */
export function toResponse({ all }: IndexMatches, { filters, sort }: SearchState): SearchResponse {
  const records: SearchDocument[] = [...all.hits, ...all.pageHits].map(({ record }) => record);
  return {
    ...all,
    hits: filterAndSort(all.hits, filters, sort),
    pageHits: filterAndSort(all.pageHits, filters, sort),
    unfiltered: records.length,
    counts: countFacets(records, filters),
    filters,
  };
}

/** Results that fit the filters, in the order asked for: by date undated last, equals as they were. */
export function filterAndSort<Each extends SearchHit>(found: readonly Each[], filters: SearchState['filters'], sort: Sort): Each[] {
  const list = found.filter(({ record }) => matchesFilters(record, filters));
  if (sort === 'relevance') return list;
  const direction = sort === 'date' ? 1 : -1;
  return list.toSorted((a, b) => {
    const [left, right] = [a.record.date, b.record.date];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    return left < right ? -direction : left > right ? direction : 0;
  });
}

/** How many results are shown that have but some of the words, and how near they must come to the best of them. */
const MAX_PARTIAL = 30;
const MIN_PARTIAL_SCORE = 0.6;

/** A query by fewer words: those that the Record has. */
function withWords({ untitled, ...query }: Query, words: Query['words']): Query {
  const named = untitled?.filter((word) => words.includes(word)) ?? [];
  return { ...query, words, ...(named.length > 0 && { untitled: named }) };
}

const hasChoice = ({ filters }: SearchState) => Object.values(filters).some((values) => values.length > 0);
