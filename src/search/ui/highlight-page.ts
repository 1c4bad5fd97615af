import { createElement } from './create-element.ts';
import { highlightText } from '../engine/highlight.ts';
import { parseQuery } from '../engine/query.ts';

/** What the words that were searched are painted with, and the bar that goes from one to the next. */
const STYLE = `
::highlight(searched) { background: var(--mark); color: inherit; }
::highlight(searched-here) { background: var(--ink); color: var(--paper); }
.marks { position: fixed; inset: auto 0 0; display: flex; flex-wrap: wrap; gap: 0.4rem 0.6rem; align-items: center; justify-content: center;
  padding: 0.5rem 1rem; background: var(--wash); border-top: 1px solid var(--line); font: var(--small) / 1.3 var(--sans); }
.marks p { margin: 0; }
.marks button { min-height: 2rem; }
@media print { .marks { display: none; } }`;

/**
 * Marks, on the page to which a search led, the words that were searched: they come in the address (`?mark=…`), which is
 * then cleared of them, so that what a reader copies is the page’s own; they stay with the entry of the history.
 */
export function highlightPage(): void {
  const address = new URL(location.href);
  const state = (history.state ?? {}) as { mark?: string };
  const arrived = address.searchParams.has('mark') && !address.hash;
  const words = address.searchParams.get('mark') ?? state.mark ?? '';
  address.searchParams.delete('mark');
  history.replaceState({ ...state, mark: words }, '', address);
  const ranges = 'highlights' in CSS && words ? rangesOf(words) : [];
  if (ranges.length === 0) return;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets.push(sheet);
  CSS.highlights.set('searched', new Highlight(...ranges));
  const bar = createToolbar(words, ranges);
  document.body.append(bar);
  if (arrived && !isSeen(ranges[0]!)) ranges[0]!.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

const isSeen = (range: Range) => range.getBoundingClientRect().bottom < innerHeight;

/** Where the words stand in the main part of the page. */
function rangesOf(words: string): Range[] {
  const query = { ...parseQuery(words), open: false };
  const main = document.querySelector('main');
  if (!main) return [];
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('script, style, noscript, template, [hidden], svg, .cite-box')) continue;
    let at = 0;
    for (const { text, marked } of highlightText(node.textContent ?? '', query)) {
      if (marked) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        ranges.push(range);
      }
      at += text.length;
    }
  }
  return ranges;
}

function createToolbar(words: string, ranges: readonly Range[]): HTMLElement {
  let here = -1;
  const said = createElement('p', { role: 'status' });
  const button = (label: string, act: () => void) => {
    const made = createElement('button', { type: 'button' }, label);
    made.addEventListener('click', act);
    return made;
  };
  const go = (step: number) => {
    here = (here + step + ranges.length) % ranges.length;
    const range = ranges[here]!;
    for (let up = range.startContainer.parentElement; up; up = up.parentElement) if (up instanceof HTMLDetailsElement) up.open = true;
    CSS.highlights.set('searched-here', new Highlight(range));
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    said.textContent = `‘${words}’: ${here + 1} of ${ranges.length}`;
  };
  const clear = () => {
    CSS.highlights.delete('searched');
    CSS.highlights.delete('searched-here');
    history.replaceState({ ...(history.state as object), mark: undefined }, '');
    bar.remove();
  };
  const bar = createElement(
    'div',
    { class: 'marks', role: 'region', 'aria-label': 'Words searched for' },
    said,
    button('Previous', () => go(-1)),
    button('Next', () => go(1)),
    button('Clear', clear),
  );
  bar.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') clear();
  });
  // The region is announced once it stands in the page.
  setTimeout(() => (said.textContent = `‘${words}’ is marked in ${ranges.length} ${ranges.length === 1 ? 'place' : 'places'}`), 300);
  return bar;
}
