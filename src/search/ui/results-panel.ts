import { parseQuery } from '../engine/query.ts';
import { filterAndSort, flattenHits, type SearchResponse } from '../engine/response.ts';
import { documentKindLabels, type IndexFile, type SearchDocument } from '../engine/search-document.ts';
import type { IndexMatches, SearchIndex } from '../engine/search.ts';
import { suggestDocuments } from '../engine/spell-check.ts';
import { toSearchParams, type SearchState } from '../engine/url-state.ts';
import { Combobox } from './combobox.ts';
import { createElement } from '../../components/client/create-element.ts';
import type { ExportedPage } from '../../notebook/downloads.ts';
import { renderActiveFilters, renderFilters } from './filters.ts';
import { formatResultCount, renderBest, renderEmptyState, renderRest, isRankedBest, type RenderContext } from './render-results.ts';

/** Delay before the number of results is announced to screen readers, in milliseconds: readers who still type are not interrupted. */
const ANNOUNCE_DELAY_MS = 700;

/** Returns the elements of the search page. */
export function getElements(root: HTMLElement) {
  const find = <Kind extends HTMLElement = HTMLElement>(selector: string) => root.querySelector<Kind>(selector)!;
  return {
    form: find<HTMLFormElement>('form'),
    input: find<HTMLInputElement>('input[type=search]'),
    container: find('.answer'),
    list: find('[role=listbox]'),
    notice: find('.notice'),
    count: find('.count'),
    status: find('[role=status]'),
    groups: find('.groups'),
    tools: find('.tools'),
    filters: find('.facets'),
    kinds: find('.kinds'),
    activeFilters: find('.chosen'),
    filterSection: find<HTMLDetailsElement>('.narrow'),
    sort: find<HTMLSelectElement>('select'),
  };
}

export type SearchElements = ReturnType<typeof getElements>;

/** Renders responses: the best results as options of the field, then the others. */
export class ResultsPanel {
  readonly #elements: SearchElements;
  readonly #link: (document: SearchDocument, words: string) => string;
  readonly #combobox: Combobox;
  #announceTimer = 0;

  readonly #base: string;

  /**
   * @param base base path of the site, with a slash at its end
   * @param link returns the link to a document, with the words to highlight there
   */
  constructor(elements: SearchElements, base: string, link: (document: SearchDocument, words: string) => string) {
    this.#elements = elements;
    this.#base = base;
    this.#link = link;
    this.#combobox = new Combobox(elements.input, elements.list);
  }

  /** Marks the panel as busy, or hides it if there is no query. */
  setLoading(hasQuery: boolean) {
    const { container, status } = this.#elements;
    container.hidden = !hasQuery;
    container.setAttribute('aria-busy', String(hasQuery));
    if (hasQuery) return;
    this.#combobox.show([]);
    status.textContent = '';
  }

  clearActive() {
    this.#combobox.clearActive();
  }

  /** Renders the best results. Returns whether there are any; otherwise the previous ones stay. */
  renderBest({ results }: IndexMatches, state: SearchState, { documentIndex }: SearchIndex): boolean {
    const hits = filterAndSort(results.hits, state.filters, state.sort);
    const best = renderBest(hits, state, this.#context(results.text, documentIndex.file));
    if (best.length > 0) this.#combobox.show(best);
    return best.length > 0;
  }

  /** Renders a response. @param isFinal whether no more results will follow */
  render(response: SearchResponse, state: SearchState, { documentIndex, fullText }: SearchIndex, isFinal: boolean) {
    const { container, notice, count, tools, groups, filters, kinds, activeFilters, filterSection } = this.#elements;
    const { documents, labels } = documentIndex.file;
    const context = this.#context(response.text, documentIndex.file);
    this.#combobox.show(renderBest(response.hits, state, context));
    groups.replaceChildren(...renderRest(response, state, context));
    count.textContent = formatResultCount(response);
    notice.replaceChildren(...renderNotices(response, state), ...(isFinal && !fullText ? [renderParagraph(TEXT_NOT_LOADED)] : []));
    renderFilters(filters, kinds, response.facetCounts, state.filters, labels);
    activeFilters.replaceChildren(...renderActiveFilters(state, labels));
    filterSection.hidden = isFinal && response.unfilteredCount === 0;
    if (filterSection.hidden && response.near.length === 0) {
      const themes = documents.filter(({ kind }) => kind === 'theme');
      groups.replaceChildren(
        ...renderEmptyState(suggestDocuments(state.text, documentIndex), themes, (document) => this.#link(document, '')),
      );
    }
    const pages = flattenHits({ hits: response.hits, pageHits: [] }, !isRankedBest(state)).map(({ document: { path, kind, title } }) => ({
      path,
      kind: documentKindLabels[kind].one,
      title,
    }));
    void this.#renderExports(pages).catch(() => tools.replaceChildren());
    document.dispatchEvent(new Event('statements-rendered'));
    container.setAttribute('aria-busy', String(!isFinal));
    clearTimeout(this.#announceTimer);
    this.#announceTimer = window.setTimeout(() => this.#announce(response), ANNOUNCE_DELAY_MS);
  }

  /** Renders what the reader can do with the results. Its code is loaded after the first results. */
  async #renderExports(pages: readonly ExportedPage[]) {
    const { renderExportButtons } = await import('../../notebook/downloads.ts');
    const fail = (text: string) => this.#elements.notice.replaceChildren(renderParagraph(text));
    this.#elements.tools.replaceChildren(...renderExportButtons(pages, this.#base, fail));
  }

  /** Renders a message that search could not be loaded. */
  renderFailure() {
    this.#elements.notice.replaceChildren(renderParagraph('The search could not be loaded. The index lists everything.'));
    this.#elements.container.setAttribute('aria-busy', 'false');
  }

  #context(text: string, { labels, sides }: IndexFile): RenderContext {
    return { query: parseQuery(text), link: (document) => this.#link(document, text), labels, sides };
  }

  #announce(response: SearchResponse) {
    const correction = response.typed ? `Showing results for ${response.text} instead of ${response.typed}. ` : '';
    this.#elements.status.textContent = correction + formatResultCount(response);
  }
}

const TEXT_NOT_LOADED = 'The text of pages could not be loaded: names and statements alone were searched.';

const renderParagraph = (...children: (Node | string)[]) => createElement('p', {}, ...children);

/** Renders what happened to the words of the query: corrected, unknown, missing in the first result. */
function renderNotices({ typed, text, unknown, known, isPartial, missing, hits }: SearchResponse, state: SearchState): HTMLElement[] {
  const renderLink = (query: string, verbatim: boolean) => {
    const href = toSearchParams({ ...state, text: query, verbatim });
    return createElement('a', { href, 'data-query': href }, query);
  };
  const notices: HTMLElement[] = [];
  if (typed) {
    const corrected = createElement('b', {}, text);
    notices.push(
      createElement('p', { class: 'corrected' }, 'Showing results for ', corrected, ' · search instead for ', renderLink(typed, true)),
    );
  }
  // If no word is known, the number of results says so.
  if (unknown.length > 0 && (known || hits.length > 0)) {
    const others = hits.length === 0 ? [' Search for ', renderLink(known, false), ' alone.'] : [];
    notices.push(renderParagraph(`The Record does not have ${quote(unknown)}.`, ...others));
  }
  if (isPartial) notices.push(renderParagraph(`Nothing has all of these words. The first result lacks ${quote(missing)}.`));
  return notices;
}

const quote = (words: readonly string[]) => words.map((word) => `‘${word}’`).join(', ');
