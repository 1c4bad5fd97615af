import { parseQuery } from '../engine/query.ts';
import { flattenHits, toResponse } from '../engine/response.ts';
import type { Facets, SearchDocument } from '../engine/search-document.ts';
import { addPageHits, search, matchDocuments, type IndexMatches } from '../engine/search.ts';
import { parseUrlState, type SearchState, type Sort, toSearchParams } from '../engine/url-state.ts';
import { delay, settlesWithin, waitForPointerUp } from './async.ts';
import { readFilters } from './filters.ts';
import { IndexLoader } from './index-loader.ts';
import { getElements, ResultsPanel, type SearchElements } from './results-panel.ts';

/** Delay, in milliseconds, before the results below the best ones are rendered. Longer than the usual time between two key presses. */
const RENDER_DEBOUNCE_MS = 140;
/** Delay, in milliseconds, before the text of pages is loaded. Shorter if there are no results without it. */
const FULL_TEXT_DELAY_MS = 400;
const FULL_TEXT_DELAY_EMPTY_MS = 200;
/** How long to wait for full-text matches before results without them are rendered, in milliseconds. Too short to be noticed. */
const FULL_TEXT_GRACE_MS = 20;

/** The search page: shows results while the reader types. Query, filters and order are in the URL. */
class RecordSearch extends HTMLElement {
  #base!: string;
  #elements!: SearchElements;
  #panel!: ResultsPanel;
  #loader!: IndexLoader;
  readonly #urlSync = new UrlSync();
  /** Number of the last request. */
  #requestId = 0;
  /** Whether the reader has chosen to search without spelling correction. */
  #verbatim = false;

  connectedCallback() {
    this.#base = this.dataset['base'] ?? '/';
    this.#elements = getElements(this);
    this.#panel = new ResultsPanel(this.#elements, this.#base, (document, words) => this.#link(document, words));
    this.#loader = new IndexLoader(this.#base);
    this.#addListeners();
    this.#restore();
    // Readers who follow the magnifier of the header want to type.
    if (location.search === '?q=') this.#elements.input.focus();
  }

