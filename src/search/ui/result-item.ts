import type { PageHit, SearchHit } from '../engine/response.ts';
import { recordKindLabels } from './labels.ts';
import { createElement } from './create-element.ts';
import { highlightText } from '../engine/highlight.ts';
import type { Query } from '../engine/query.ts';
import type { SearchDocument } from '../engine/search-document.ts';

/** How results are written: the words to mark, and the address of a record as a link. */
export interface RenderContext {
  query: Query;
  link: (record: SearchDocument) => string;
}

/** One of the best, as an option of the list below the field. */
export function renderOption({ record }: SearchHit, id: string, writing: RenderContext): HTMLElement {
  return createElement(
    'a',
    { role: 'option', id, href: writing.link(record), 'aria-selected': 'false', tabindex: '-1', class: `hit ${sideOf(record)}` },
    createElement('span', { class: 'title' }, ...marked(titleOf(record), writing.query)),
    ...facts(record, true),
    ...text(record, writing.query),
  );
}

/** One result as an item of a list. */
export function renderResult({ record }: SearchHit, writing: RenderContext): HTMLElement {
  return createElement(
    'li',
    { class: 'hit' },
    createElement('a', { href: writing.link(record), class: sideOf(record) }, ...marked(titleOf(record), writing.query)),
    ...facts(record, false),
    ...text(record, writing.query),
  );
}

/** A page that has the words in its text: its excerpt is loaded at once. */
export function renderPageHit({ record, excerpt }: PageHit, writing: RenderContext): HTMLElement {
  const words = createElement('p', { class: 'words' });
  void excerpt?.().then(
    (html) => words.append(...excerptNodes(html)),
    () => words.remove(),
  );
  return createElement(
    'li',
    { class: 'hit' },
    createElement('a', { href: writing.link(record), class: sideOf(record) }, titleOf(record)),
    ...facts(record, true),
    words,
  );
}

/** A statement is told by where it stands; everything else by its name. */
const titleOf = ({ title }: SearchDocument) => title;

const sideOf = ({ kind, facets }: SearchDocument) => (kind === 'actor' ? (facets.side?.[0] ?? '') : '');

function facts({ kind, facts: own, when }: SearchDocument, withKind: boolean): HTMLElement[] {
  const said = [...(withKind ? [recordKindLabels[kind].one] : []), ...own, ...(when ? [when] : [])].filter(Boolean);
  return said.length > 0 ? [createElement('span', { class: 'facts' }, said.join(' · '))] : [];
}

function text({ text: own }: SearchDocument, query: Query): HTMLElement[] {
  return own ? [createElement('span', { class: 'words' }, ...marked(excerptOf(own, query), query))] : [];
}

/** Most characters of a text that are shown. */
const LONGEST = 330;

/** A text cut to size, so that the first of the words asked for is in it. */
function excerptOf(own: string, query: Query): string {
  if (own.length <= LONGEST) return own;
  const stretches = highlightText(own, query);
  const at = stretches.findIndex(({ marked: is }) => is);
  const before = stretches.slice(0, Math.max(0, at)).reduce((sum, each) => sum + each.text.length, 0);
  const start = before < LONGEST - 60 ? 0 : own.indexOf(' ', before - 120) + 1;
  const cut = own.slice(start, start + LONGEST);
  const whole = start + LONGEST >= own.length ? cut : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
  return start > 0 ? `… ${whole}` : whole;
}

function marked(own: string, query: Query): (Node | string)[] {
  return highlightText(own, query).map((each) => (each.marked ? createElement('mark', {}, each.text) : each.text));
}

/** Pagefind’s excerpt: its text with its marks; nothing else of its HTML is taken over. */
function excerptNodes(html: string): (Node | string)[] {
  return html.split(/<mark>(.*?)<\/mark>/s).map((part, index) => {
    const plain = new DOMParser().parseFromString(part, 'text/html').body.textContent;
    return index % 2 === 0 ? plain : createElement('mark', {}, plain);
  });
}
