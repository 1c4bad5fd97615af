import css from '../../styles/highlighted-words.css?inline';
import { highlightText } from '../engine/highlight.ts';
import { parseQuery } from '../engine/query.ts';
import { adoptStyles } from '../../components/client/adopt-styles.ts';
import { createElement } from '../../components/client/create-element.ts';

/** Delay before the number of matches is announced, in milliseconds: a new live region is only read if its text changes later. */
const ANNOUNCE_DELAY_MS = 300;

/**
 * Highlights the words of the search that led to this page. The words move from the URL (`?mark=…`) to the history entry: readers
 * copy a clean URL, and the words are still there when they come back.
 */
export function highlightPage(): void {
  const url = new URL(location.href);
  const state = (history.state ?? {}) as { mark?: string };
  const isArrival = url.searchParams.has('mark') && !url.hash;
  const words = url.searchParams.get('mark') ?? state.mark ?? '';
  url.searchParams.delete('mark');
  history.replaceState({ ...state, mark: words }, '', url);
  const ranges = 'highlights' in CSS && words ? findRanges(words) : [];
  const [first] = ranges;
  if (!first) return;

  adoptStyles(css);
  CSS.highlights.set('searched', new Highlight(...ranges));
  document.body.append(createToolbar(words, ranges));
  if (isArrival && first.getBoundingClientRect().bottom >= innerHeight) scrollTo(first);
}

const scrollTo = ({ startContainer }: Range) => startContainer.parentElement?.scrollIntoView({ block: 'center' });

/** Returns the ranges of the main part of the page that match the words. */
function findRanges(words: string): Range[] {
  const query = { ...parseQuery(words), isPrefix: false };
  const main = document.querySelector('main');
  if (!main) return [];
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('script, style, noscript, template, [hidden], svg, .cite-box')) continue;
    let offset = 0;
    for (const { text, isMatch } of highlightText(node.textContent ?? '', query)) {
      if (isMatch) {
        const range = new Range();
        range.setStart(node, offset);
        range.setEnd(node, offset + text.length);
        ranges.push(range);
      }
      offset += text.length;
    }
  }
  return ranges;
}

/** Creates the toolbar that moves from match to match and clears the highlights. */
function createToolbar(words: string, ranges: readonly Range[]): HTMLElement {
  let current = -1;
  const status = createElement('p', { role: 'status' });
  const createButton = (label: string, onClick: () => void) => {
    const button = createElement('button', { type: 'button' }, label);
    button.addEventListener('click', onClick);
    return button;
  };
  const move = (step: number) => {
    current = (current + step + ranges.length) % ranges.length;
    const range = ranges[current]!;
    for (let parent = range.startContainer.parentElement; parent; parent = parent.parentElement)
      if (parent instanceof HTMLDetailsElement) parent.open = true;
    CSS.highlights.set('searched-here', new Highlight(range));
    scrollTo(range);
    status.textContent = `‘${words}’: ${current + 1} of ${ranges.length}`;
  };
  const clear = () => {
    CSS.highlights.delete('searched');
    CSS.highlights.delete('searched-here');
    history.replaceState({ ...(history.state as object), mark: undefined }, '');
    toolbar.remove();
  };
  const toolbar = createElement(
    'div',
    { class: 'marks', role: 'region', 'aria-label': 'Words searched for' },
    status,
    createButton('Previous', () => move(-1)),
    createButton('Next', () => move(1)),
    createButton('Clear', clear),
  );
  toolbar.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') clear();
  });
  const count = `‘${words}’ is marked in ${ranges.length} ${ranges.length === 1 ? 'place' : 'places'}`;
  setTimeout(() => (status.textContent = count), ANNOUNCE_DELAY_MS);
  return toolbar;
}
