import { flattened, type Answer } from './answer.ts';
import { bestOptions, emptyState, groupSections, saidCount } from './answer-view.ts';
import { readState, writeState, type SearchState, type Sort } from './address-state.ts';
import { chosenChips, readFilters, writeFilters } from './filter-panel.ts';
import { LibraryLoader } from './library.ts';
import { make } from './make.ts';
import { nearestNames } from './nearest-names.ts';
import { Options } from './options.ts';
import { parseQuery } from './query.ts';
import { search } from './search.ts';
import { slashIsOff, turnSlash } from './slash.ts';
import type { Facets, SearchRecord } from './search-record.ts';

/** How long after a key the search begins, and how long after an answer it is announced, in milliseconds. */
const PAUSE = 60;
const ANNOUNCED_AFTER = 700;
/** How long a reader must rest before the text of pages is loaded. */
const REST = 400;
/** How long an answer of names and statements waits for one that has the text of pages too. */
const PATIENCE = 20;

/** Live search over the form of the search page: results as one types, everything that is asked in the address. */
export class RecordSearch extends HTMLElement {
  #base!: string;
  #loader!: LibraryLoader;
  #options!: Options;
  #ticket = 0;
  #timer = 0;
  #saying = 0;
  /** What is asked besides the text. */
  #verbatim = false;
  /** Whether the next key begins a new entry of the history. */
  #settled = true;

  connectedCallback() {
    this.#base = this.dataset['base'] ?? '/';
    this.#loader = new LibraryLoader(this.#base);
    const { input, list, form, sort, filters } = this.#parts();
    this.#options = new Options(input, list);
    input.addEventListener('focus', () => void this.#loader.words());
    input.addEventListener('input', () => this.#typed());
    input.addEventListener('change', () => (this.#settled = true));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#settled = true;
      void this.#show();
    });
    for (const part of [sort, filters]) part.addEventListener('change', () => this.#chosen());
    this.addEventListener('click', (event) => this.#clicked(event));
    this.#arrange();
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

  /** The filters lie open where there is room beside the results; the key `/` does what the reader chose. */
  #arrange() {
    const { narrow, slash } = this.#parts();
    const wide = matchMedia('(min-width: 60rem)');
    const open = () => (narrow.open = wide.matches);
    wide.addEventListener('change', open);
    open();
    slash.checked = !slashIsOff();
    slash.addEventListener('change', () => turnSlash(!slash.checked));
  }

  #parts() {
    const part = <Kind extends HTMLElement = HTMLElement>(selector: string) => this.querySelector<Kind>(selector)!;
    return {
      form: part<HTMLFormElement>('form'),
      input: part<HTMLInputElement>('input[type=search]'),
      answer: part('.answer'),
      list: part('[role=listbox]'),
      notice: part('.notice'),
      count: part('.count'),
      status: part('[role=status]'),
      groups: part('.groups'),
      filters: part('.facets'),
      chosen: part('.chosen'),
      narrow: part<HTMLDetailsElement>('.narrow'),
      slash: part<HTMLInputElement>('.keys input'),
      sort: part<HTMLSelectElement>('select'),
    };
  }

  #state(): SearchState {
    const { input, filters, sort } = this.#parts();
    return { text: input.value.trim(), filters: readFilters(filters), sort: sort.value as Sort, verbatim: this.#verbatim };
  }

  /** Takes over what the address asks. */
  #restore() {
    const state = readState(location.search);
    const { input, sort } = this.#parts();
    if (document.activeElement !== input || input.value.trim() !== state.text) input.value = state.text;
    sort.value = state.sort;
    this.#verbatim = state.verbatim;
    this.#settled = true;
    void this.#show(state);
  }

  #typed() {
    this.#verbatim = false;
    this.#options.release();
    const state = this.#state();
    this.#write(state, this.#settled);
    this.#settled = false;
    void this.#loader.library?.fullText?.pagefind.preload(
      parseQuery(state.text)
        .words.map(({ folded }) => folded)
        .join(' '),
    );
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#show(state), PAUSE);
  }

