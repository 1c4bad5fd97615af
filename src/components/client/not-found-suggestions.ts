import { editDistance } from '../../text/matching';

/** Number of suggestions: a short list that fits a small screen. */
const MAX_SUGGESTIONS = 5;

/** Lists the paths of the sitemap that are most similar to the path that was not found. Stays hidden if there is no sitemap. */
class NearestPages extends HTMLElement {
  connectedCallback() {
    this.#suggest().catch(() => undefined);
  }

  async #suggest() {
    const response = await fetch(this.dataset['sitemap']!);
    if (!response.ok) return;
    const sitemap = new DOMParser().parseFromString(await response.text(), 'text/xml');
    const requested = splitPath(location.pathname);
    const paths = [...sitemap.querySelectorAll('loc')].map(({ textContent }) => new URL(textContent ?? '').pathname);
    const nearest = paths
      .map((path) => ({ path, distance: distance(requested, splitPath(path)) }))
      .toSorted((a, b) => a.distance - b.distance || (a.path < b.path ? -1 : 1))
      .slice(0, MAX_SUGGESTIONS);
    this.querySelector('ul')!.replaceChildren(...nearest.map(({ path }) => createItem(path)));
    this.hidden = false;
  }
}

const splitPath = (path: string) => decodeURIComponent(path).toLowerCase().split(/[/-]/).filter(Boolean);

/** Returns the distance of two paths: for each word the edit distance to the closest word, relative to its length, 0 to 1. Missing words count double. */
function distance(requested: string[], words: string[]): number {
  const toClosest = (word: string, others: string[]) =>
    Math.min(1, ...others.map((other) => editDistance(word, other) / Math.max(word.length, other.length)));
  const missing = requested.reduce((sum, word) => sum + toClosest(word, words), 0);
  const extra = words.reduce((sum, word) => sum + toClosest(word, requested), 0);
  return missing + 0.5 * extra;
}

function createItem(path: string): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = path;
  link.textContent = path;
  item.append(link);
  return item;
}

customElements.define('nearest-pages', NearestPages);
