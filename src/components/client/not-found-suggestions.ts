import { editDistance } from '../../text/edit-distance';

const SUGGESTED = 5;

/** On the not-found page: the addresses of the Record that are nearest to the one asked for. Without this script the sections stand alone. */
class NearestPages extends HTMLElement {
  async connectedCallback() {
    const response = await fetch(this.dataset['sitemap']!);
    if (!response.ok) return;
    const sitemap = new DOMParser().parseFromString(await response.text(), 'text/xml');
    const asked = wordsOf(location.pathname);
    const paths = [...sitemap.querySelectorAll('loc')].map(({ textContent }) => new URL(textContent ?? '').pathname);
    const nearest = paths
      .map((path) => ({ path, distance: distance(asked, wordsOf(path)) }))
      .toSorted((a, b) => a.distance - b.distance || (a.path < b.path ? -1 : 1))
      .slice(0, SUGGESTED);
    this.querySelector('ul')!.replaceChildren(...nearest.map(({ path }) => item(path)));
    this.hidden = false;
  }
}

const wordsOf = (path: string) => decodeURIComponent(path).toLowerCase().split(/[/-]/).filter(Boolean);

/** How far the asked words are from those of a path: for each the distance to its nearest, in parts of its length. */
function distance(asked: string[], words: string[]): number {
  const apart = (word: string, others: string[]) =>
    Math.min(1, ...others.map((other) => editDistance(word, other) / Math.max(word.length, other.length)));
  const there = asked.reduce((sum, word) => sum + apart(word, words), 0);
  const back = words.reduce((sum, word) => sum + apart(word, asked), 0);
  return there + 0.5 * back;
}

function item(path: string): HTMLElement {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = path;
  link.textContent = path;
  line.append(link);
  return line;
}

customElements.define('nearest-pages', NearestPages);
