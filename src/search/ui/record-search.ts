import { flattenHits } from '../engine/response.ts';
import { ResultsPanel } from './results-panel.ts';
import { parseUrlState, type SearchState, type Sort } from '../engine/url-state.ts';
import { UrlSync } from './url-sync.ts';
import { readFilters } from './filters.ts';
import { IndexLoader } from './index-loader.ts';
import { createResultLink } from './result-link.ts';
import { PointerGuard } from './pointer-guard.ts';
import { parseQuery } from '../engine/query.ts';
import { toResponse, search, searchIndex, addPageHits, type IndexMatches } from '../engine/search.ts';
import { setUpElements, getElements, type SearchElements } from './elements.ts';
import { settlesWithin, delay } from './async.ts';
import type { Facets } from '../engine/search-document.ts';

/** How long after a key what stands below the best is written anew, in milliseconds: longer than from key to key. */
const RENDER_DEBOUNCE_MS = 140;
/** How long a reader must rest before the text of pages is loaded: less where nothing was found without it. */
const FULL_TEXT_DELAY_MS = 400;
const FULL_TEXT_DELAY_EMPTY_MS = 200;
/** How long an answer of names and statements waits for one that has the text of pages too: nobody notices it. */
const FULL_TEXT_GRACE_MS = 20;

/** Live search over the form of the search page: results as one types, everything that is asked in the address. */
export class RecordSearch extends HTMLElement {
  #link!: ReturnType<typeof createResultLink>;
  #parts!: SearchElements;
  #panel!: ResultsPanel;
  #loader!: IndexLoader;
  #press!: PointerGuard;
  readonly #address = new UrlSync();
  #ticket = 0;
  /** What is asked besides the text. */
  #verbatim = false;

  connectedCallback() {
    const base = this.dataset['base'] ?? '/';
    this.#link = createResultLink(base);
    this.#parts = getElements(this);
    this.#panel = new ResultsPanel(this.#parts, this.#link);
    this.#loader = new IndexLoader(base);
    this.#press = new PointerGuard(this.#parts.answer);
    const { input, form, sort, filters } = this.#parts;
    input.addEventListener('focus', () => void this.#loader.words());
    input.addEventListener('input', () => this.#typed());
    input.addEventListener('change', () => this.#address.commit());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#address.commit();
      void this.#show();
    });
    for (const part of [sort, filters]) part.addEventListener('change', () => this.#chosen());
    this.addEventListener('click', (event) => this.#clicked(event));
    setUpElements(this.#parts);
    addEventListener('popstate', () => this.#restore());
    this.#restore();
  }

  /**
   * Every result of a query, in the order in which the page shows them.
   *
   * @param filters values by facet
   * @param sort `relevance`, `date` or `newest`
   */
  async find(text: string, filters: Facets = {}, sort = 'relevance'): Promise<{ url: string; title: string; kind: string }[]> {
    const state = { text, filters, sort: sort as Sort, verbatim: false };
    const answer = await search(state, await this.#loader.loadAll());
    return flattenHits(answer, sort !== 'relevance' || !text).map(({ record }) => ({
      url: this.#link(record),
      title: record.title,
      kind: record.kind,
    }));
  }

  #state(): SearchState {
    const { input, filters, sort } = this.#parts;
    return { text: input.value.trim(), filters: readFilters(filters), sort: sort.value as Sort, verbatim: this.#verbatim };
  }

  /** Takes over what the address asks. */
  #restore() {
    const state = parseUrlState(location.search);
    const { input, sort } = this.#parts;
    if (document.activeElement !== input || input.value.trim() !== state.text) input.value = state.text;
    sort.value = state.sort;
    this.#verbatim = state.verbatim;
    this.#address.restored();
    void this.#show(state);
  }

  #typed() {
    this.#verbatim = false;
    this.#panel.clearActive();
    const state = this.#state();
    this.#address.typed(state);
    const { words } = parseQuery(state.text);
    void this.#loader.index?.fullText?.pagefind.preload(words.map(({ folded }) => folded).join(' '));
    void this.#show(state, RENDER_DEBOUNCE_MS);
  }

  #chosen() {
    const state = this.#state();
    this.#address.chosen(state);
    void this.#show(state);
  }

  /** Links within the answer change what is asked without leaving the page; so do its buttons. */
  #clicked(event: MouseEvent) {
    this.#address.commit();
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ask]') : null;
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', location.pathname + target.dataset['ask']!);
    this.#restore();
    this.#parts.input.focus();
  }

  /** Shows what is asked: the best at once, what stands below it after a pause, the text of pages where the reader rests. */
  async #show(state = this.#state(), pause = 0) {
    const ticket = ++this.#ticket;
    const isPast = () => ticket !== this.#ticket;
    const asks = state.text !== '' || Object.keys(state.filters).length > 0;
    this.toggleAttribute('data-asked', asks);
    this.#panel.setLoading(asks);
    if (!asks) return;
    try {
      await this.#loader.preload();
      if (isPast()) return;
      const first = await this.#first(state);
      await this.#press.waitForPointerUp();
      if (isPast()) return;
      if (this.#panel.writeBest(first, state)) await delay(pause);
      if (!isPast()) await this.#showRest(state, first, isPast);
    } catch {
      if (!isPast()) this.#panel.writeFailure();
    }
  }

  /** What names and statements answer; what they do not, they are asked again once misspelt words can be told. */
  async #first(state: SearchState): Promise<IndexMatches> {
    const first = searchIndex(state, this.#loader.index!);
    if (this.#loader.index!.vocabulary || (first.all.hits.length > 0 && !first.all.partial)) return first;
    await this.#loader.words();
    return searchIndex(state, this.#loader.index!);
  }

  async #showRest(state: SearchState, first: IndexMatches, isPast: () => boolean) {
    const { fullText } = this.#loader.index!;
    const found = first.all.hits.length > 0;
    const whole = fullText && addPageHits(first, this.#loader.index!);
    const waits = found && !(whole && (await settlesWithin(whole, FULL_TEXT_GRACE_MS)));
    await this.#press.waitForPointerUp();
    if (isPast()) return;
    if (waits) this.#panel.write(toResponse(first, state), state, this.#loader.index!, false);
    if (!whole) await delay(found ? FULL_TEXT_DELAY_MS : FULL_TEXT_DELAY_EMPTY_MS);
    if (isPast()) return;
    const sought = await (whole ?? this.#loader.loadAll().then((library) => addPageHits(searchIndex(state, library), library)));
    await this.#press.waitForPointerUp();
    if (!isPast()) this.#panel.write(toResponse(sought, state), state, this.#loader.index!, true);
  }
}

customElements.define('record-search', RecordSearch);
