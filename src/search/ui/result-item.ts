import type { Elsewhere, Found } from '../engine/response.ts';
import { recordKindLabels } from './labels.ts';
import { make } from './create-element.ts';
import { markedText } from '../engine/highlight.ts';
import type { Query } from '../engine/query.ts';
import type { SearchRecord } from '../engine/search-document.ts';

/** How results are written: the words to mark, and the address of a record as a link. */
export interface Writing {
  query: Query;
  link: (record: SearchRecord) => string;
}

/** One of the best, as an option of the list below the field. */
export function optionOf({ record }: Found, id: string, writing: Writing): HTMLElement {
  return make(
    'a',
    { role: 'option', id, href: writing.link(record), 'aria-selected': 'false', tabindex: '-1', class: `hit ${sideOf(record)}` },
    make('span', { class: 'title' }, ...marked(titleOf(record), writing.query)),
    ...facts(record, true),
    ...text(record, writing.query),
  );
}

/** One result as an item of a list. */
export function itemOf({ record }: Found, writing: Writing): HTMLElement {
  return make(
    'li',
    { class: 'hit' },
    make('a', { href: writing.link(record), class: sideOf(record) }, ...marked(titleOf(record), writing.query)),
    ...facts(record, false),
    ...text(record, writing.query),
  );
}

/** A page that has the words in its text: its excerpt is loaded at once. */
export function elsewhereItem({ record, excerpt }: Elsewhere, writing: Writing): HTMLElement {
  const words = make('p', { class: 'words' });
  void excerpt?.().then(
    (html) => words.append(...excerptNodes(html)),
    () => words.remove(),
  );
  return make(
    'li',
    { class: 'hit' },
    make('a', { href: writing.link(record), class: sideOf(record) }, titleOf(record)),
    ...facts(record, true),
    words,
  );
}

/** A statement is told by where it stands; everything else by its name. */
const titleOf = ({ title }: SearchRecord) => title;

const sideOf = ({ kind, facets }: SearchRecord) => (kind === 'actor' ? (facets.side?.[0] ?? '') : '');

function facts({ kind, facts: own, when }: SearchRecord, withKind: boolean): HTMLElement[] {
  const said = [...(withKind ? [recordKindLabels[kind].one] : []), ...own, ...(when ? [when] : [])].filter(Boolean);
  return said.length > 0 ? [make('span', { class: 'facts' }, said.join(' · '))] : [];
}

function text({ text: own }: SearchRecord, query: Query): HTMLElement[] {
  return own ? [make('span', { class: 'words' }, ...marked(excerptOf(own, query), query))] : [];
}

/** Most characters of a text that are shown. */
const LONGEST = 330;

/** A text cut to size, so that the first of the words asked for is in it. */
function excerptOf(own: string, query: Query): string {
  if (own.length <= LONGEST) return own;
  const stretches = markedText(own, query);
  const at = stretches.findIndex(({ marked: is }) => is);
  const before = stretches.slice(0, Math.max(0, at)).reduce((sum, each) => sum + each.text.length, 0);
  const start = before < LONGEST - 60 ? 0 : own.indexOf(' ', before - 120) + 1;
  const cut = own.slice(start, start + LONGEST);
  const whole = start + LONGEST >= own.length ? cut : `${cut.slice(0, cut.lastIndexOf(' '))} …`;
  return start > 0 ? `… ${whole}` : whole;
}

function marked(own: string, query: Query): (Node | string)[] {
  return markedText(own, query).map((each) => (each.marked ? make('mark', {}, each.text) : each.text));
}

/** Pagefind’s excerpt: its text with its marks; nothing else of its HTML is taken over. */
function excerptNodes(html: string): (Node | string)[] {
  return html.split(/<mark>(.*?)<\/mark>/s).map((part, index) => {
    const plain = new DOMParser().parseFromString(part, 'text/html').body.textContent;
    return index % 2 === 0 ? plain : make('mark', {}, plain);
  });
}