  /**
   * Returns all results of a query in the order of the page. Tests and scripts call it.
   *
   * @param filters values by facet
   * @param sort `relevance`, `date` or `newest`
   */
  async find(text: string, filters: Facets = {}, sort: Sort = 'relevance'): Promise<{ url: string; title: string; kind: string }[]> {
    const response = await search({ text, filters, sort, verbatim: false }, await this.#loader.loadAll());
    const hits = flattenHits(response, sort !== 'relevance' || !text);
    return hits.map(({ document }) => ({ url: this.#link(document), title: document.title, kind: document.kind }));
  }

  #addListeners() {
    const { input, form, sort, filters, kinds, filterSection } = this.#elements;
    input.addEventListener('focus', () => void this.#loader.loadVocabulary());
    input.addEventListener('input', () => this.#handleInput());
    input.addEventListener('change', () => this.#urlSync.commit());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#urlSync.commit();
      void this.#show();
    });
    for (const control of [sort, filters, kinds]) {
      control.addEventListener('change', () => {
        const state = this.#state();
        this.#urlSync.push(state);
        void this.#show(state);
      });
    }
    this.addEventListener('click', (event) => this.#handleClick(event));
    addEventListener('popstate', () => this.#restore());
    // The filters are open if the page is wide enough for two columns. The stylesheet has the same width.
    const wide = matchMedia('(min-width: 60rem)');
    const openFilters = () => (filterSection.open = wide.matches);
    wide.addEventListener('change', openFilters);
    openFilters();
  }

  #link({ path }: SearchDocument, words = ''): string {
    const url = this.#base.replace(/\/$/, '') + path;
    return words ? url.replace(/(?=#|$)/, `?mark=${encodeURIComponent(words).replaceAll('$', '$$$$')}`) : url;
  }

  #state(): SearchState {
    const { input, container, sort } = this.#elements;
    return { text: input.value.trim(), filters: readFilters(container), sort: sort.value as Sort, verbatim: this.#verbatim };
  }

  /** Shows the state of the URL. */
  #restore() {
    const state = parseUrlState(location.search);
    const { input, sort } = this.#elements;
    if (document.activeElement !== input || input.value.trim() !== state.text) input.value = state.text;
    sort.value = state.sort;
    this.#verbatim = state.verbatim;
    this.#urlSync.reset();
    void this.#show(state);
  }

  #handleInput() {
    this.#verbatim = false;
    this.#panel.clearActive();
    const state = this.#state();
    this.#urlSync.schedule(state);
    const words = parseQuery(state.text).words.map(({ folded }) => folded);
    this.#loader.index?.fullText?.pagefind.preload(words.join(' ')).catch(() => undefined); // the search itself reports it
    void this.#show(state, RENDER_DEBOUNCE_MS);
  }

  /** Follows links to other queries without leaving the page. */
  #handleClick(event: MouseEvent) {
    this.#urlSync.commit();
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-query]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    history.pushState(null, '', location.pathname + link.dataset['query']!);
    event.preventDefault();
    this.#restore();
    this.#elements.input.focus();
  }

  /** Shows the results of a state: the best at once, the others after a delay, full-text matches when the reader pauses. */
  async #show(state = this.#state(), renderDelay = 0) {
    const requestId = ++this.#requestId;
    const isStale = () => requestId !== this.#requestId;
    const hasQuery = state.text !== '' || Object.keys(state.filters).length > 0;
    this.toggleAttribute('data-has-query', hasQuery);
    this.#panel.setLoading(hasQuery);
    if (!hasQuery) return;
    try {
      await this.#loader.preload();
      if (isStale()) return;
      const matches = await this.#matchDocuments(state);
      await waitForPointerUp(this.#elements.container);
      if (isStale()) return;
      if (this.#panel.renderBest(matches, state, this.#loader.index!)) await delay(renderDelay);
      if (!isStale()) await this.#showRest(state, matches, isStale);
    } catch {
      if (isStale()) return;
      this.removeAttribute('data-has-query'); // shows the index
      this.#panel.renderFailure();
    }
  }

  /** Searches names and statements. Without complete matches, loads the vocabulary and searches again with spelling correction. */
  async #matchDocuments(state: SearchState): Promise<IndexMatches> {
    const matches = matchDocuments(state, this.#loader.index!);
    if (this.#loader.index!.vocabulary || (matches.results.hits.length > 0 && !matches.results.isPartial)) return matches;
    await this.#loader.loadVocabulary();
    return matchDocuments(state, this.#loader.index!);
  }

  async #showRest(state: SearchState, matches: IndexMatches, isStale: () => boolean) {
    const hasHits = matches.results.hits.length > 0;
    const pending = this.#loader.index!.fullText && addPageHits(matches, this.#loader.index!);
    const isReady = pending !== undefined && (await settlesWithin(pending, FULL_TEXT_GRACE_MS));
    await waitForPointerUp(this.#elements.container);
    if (isStale()) return;
    if (hasHits && !isReady) this.#panel.render(toResponse(matches.results, state), state, this.#loader.index!, false);
    if (!pending) await delay(hasHits ? FULL_TEXT_DELAY_MS : FULL_TEXT_DELAY_EMPTY_MS);
    if (isStale()) return;
    const complete = await (pending ?? this.#loader.loadAll().then((index) => addPageHits(matchDocuments(state, index), index)));
    await waitForPointerUp(this.#elements.container);
    if (!isStale()) this.#panel.render(toResponse(complete.results, state), state, this.#loader.index!, true);
  }
}

/** Delay before the URL is updated while the reader types, in milliseconds. Longer than from key to key: browsers reload the icon each time. */
const URL_DEBOUNCE_MS = 140;

/** Writes the state of the search page into its URL. */
class UrlSync {
  #timer = 0;
  #pending: SearchState | undefined;
  /** Whether the next text begins a new history entry. */
  #startNewEntry = true;

  /** Writes the state after a delay. All texts until the next `commit` share a history entry. */
  schedule(state: SearchState) {
    clearTimeout(this.#timer);
    this.#pending = state;
    this.#timer = window.setTimeout(() => this.#flush(), URL_DEBOUNCE_MS);
  }

  /** Writes the pending state at once. The next text begins a new history entry. */
  commit() {
    this.#flush();
    this.#startNewEntry = true;
  }

  /** Writes a state at once as a new history entry. */
  push(state: SearchState) {
    this.commit();
    writeUrl(state, true);
  }

  /** Discards the pending state, because the URL was changed by other means. */
  reset() {
    clearTimeout(this.#timer);
    this.#pending = undefined;
    this.#startNewEntry = true;
  }

  #flush() {
    clearTimeout(this.#timer);
    if (!this.#pending) return;
    writeUrl(this.#pending, this.#startNewEntry);
    this.#pending = undefined;
    this.#startNewEntry = false;
  }
}

function writeUrl(state: SearchState, isNewEntry: boolean) {
  const url = location.pathname + toSearchParams(state);
  if (url === location.pathname + location.search) return;
  if (isNewEntry) history.pushState(null, '', url);
  else history.replaceState(null, '', url);
}

// An element that is in the page is created here at once, so every class of the module comes first.
customElements.define('record-search', RecordSearch);
