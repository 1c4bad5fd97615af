import { searchFullText, type FullText } from './full-text.ts';
import { parseQuery, type Query } from './query.ts';
import { toResponse, type SearchResponse, type SearchResults } from './response.ts';
import { rank } from './score.ts';
import type { DocumentIndex } from './search-index.ts';
import { hasWord, suggestCorrection, type Vocabulary } from './spell-check.ts';
import type { SearchState } from './url-state.ts';

/** What has been loaded for searching. */
export interface SearchIndex {
  documentIndex: DocumentIndex;
  /** Without it, words are not corrected. */
  vocabulary?: Vocabulary;
  /** Without it, only names and statements are searched. */
  fullText?: FullText;
}

/** Matches of a query, before filters. */
export interface IndexMatches {
  /** The query that was run: corrected, without unknown words. */
  query: Query;
  /** Indexes of the documents that have all words in their names or text. */
  complete: ReadonlySet<number>;
  results: SearchResults;
}

/** Highest number of results if no document has all words. */
const MAX_PARTIAL = 30;
/** Lowest score of such a result, as a share of the best score. */
const MIN_PARTIAL_SCORE = 0.6;

/** Searches names, statements and the text of pages. */
export async function search(state: SearchState, index: SearchIndex): Promise<SearchResponse> {
  const { results } = await addPageHits(matchDocuments(state, index), index);
  return toResponse(results, state);
}

/** Matches a query against names and statements. Without a query, the filters select from all documents but other pages. */
export function matchDocuments(state: SearchState, { documentIndex, vocabulary }: SearchIndex): IndexMatches {
  const { documents } = documentIndex.file;
  const typed = parseQuery(state.text);
  const correction = vocabulary && suggestCorrection(typed, vocabulary, state.verbatim);
  const corrected = correction?.isChanged ? parseQuery(correction.text) : typed;
  const unknown = correction?.unknown ?? [];
  const known = corrected.words.filter(({ folded }) => !unknown.includes(folded));
  // If most words are unknown, the others are not searched for: the page offers to search for them alone.
  const query = withWords(corrected, known.length > unknown.length ? known : []);
  const results: SearchResults = {
    text: query.text,
    ...(correction?.isChanged && { typed: typed.text }),
    unknown,
    known: known.map(({ folded }) => folded).join(' '),
    isPartial: false,
    missing: [],
    hits: [],
    pageHits: [],
  };
  if (typed.words.length === 0 && hasFilters(state)) {
    const hits = documents.map((document, index) => ({ index, document, score: 0 })).filter(({ document }) => document.kind !== 'page');
    return { query, complete: new Set(), results: { ...results, hits } };
  }
  const hits = rank(query, documentIndex).map((hit) => ({ ...hit, document: documents[hit.index]! }));
  const complete = hits.filter(({ isComplete }) => isComplete);
  const partial = complete.length > 0 ? [] : hits.filter(({ score }) => score >= hits[0]!.score * MIN_PARTIAL_SCORE).slice(0, MAX_PARTIAL);
  return {
    query,
    complete: new Set(complete.map(({ index }) => index)),
    results: { ...results, isPartial: partial.length > 0, missing: partial[0]?.missing ?? [], hits: [...complete, ...partial] },
  };
}

/** Adds full-text matches: the pages that have the words in their text. Adds nothing until the full text is loaded. */
export async function addPageHits(matches: IndexMatches, { documentIndex, vocabulary, fullText }: SearchIndex): Promise<IndexMatches> {
  const { query, complete, results } = matches;
  if (!fullText || query.words.length === 0 || (vocabulary && !areOnPages(query, vocabulary))) return matches;
  const pages = (await searchFullText(query, fullText)).filter(({ index }) => !complete.has(index));
  const pageHits = pages.map((page) => ({ ...page, document: documentIndex.file.documents[page.index]! }));
  return { ...matches, results: { ...results, pageHits } };
}

/** Returns whether every word occurs on a page. Pagefind would replace a word that does not by a prefix of it. */
const areOnPages = ({ words, isPrefix }: Query, vocabulary: Vocabulary) =>
  words.every((word) => word.plain.length === 1 || hasWord(vocabulary.onPages, word, isPrefix && word === words.at(-1)));

/** Returns a query with only some of its words. */
function withWords({ withoutHonorifics, ...query }: Query, words: Query['words']): Query {
  const others = withoutHonorifics?.filter((word) => words.includes(word)) ?? [];
  return { ...query, words, ...(others.length > 0 && { withoutHonorifics: others }) };
}

const hasFilters = ({ filters }: SearchState) => Object.values(filters).some((values) => values.length > 0);
