import { toSearchParams, type SearchState } from '../engine/url-state.ts';

/** How long after a key the address says what is typed, in milliseconds: each change makes browsers ask for the icon anew. */
const URL_DEBOUNCE_MS = 140;

/** The address of the search page, which says what is asked: while one types, once the keys rest. */
export class UrlSync {
  #timer = 0;
  #waiting: SearchState | undefined;
  /** Whether the next thing typed begins a new entry of the history. */
  #anew = true;

  /** Writes what is typed as soon as typing rests: one entry of the history for all that is typed without a pause by `settle`. */
  typed(state: SearchState) {
    clearTimeout(this.#timer);
    this.#waiting = state;
    this.#timer = window.setTimeout(() => this.#writeWaiting(), URL_DEBOUNCE_MS);
  }

  /** Writes what waits to be written: what is typed after it begins a new entry. */
  commit() {
    this.#writeWaiting();
    this.#anew = true;
  }

  /** Writes what was chosen, as an entry of its own. */
  chosen(state: SearchState) {
    this.commit();
    write(state, true);
  }

  /** Lets go of what waits: the address was changed by other means. */
  restored() {
    this.#forget();
    this.#anew = true;
  }

  #writeWaiting() {
    const state = this.#waiting;
    this.#forget();
    if (!state) return;
    write(state, this.#anew);
    this.#anew = false;
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
  }
}

function write(state: SearchState, anew: boolean) {
  const address = location.pathname + toSearchParams(state);
  if (address === location.pathname + location.search) return;
  if (anew) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}