  #chosen() {
    const state = this.#state();
    this.#settled = true;
    this.#write(state, true);
    void this.#show(state);
  }

  #write(state: SearchState, anew: boolean) {
    const address = location.pathname + writeState(state);
    if (address === location.pathname + location.search) return;
    if (anew) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  /** Links within the answer change what is asked without leaving the page; so do its buttons. */
  #clicked(event: MouseEvent) {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-ask]') : null;
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', location.pathname + target.dataset['ask']!);
    this.#restore();
    this.#parts().input.focus();
  }

  async #show(state = this.#state()) {
    const ticket = ++this.#ticket;
    const { answer: place, notice } = this.#parts();
    const asks = state.text !== '' || Object.keys(state.filters).length > 0;
    this.toggleAttribute('data-asked', asks);
    place.hidden = !asks;
    place.setAttribute('aria-busy', String(asks));
    if (!asks) {
      this.#options.show([]);
      this.#parts().status.textContent = '';
      return;
    }
    try {
      await this.#loader.begin();
      if (ticket !== this.#ticket) return;
      const whole = this.#loader.library!.fullText && search(state, this.#loader.library!);
      if (!whole || !(await isSoon(whole))) await this.#showFirst(state, ticket, !whole);
      if (ticket !== this.#ticket) return;
      const answer = await (whole ?? this.#loader.whole().then((library) => search(state, library)));
      if (ticket === this.#ticket) this.#render(answer, state, true);
    } catch {
      if (ticket !== this.#ticket) return;
      notice.replaceChildren(make('p', {}, 'The search could not be loaded. The index lists everything.'));
      place.setAttribute('aria-busy', 'false');
    }
  }

  /** Shows what names and statements answer, and leaves the reader in peace with it before the text of pages is loaded. */
  async #showFirst(state: SearchState, ticket: number, rests: boolean) {
    const first = async () => {
      const { prepared, vocabulary } = this.#loader.library!;
      return search(state, { prepared, ...(vocabulary && { vocabulary }) });
    };
    let answer = await first();
    if (answer.found.length === 0 || answer.partial) {
      await this.#loader.words();
      answer = await first();
    }
    if (ticket !== this.#ticket) return;
    if (answer.found.length > 0) this.#render(answer, state, false);
    if (rests) await new Promise((resolve) => setTimeout(resolve, REST));
  }

  #render(answer: Answer, state: SearchState, last: boolean) {
    const { notice, count, groups, filters, chosen, narrow } = this.#parts();
    const { prepared } = this.#loader.library!;
    const { catalogue } = prepared;
    const query = parseQuery(answer.text);
    const writing = { query, link: (record: SearchRecord) => this.#link(record, answer.text) };
    this.#options.show(bestOptions(answer, state, writing));
    groups.replaceChildren(...groupSections(answer, state, writing, catalogue.labels));
    count.textContent = saidCount(answer);
    notice.replaceChildren(...this.#notices(answer, state, last));
    writeFilters(filters, answer.counts, answer.filters, catalogue.labels);
    chosen.replaceChildren(...chosenChips(state, catalogue.labels));
    narrow.hidden = last && answer.unfiltered === 0;
    if (narrow.hidden) {
      const themes = catalogue.records.filter(({ kind }) => kind === 'theme');
      groups.replaceChildren(...emptyState(nearestNames(state.text, prepared), themes, (record) => this.#link(record)));
    }
    this.#parts().answer.setAttribute('aria-busy', String(!last));
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => this.#announce(answer), ANNOUNCED_AFTER);
  }

  #notices({ typed, text, unknown, known, partial, missing, found }: Answer, state: SearchState, last: boolean): HTMLElement[] {
    const said: HTMLElement[] = [];
    if (typed) {
      const ask = writeState({ ...state, text: typed, verbatim: true });
      said.push(
        make(
          'p',
          { class: 'corrected' },
          'Showing results for ',
          make('b', {}, text),
          ' · search instead for ',
          make('a', { href: ask, 'data-ask': ask }, typed),
        ),
      );
    }
    if (unknown.length > 0) {
      const ask = writeState({ ...state, text: known, verbatim: false });
      const without = known && found.length === 0 ? [' Search for ', make('a', { href: ask, 'data-ask': ask }, known), ' alone.'] : [];
      said.push(make('p', {}, `The Record does not have ${quoted(unknown)}.`, ...without));
    }
    if (partial) said.push(make('p', {}, `No name and no statement has all of these words. The first of these lacks ${quoted(missing)}.`));
    if (last && !this.#loader.library!.fullText)
      said.push(make('p', {}, 'The text of pages could not be loaded: names and statements alone were searched.'));
    return said;
  }

  #announce(answer: Answer) {
    const corrected = answer.typed ? `Showing results for ${answer.text} instead of ${answer.typed}. ` : '';
    this.#parts().status.textContent = corrected + saidCount(answer);
  }

  #link({ address }: SearchRecord, words = ''): string {
    return this.#base.replace(/\/$/, '') + address + (words && `?mark=${encodeURIComponent(words)}`);
  }
}

const quoted = (words: readonly string[]) => words.map((word) => `‘${word}’`).join(', ');

/** Whether a promise is kept within the patience that nobody notices. */
const isSoon = (promise: Promise<unknown>) =>
  Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE))]);

customElements.define('record-search', RecordSearch);
