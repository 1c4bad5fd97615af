import { highlightText } from '../engine/highlight.ts';
import type { Query } from '../engine/query.ts';
import { groupByArticle, groupHits, withParts, type PageHit, type SearchHit, type SearchResponse } from '../engine/response.ts';
import { documentKindLabels, type FacetLabels, type IndexFile, type SearchDocument } from '../engine/search-document.ts';
import type { SearchState } from '../engine/url-state.ts';
import { createElement } from '../../components/client/create-element.ts';

/** What all results of a response need. */
export interface RenderContext {
  /** The query, whose words are highlighted. */
  query: Query;
  /** Returns the link to a document. */
  link: (document: SearchDocument) => string;
  labels: FacetLabels;
  /** Side of each actor. */
  sides: IndexFile['sides'];
}

/** Number of results that a list shows first: of a kind, of an article among several, of a list by date. */
const SHOWN = 6;
const SHOWN_OF_ARTICLE = 3;
const SHOWN_OF_LIST = 30;
/** Number of pages listed whose text has the words. */
const MAX_PAGES = 40;

/** Returns whether the best results come first, and the others in groups. */
export const isRankedBest = ({ sort, text }: SearchState) => sort === 'relevance' && text !== '';

/** Renders the best results as options of the field. */
export function renderBest(hits: readonly SearchHit[], state: SearchState, context: RenderContext): HTMLElement[] {
  return isRankedBest(state) ? withParts(groupHits(hits).best).map((hit, index) => renderOption(hit, `option-${index}`, context)) : [];
}

/** Renders the other results: in groups, or as one list if they are sorted by date or there is no query. */
export function renderRest(response: SearchResponse, state: SearchState, context: RenderContext): HTMLElement[] {
  const { hits, pageHits, near } = response;
  if (near.length > 0)
    return [renderSection('group near', 'Similar, but not in these words', near.length, renderList(near, SHOWN, context))];
  const lists = isRankedBest(state)
    ? groupHits(hits).groups.map((group) => renderGroup(group.hits, hits, context))
    : hits.length > 0
      ? [renderSection('group', state.sort === 'relevance' ? 'Results' : 'By date', hits.length, renderList(hits, SHOWN_OF_LIST, context))]
      : [];
  return pageHits.length > 0 ? [...lists, renderPageHits(response, !isRankedBest(state), context)] : lists;
}

/** Formats the number of results as a sentence. */
export function formatResultCount(response: SearchResponse): string {
  const { hits, pageHits, missingPhrases } = response;
  const query = response.text ? ` for ‘${response.text}’` : '';
  const counts = [
    formatCount(withParts(hits).length, 'result'),
    formatCount(pageHits.length, hits.length > 0 ? 'further mention' : 'mention'),
  ];
  if (missingPhrases.length > 0) return `The Record does not have exactly these words: ‘${missingPhrases.join('’, ‘')}’.`;
  if (hits.length + pageHits.length > 0) return `${counts.filter(Boolean).join(' and ')}${query}.`;
  return response.unfilteredCount > 0 ? `None of ${response.unfilteredCount} results${query} fits the filters.` : `No results${query}.`;
}

/** Renders similar names and all themes, which are shown if there are no results. */
export function renderEmptyState(
  similar: readonly SearchDocument[],
  themes: readonly SearchDocument[],
  link: RenderContext['link'],
): HTMLElement[] {
  const renderChips = (title: string, documents: readonly SearchDocument[]) => {
    const items = documents.map((document) => createElement('li', {}, createElement('a', { href: link(document) }, document.title)));
    return createElement(
      'section',
      { class: 'group' },
      createElement('h2', {}, title),
      createElement('ul', { role: 'list', class: 'chips' }, ...items),
    );
  };
  return [...(similar.length > 0 ? [renderChips('Similar names', similar)] : []), renderChips('Themes', themes)];
}

/** Renders a result as an option of a field, with or without its text. */
export function renderOption(hit: SearchHit, id: string, context: RenderContext, hasText = true) {
  const document = nameBySentence(hit.document, context);
  return createElement(
    'a',
    { role: 'option', id, href: context.link(document), 'aria-selected': 'false', tabindex: '-1', class: `hit ${sideOf(document)}` },
    createElement('span', { class: 'title' }, ...renderHighlighted(document.title, context.query)),
    ...renderFacts({ ...hit, document }, context),
    ...(hasText ? renderText(document.text, context.query) : []),
  );
}

const formatCount = (count: number, noun: string) => (count > 0 ? `${count} ${noun}${count === 1 ? '' : 's'}` : '');

/** Renders the results of a kind. */
function renderGroup(hits: readonly SearchHit[], all: readonly SearchHit[], context: RenderContext): HTMLElement {
  const { kind } = hits[0]!.document;
  const { one, many } = documentKindLabels[kind];
  const isContinued = all.filter(({ document }) => document.kind === kind).length > hits.length;
  const articles = kind === 'statement' ? [...groupByArticle(hits)] : [];
  const shown = articles.length > 1 ? SHOWN_OF_ARTICLE : SHOWN;
  const lists = articles.flatMap(([id, statements]) => [
    createElement('h3', {}, context.labels.article[id] ?? id, ' ', renderCount(statements.length)),
    renderList(statements, shown, context),
  ]);
  return renderSection(
    `group ${kind}s`,
    hits.length === 1 ? one : many,
    isContinued ? `${hits.length} more` : hits.length,
    ...(articles.length > 0 ? lists : [renderList(hits, SHOWN, context)]),
  );
}

