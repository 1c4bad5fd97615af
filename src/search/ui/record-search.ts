import { flattened } from '../engine/response.ts';
import { AnswerPanel } from './results-panel.ts';
import { readState, type SearchState, type Sort } from '../engine/url-state.ts';
import { AskedAddress } from './url-sync.ts';
import { readFilters } from './filters.ts';
import { LibraryLoader } from './index-loader.ts';
import { linkFrom } from './result-link.ts';
import { Press } from './pointer-guard.ts';
import { parseQuery } from '../engine/query.ts';
import { answerOf, search, seek, withPages, type Sought } from '../engine/search.ts';
import { arrange, searchParts, type SearchParts } from './elements.ts';
import { isSoon, passed } from './async.ts';
import type { Facets } from '../engine/search-document.ts';

/** How long after a key what stands below the best is written anew, in milliseconds: longer than from key to key. */
const PAUSE = 140;
/** How long a reader must rest before the text of pages is loaded: less where nothing was found without it. */
const REST = 400;
const REST_WITH_NOTHING = 200;
/** How long an answer of names and statements waits for one that has the text of pages too: nobody notices it. */
const PATIENCE = 20;

/** Live search over the form of the search page: results as one types, everything that is asked in the address. */
export class RecordSearch extends HTMLElement {
  #link!: ReturnType<typeof linkFrom>;
  #parts!: SearchParts;
  #panel!: AnswerPanel;
  #loader!: LibraryLoader;
  #press!: Press;
  readonly #address = new AskedAddress();
  #ticket = 0;
  /** What is asked besides the text. */
  #verbatim = false;

  connectedCallback() {
    const base = this.dataset['base'] ?? '/';
    this.#link = linkFrom(base);
    this.#parts = searchParts(this);
    this.#panel = new AnswerPanel(this.#parts, this.#link);
    this.#loader = new LibraryLoader(base);
    this.#press = new Press(this.#parts.answer);
    const { input, form, sort, filters } = this.#parts;
    input.addEventListener('focus', () => void this.#loader.words());
    input.addEventListener('input', () => this.#typed());
    input.addEventListener('change', () => this.#address.settle());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#address.settle();
      void this.#show();
    });
    for (const part of [sort, filters]) part.addEventListener('change', () => this.#chosen());
    this.addEventListener('click', (event) => this.#clicked(event));
    arrange(this.#parts);
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
    const answer = await search(state, await this.#loader.whole());
    return flattened(answer, sort !== 'relevance' || !text).map(({ record }) => ({
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
    const state = readState(location.search);
    const { input, sort } = this.#parts;
    if (document.activeElement !== input || input.value.trim() !== state.text) input.value = state.text;
    sort.value = state.sort;
    this.#verbatim = state.verbatim;
    this.#address.restored();
    void this.#show(state);
  }

  #typed() {
    this.#verbatim = false;
    this.#panel.release();
    const state = this.#state();
    this.#address.typed(state);
    const { words } = parseQuery(state.text);
    void this.#loader.library?.fullText?.pagefind.preload(words.map(({ folded }) => folded).join(' '));
    void this.#show(state, PAUSE);
  }

  #chosen() {
    const state = this.#state();
    this.#address.chosen(state);
    void this.#show(state);
  }

  /** Links within the answer change what is asked without leaving the page; so do its buttons. */
  #clicked(event: MouseEvent) {
    this.#address.settle();
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
    this.#panel.expect(asks);
    if (!asks) return;
    try {
      await this.#loader.begin();
      if (isPast()) return;
      const first = await this.#first(state);
      await this.#press.end();
      if (isPast()) return;
      if (this.#panel.writeBest(first, state)) await passed(pause);
      if (!isPast()) await this.#showRest(state, first, isPast);
    } catch {
      if (!isPast()) this.#panel.writeFailure();
    }
  }

  /** What names and statements answer; what they do not, they are asked again once misspelt words can be told. */
  async #first(state: SearchState): Promise<Sought> {
    const first = seek(state, this.#loader.library!);
    if (this.#loader.library!.vocabulary || (first.all.found.length > 0 && !first.all.partial)) return first;
    await this.#loader.words();
    return seek(state, this.#loader.library!);
  }

  async #showRest(state: SearchState, first: Sought, isPast: () => boolean) {
    const { fullText } = this.#loader.library!;
    const found = first.all.found.length > 0;
    const whole = fullText && withPages(first, this.#loader.library!);
    const waits = found && !(whole && (await isSoon(whole, PATIENCE)));
    await this.#press.end();
    if (isPast()) return;
    if (waits) this.#panel.write(answerOf(first, state), state, this.#loader.library!, false);
    if (!whole) await passed(found ? REST : REST_WITH_NOTHING);
    if (isPast()) return;
    const sought = await (whole ?? this.#loader.whole().then((library) => withPages(seek(state, library), library)));
    await this.#press.end();
    if (!isPast()) this.#panel.write(answerOf(sought, state), state, this.#loader.library!, true);
  }
}

customElements.define('record-search', RecordSearch);
