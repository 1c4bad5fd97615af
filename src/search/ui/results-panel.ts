import type { Answer } from '../engine/response.ts';
import { bestOptions, emptyState, groupSections, saidCount } from './results-view.ts';
import { writeState, type SearchState } from '../engine/url-state.ts';
import { chosenChips, writeFilters } from './filters.ts';
import { make } from './create-element.ts';
import { nearestNames } from '../engine/suggestions.ts';
import { Options } from './combobox.ts';
import { parseQuery } from '../engine/query.ts';
import { fitting, type Library, type Sought } from '../engine/search.ts';
import type { SearchParts } from './elements.ts';
import type { SearchRecord } from '../engine/search-document.ts';

/** How long after an answer it is announced, in milliseconds. */
const ANNOUNCED_AFTER = 700;

/** Where answers are written: the best as options below the field, then everything else. */
export class AnswerPanel {
  readonly #parts: SearchParts;
  readonly #link: (record: SearchRecord, words?: string) => string;
  readonly #options: Options;
  #saying = 0;

  /** @param link the address of a record as a link, with the words to be marked there */
  constructor(parts: SearchParts, link: (record: SearchRecord, words?: string) => string) {
    this.#parts = parts;
    this.#link = link;
    this.#options = new Options(parts.input, parts.list);
  }

  /** Makes room for an answer, or clears the last one where nothing is asked. */
  expect(asks: boolean) {
    const { answer, status } = this.#parts;
    answer.hidden = !asks;
    answer.setAttribute('aria-busy', String(asks));
    if (asks) return;
    this.#options.show([]);
    status.textContent = '';
  }

  /** Lets go of the option that is chosen. */
  release() {
    this.#options.release();
  }

  /** Writes the best results, before anything else is; says whether there are any. */
  writeBest({ all }: Sought, state: SearchState): boolean {
    const best = bestOptions({ found: fitting(all.found, state.filters, state.sort) }, state, this.#writing(all.text));
    if (best.length > 0) this.#options.show(best);
    return best.length > 0;
  }

  /** Writes an answer whole. @param last whether nothing more is to come */
  write(answer: Answer, state: SearchState, library: Library, last: boolean) {
    const { notice, count, groups, filters, chosen, narrow } = this.#parts;
    const { catalogue } = library.prepared;
    const writing = this.#writing(answer.text);
    this.#options.show(bestOptions(answer, state, writing));
    groups.replaceChildren(...groupSections(answer, state, writing, catalogue.labels));
    count.textContent = saidCount(answer);
    notice.replaceChildren(...notices(answer, state), ...(last && !library.fullText ? [withoutPages()] : []));
    writeFilters(filters, answer.counts, answer.filters, catalogue.labels);
    chosen.replaceChildren(...chosenChips(state, catalogue.labels));
    narrow.hidden = last && answer.unfiltered === 0;
    if (narrow.hidden) {
      const themes = catalogue.records.filter(({ kind }) => kind === 'theme');
      groups.replaceChildren(...emptyState(nearestNames(state.text, library.prepared), themes, (record) => this.#link(record)));
    }
    this.#parts.answer.setAttribute('aria-busy', String(!last));
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => this.#announce(answer), ANNOUNCED_AFTER);
  }

  /** Says that there will be no answer. */
  writeFailure() {
    this.#parts.notice.replaceChildren(make('p', {}, 'The search could not be loaded. The index lists everything.'));
    this.#parts.answer.setAttribute('aria-busy', 'false');
  }

  #writing(text: string) {
    return { query: parseQuery(text), link: (record: SearchRecord) => this.#link(record, text) };
  }

  #announce(answer: Answer) {
    const corrected = answer.typed ? `Showing results for ${answer.text} instead of ${answer.typed}. ` : '';
    this.#parts.status.textContent = corrected + saidCount(answer);
  }
}

/** What was made of the words that were typed. */
function notices({ typed, text, unknown, known, partial, missing, found }: Answer, state: SearchState): HTMLElement[] {
  const said: HTMLElement[] = [];
  if (typed) {
    const ask = writeState({ ...state, text: typed, verbatim: true });
    const instead = make('a', { href: ask, 'data-ask': ask }, typed);
    said.push(make('p', { class: 'corrected' }, 'Showing results for ', make('b', {}, text), ' · search instead for ', instead));
  }
  if (unknown.length > 0) {
    const ask = writeState({ ...state, text: known, verbatim: false });
    const without = known && found.length === 0 ? [' Search for ', make('a', { href: ask, 'data-ask': ask }, known), ' alone.'] : [];
    said.push(make('p', {}, `The Record does not have ${quoted(unknown)}.`, ...without));
  }
  if (partial) said.push(make('p', {}, `No name and no statement has all of these words. The first of these lacks ${quoted(missing)}.`));
  return said;
}

const withoutPages = () => make('p', {}, 'The text of pages could not be loaded: names and statements alone were searched.');

const quoted = (words: readonly string[]) => words.map((word) => `‘${word}’`).join(', ');