const renderSection = (className: string, title: string, count: string | number, ...lists: HTMLElement[]) =>
  createElement('section', { class: className }, createElement('h2', {}, title, ' ', renderCount(count)), ...lists);

const renderCount = (count: string | number) => createElement('span', { class: 'number' }, String(count));

/** Renders the first results of a list, and a button that shows the others. */
function renderList(hits: readonly SearchHit[], shown: number, context: RenderContext): HTMLElement {
  const list = createElement('ol', { role: 'list' }, ...withParts(hits.slice(0, shown)).map((hit) => renderResult(hit, context)));
  if (hits.length <= shown) return list;
  const button = createElement('button', { type: 'button' }, `Show ${hits.length - shown} more`);
  button.addEventListener('click', () => {
    const others = withParts(hits.slice(shown)).map((hit) => renderResult(hit, context));
    list.append(...others);
    button.remove();
    others[0]?.querySelector('a')?.focus();
    document.dispatchEvent(new Event('statements-rendered'));
  });
  return createElement('div', {}, list, button);
}

/** Renders the pages whose text has the words. Their excerpts are loaded when the section is opened. */
function renderPageHits({ pageHits, hits }: SearchResponse, isOpen: boolean, context: RenderContext): HTMLElement {
  const { length } = pageHits;
  const summary = `${hits.length > 0 ? 'Also in the text of' : 'In the text of'} ${length} ${length === 1 ? 'page' : 'pages'}`;
  const list = createElement('ol', { role: 'list' });
  const section = createElement('details', { class: 'group elsewhere' }, createElement('summary', {}, summary), list);
  const fill = () => {
    if (section.open && list.children.length === 0) list.append(...pageHits.slice(0, MAX_PAGES).map((hit) => renderPageHit(hit, context)));
  };
  section.addEventListener('toggle', fill);
  section.open = isOpen || hits.length === 0;
  fill();
  return section;
}

function renderResult(hit: SearchHit, context: RenderContext): HTMLElement {
  const document = nameBySentence(hit.document, context);
  const title = renderHighlighted(document.title, context.query);
  return renderItem({ ...hit, document }, context, title, renderText(document.text, context.query));
}

/** Returns a statement with its sentence as the title, which is the link, and with the voices first among the facts. */
function nameBySentence(document: SearchDocument, { labels }: RenderContext): SearchDocument {
  const { kind, title, text, voice, facts } = document;
  if (kind !== 'statement' || !voice) return document;
  const chain = [voice.speakers, ...voice.via].map((link) => link.map((id) => labels.actor[id] ?? id).join(' and '));
  return { ...document, title: text, text: '', facts: [chain.join(', through '), title, ...facts.toReversed()] };
}

/** Renders the voice mark of a statement (voice.css): the sides of its speakers and of the last link of the chain. */
function renderVoice({ voice }: SearchDocument, sides: IndexFile['sides']): HTMLElement[] {
  if (!voice) return [];
  const formsOf = (ids: readonly string[]) => [...new Set(ids.map((id) => sides[id] ?? 'unnamed'))];
  const [first = '', second] = formsOf(voice.speakers);
  const [relay, otherRelay] = formsOf(voice.via.at(-1) ?? []);
  const classes = ['voice', first, second && `joint and-${second}`, relay && `by-${relay}`, otherRelay && `by-and-${otherRelay}`];
  return [createElement('i', { class: classes.filter(Boolean).join(' '), 'aria-hidden': 'true' })];
}

function renderPageHit(hit: PageHit, context: RenderContext): HTMLElement {
  const words = createElement('p', { class: 'words' });
  hit.excerpt().then(
    (html) => words.append(...renderPagefindExcerpt(html)),
    () => words.remove(),
  );
  return renderItem(hit, context, [hit.document.title], [words]);
}

function renderItem(hit: SearchHit, context: RenderContext, title: (Node | string)[], text: HTMLElement[]) {
  const { document } = hit;
  const anchor = createElement('a', { href: context.link(document), class: sideOf(document) }, ...title);
  return createElement('li', { class: 'hit' }, anchor, ...renderFacts(hit, context), ...text);
}

const sideOf = ({ kind, facets }: SearchDocument) => (kind === 'actor' ? (facets.side?.[0] ?? '') : '');

/** Renders kind, facts and date, and the other name or variant that the query matched. The text shows a synonym; no article has a concept. */
function renderFacts({ document, forms = [] }: SearchHit, { sides }: RenderContext): HTMLElement[] {
  const { kind, facts, dateLabel = '' } = document;
  const also = forms.flatMap(({ text, source }) => (source === 'concept' || source === 'synonym' ? [] : `also: ${text}`));
  const labels = [kind === 'statement' ? '' : documentKindLabels[kind].one, ...facts, dateLabel, ...also].filter(Boolean);
  return [createElement('span', { class: 'facts' }, ...renderVoice(document, sides), labels.join(' · '))];
}

function renderText(text: string, query: Query): HTMLElement[] {
  return text ? [createElement('span', { class: 'words' }, ...renderHighlighted(text, query))] : [];
}

const renderHighlighted = (text: string, query: Query) =>
  highlightText(text, query).map((span) => (span.isMatch ? createElement('mark', {}, span.text) : span.text));

/** Renders an excerpt of Pagefind: its text with its `mark` elements, but no other HTML. */
const renderPagefindExcerpt = (html: string) =>
  [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map(({ nodeName, textContent }) =>
    nodeName === 'MARK' ? createElement('mark', {}, textContent ?? '') : (textContent ?? ''),
  );
