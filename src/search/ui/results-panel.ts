import type { SearchResponse } from '../engine/response.ts';
import { bestOptions, emptyState, groupSections, formatResultCount } from './results-view.ts';
import { toSearchParams, type SearchState } from '../engine/url-state.ts';
import { activeFilters, renderFilters } from './filters.ts';
import { createElement } from './create-element.ts';
import { suggestions } from '../engine/suggestions.ts';
import { Combobox } from './combobox.ts';
import { parseQuery } from '../engine/query.ts';
import { filterAndSort, type SearchIndex, type IndexMatches } from '../engine/search.ts';
import type { SearchElements } from './elements.ts';
import type { SearchDocument } from '../engine/search-document.ts';

/** How long after an answer it is announced, in milliseconds. */
const ANNOUNCED_AFTER = 700;

/** Where answers are written: the best as options below the field, then everything else. */
export class ResultsPanel {
  readonly #parts: SearchElements;
  readonly #link: (record: SearchDocument, words?: string) => string;
  readonly #options: Combobox;
  #saying = 0;

  /** @param link the address of a record as a link, with the words to be marked there */
  constructor(parts: SearchElements, link: (record: SearchDocument, words?: string) => string) {
    this.#parts = parts;
    this.#link = link;
    this.#options = new Combobox(parts.input, parts.list);
  }

  /** Makes room for an answer, or clears the last one where nothing is asked. */
  setLoading(asks: boolean) {
    const { answer, status } = this.#parts;
    answer.hidden = !asks;
    answer.setAttribute('aria-busy', String(asks));
    if (asks) return;
    this.#options.show([]);
    status.textContent = '';
  }

  /** Lets go of the option that is chosen. */
  clearActive() {
    this.#options.clearActive();
  }

  /** Writes the best results, before anything else is; says whether there are any. */
  writeBest({ all }: IndexMatches, state: SearchState): boolean {
    const best = bestOptions({ hits: filterAndSort(all.hits, state.filters, state.sort) }, state, this.#writing(all.text));
    if (best.length > 0) this.#options.show(best);
    return best.length > 0;
  }

  /** Writes an answer whole. @param last whether nothing more is to come */
  write(answer: SearchResponse, state: SearchState, library: SearchIndex, last: boolean) {
    const { notice, count, groups, filters, chosen, narrow } = this.#parts;
    const { catalogue } = library.prepared;
    const writing = this.#writing(answer.text);
    this.#options.show(bestOptions(answer, state, writing));
    groups.replaceChildren(...groupSections(answer, state, writing, catalogue.labels));
    count.textContent = formatResultCount(answer);
    notice.replaceChildren(...notices(answer, state), ...(last && !library.fullText ? [withoutPages()] : []));
    renderFilters(filters, answer.counts, answer.filters, catalogue.labels);
    chosen.replaceChildren(...activeFilters(state, catalogue.labels));
    narrow.hidden = last && answer.unfiltered === 0;
    if (narrow.hidden) {
      const themes = catalogue.records.filter(({ kind }) => kind === 'theme');
      groups.replaceChildren(...emptyState(suggestions(state.text, library.prepared), themes, (record) => this.#link(record)));
    }
    this.#parts.answer.setAttribute('aria-busy', String(!last));
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => this.#announce(answer), ANNOUNCED_AFTER);
  }

  /** Says that there will be no answer. */
  writeFailure() {
    this.#parts.notice.replaceChildren(createElement('p', {}, 'The search could not be loaded. The index lists everything.'));
    this.#parts.answer.setAttribute('aria-busy', 'false');
  }

  #writing(text: string) {
    return { query: parseQuery(text), link: (record: SearchDocument) => this.#link(record, text) };
  }

  #announce(answer: SearchResponse) {
    const corrected = answer.typed ? `Showing results for ${answer.text} instead of ${answer.typed}. ` : '';
    this.#parts.status.textContent = corrected + formatResultCount(answer);
  }
}

/** What was made of the words that were typed. */
function notices({ typed, text, unknown, known, partial, missing, hits }: SearchResponse, state: SearchState): HTMLElement[] {
  const said: HTMLElement[] = [];
  if (typed) {
    const ask = toSearchParams({ ...state, text: typed, verbatim: true });
    const instead = createElement('a', { href: ask, 'data-ask': ask }, typed);
    said.push(
      createElement('p', { class: 'corrected' }, 'Showing results for ', createElement('b', {}, text), ' · search instead for ', instead),
    );
  }
  if (unknown.length > 0) {
    const ask = toSearchParams({ ...state, text: known, verbatim: false });
    const without =
      known && hits.length === 0 ? [' Search for ', createElement('a', { href: ask, 'data-ask': ask }, known), ' alone.'] : [];
    said.push(createElement('p', {}, `The Record does not have ${quoted(unknown)}.`, ...without));
  }
  if (partial)
    said.push(createElement('p', {}, `No name and no statement has all of these words. The first of these lacks ${quoted(missing)}.`));
  return said;
}

const withoutPages = () => createElement('p', {}, 'The text of pages could not be loaded: names and statements alone were searched.');

const quoted = (words: readonly string[]) => words.map((word) => `‘${word}’`).join(', ');
