import { withoutMarks, parseQuery, typedForm, type Query, isSameAddress, normalizeAddress } from './query.ts';
import { searchFullText, type FullText } from './full-text.ts';
import { mergeNames, toResponse, type SearchResponse, type SearchResults } from './response.ts';
import { rank } from './score.ts';
import type { DocumentIndex } from './search-index.ts';
import type { SearchDocument } from './search-document.ts';
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
/** Lowest share of a query of two words that such a result has, by the weight of the words: `Storm Shadow` must not find a shadow. */
const MIN_COVERAGE_OF_TWO = 0.5;
/** Number of near matches of a quoted phrase. */
const MAX_NEAR = 5;

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
  const { unknown = [] } = correction ?? {};
  const known = corrected.words.filter((word) => !unknown.some(({ folded }) => folded === word.folded));
  // If most words are unknown, the others are not searched for: the page offers to search for them alone.
  const query = withWords(corrected, known.length > unknown.length ? known : []);
  const results: SearchResults = {
    text: query.text,
    ...(correction?.isChanged && { typed: typed.text }),
    unknown: unknown.map((word) => typedForm(typed, word)),
    known: known.map((word) => typedForm(corrected, word)).join(' '),
    isPartial: false,
    missing: [],
    hits: [],
    pageHits: [],
    missingPhrases: [],
    near: [],
  };
  const address = normalizeAddress(typed.text);
  if (address) {
    const hits = documents.flatMap((document, index) => (isAt(document, address) ? [{ index, document, score: 100 }] : []));
    return {
      query: withWords(query, []),
      complete: new Set(),
      results: { ...results, unknown: hits.length > 0 ? [] : [typed.text], known: '', hits },
    };
  }
  if (typed.words.length === 0 && hasFilters(state)) {
    const hits = documents.map((document, index) => ({ index, document, score: 0 })).filter(({ document }) => document.kind !== 'page');
    return { query, complete: new Set(), results: { ...results, hits } };
  }
  const hits = rank(query, documentIndex).map((hit) => ({ ...hit, document: documents[hit.index]! }));
  const complete = hits.filter(({ isComplete }) => isComplete);
  const covered = complete.length > 0 ? [] : hits.filter(({ coverage }) => query.words.length > 2 || coverage >= MIN_COVERAGE_OF_TWO);
  const partial = covered.filter(({ score }) => score >= covered[0]!.score * MIN_PARTIAL_SCORE).slice(0, MAX_PARTIAL);
  return {
    query,
    complete: new Set(complete.map(({ index }) => index)),
    results: {
      ...results,
      isPartial: partial.length > 0,
      missing: (partial[0]?.missing ?? []).map((word) => typedForm(query, word)),
      hits: [...complete, ...partial],
    },
  };
}

/** Adds full-text matches: the pages that have the words in their text. If nothing has the quoted phrases, adds near matches. */
export async function addPageHits(matches: IndexMatches, index: SearchIndex): Promise<IndexMatches> {
  const { query, complete, results } = matches;
  const { documentIndex, vocabulary, fullText } = index;
  const isSearched = fullText && query.words.length > 0 && (!vocabulary || areOnPages(query, vocabulary));
  const pages = isSearched ? (await searchFullText(query, fullText)).filter((page) => !complete.has(page.index)) : [];
  const pageHits = pages.map((page) => ({ ...page, document: documentIndex.file.documents[page.index]! }));
  const isMissing = query.phrases.length > 0 && results.hits.length + pageHits.length === 0;
  return { ...matches, results: { ...results, pageHits, ...(isMissing && findNear(query, index)) } };
}

/** Returns the phrases of a query that has no exact match, and what its words find without the marks. */
function findNear({ text, phrases }: Query, index: SearchIndex): Pick<SearchResults, 'missingPhrases' | 'near'> {
  const { results } = matchDocuments({ text: withoutMarks(text), filters: {}, sort: 'relevance', verbatim: false }, index);
  return { missingPhrases: phrases.map((phrase) => phrase.text), near: mergeNames(results.hits).slice(0, MAX_NEAR) };
}

/** Returns whether a document has a web address: the original of an article, or its page on any copy of this site. */
const isAt = ({ path, addresses = [] }: SearchDocument, address: string) =>
  addresses.some((each) => isSameAddress(address, each)) || (path !== '/' && `${address.split('?')[0]!}/`.endsWith(path));

/** Returns whether every word occurs on a page. Pagefind would replace a word that does not by a prefix of it. */
const areOnPages = ({ words, isPrefix }: Query, vocabulary: Vocabulary) =>
  words.every((word) => word.plain.length === 1 || hasWord(vocabulary.onPages, word, isPrefix && word === words.at(-1)));

/** Returns a query with only some of its words. */
function withWords({ withoutHonorifics, ...query }: Query, words: Query['words']): Query {
  const others = withoutHonorifics?.filter((word) => words.includes(word)) ?? [];
  return { ...query, words, ...(others.length > 0 && { withoutHonorifics: others }) };
}

const hasFilters = ({ filters }: SearchState) => Object.values(filters).some((values) => values.length > 0);
