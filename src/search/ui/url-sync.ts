import { toSearchParams, type SearchState } from '../engine/url-state.ts';

/** Delay before the URL is updated while the reader types, in milliseconds. Longer than from key to key: browsers reload the icon each time. */
const URL_DEBOUNCE_MS = 140;

/** Writes the state of the search page into its URL. */
export class UrlSync {
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
    write(state, true);
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
    write(this.#pending, this.#startNewEntry);
    this.#pending = undefined;
    this.#startNewEntry = false;
  }
}

function write(state: SearchState, isNewEntry: boolean) {
  const url = location.pathname + toSearchParams(state);
  if (url === location.pathname + location.search) return;
  if (isNewEntry) history.pushState(null, '', url);
  else history.replaceState(null, '', url);
}
