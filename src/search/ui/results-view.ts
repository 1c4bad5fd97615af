import { flattenHits, groupHits, type SearchResponse, type SearchHit, type HitGroup } from '../engine/response.ts';
import type { SearchState } from '../engine/url-state.ts';
import { recordKindLabels } from './labels.ts';
import { createElement } from './create-element.ts';
import { renderPageHit, renderResult, renderOption, type RenderContext } from './result-item.ts';
import type { FacetLabels, SearchDocument } from '../engine/search-document.ts';

/** How many results of a group are shown until the reader asks for more. */
const SHOWN = 6;
/** How many pages that have the words elsewhere are written at once. */
const SHOWN_ELSEWHERE = 40;

/** The best results as options. */
export function bestOptions(answer: Pick<SearchResponse, 'hits'>, { sort, text }: SearchState, writing: RenderContext): HTMLElement[] {
  if (sort !== 'relevance' || !text) return [];
  return groupHits(answer).best.map((found, index) => renderOption(found, `option-${index}`, writing));
}

/** Everything below the best: groups, or one list where results stand by date or nothing was typed. */
export function groupSections(
  answer: SearchResponse,
  { sort, text }: SearchState,
  writing: RenderContext,
  labels: FacetLabels,
): HTMLElement[] {
  const byRelevance = sort === 'relevance' && text !== '';
  const sections = byRelevance
    ? groupHits(answer).groups.map((group) => groupSection(group, answer, writing, labels))
    : answer.hits.length > 0
      ? [listSection(sort === 'relevance' ? 'Results' : 'By date', answer.hits, writing)]
      : [];
  return answer.pageHits.length > 0 ? [...sections, elsewhereSection(answer, writing, byRelevance)] : sections;
}

/** How many results there are, in words. */
export function formatResultCount(answer: SearchResponse): string {
  const { length } = flattenHits(answer, true);
  const about = answer.text ? ` for ‘${answer.text}’` : '';
  if (length === 0 && answer.unfiltered > 0) return `None of ${answer.unfiltered} results${about} fits the filters.`;
  return length === 0 ? `Nothing is found${about}.` : `${length} ${length === 1 ? 'result' : 'results'}${about}.`;
}

function groupSection({ kind, found }: HitGroup, { hits: all }: SearchResponse, writing: RenderContext, labels: FacetLabels): HTMLElement {
  const { one, many } = recordKindLabels[kind];
  const above = all.filter(({ record }) => record.kind === kind).length - found.length;
  const count = above > 0 ? `${found.length} more` : String(found.length);
  const heading = createElement('h2', {}, found.length === 1 ? one : many, ' ', createElement('span', { class: 'number' }, count));
  const list = kind === 'statement' ? statementLists(found, writing, labels) : [shortened(found, writing)];
  return createElement('section', { class: `group ${kind}s` }, heading, ...list);
}

/** Statements under their articles, as many as are shown at first; the others on demand. */
function statementLists(found: readonly SearchHit[], writing: RenderContext, labels: FacetLabels): HTMLElement[] {
  const articles = [...Map.groupBy(found, ({ record }) => record.facets.article?.[0] ?? '')];
  return articles.flatMap(([id, statements]) => [
    createElement('h3', {}, labels.article[id] ?? id, ' ', createElement('span', { class: 'number' }, String(statements.length))),
    shortened(statements, writing, articles.length > 1 ? 3 : SHOWN),
  ]);
}

function listSection(title: string, found: readonly SearchHit[], writing: RenderContext): HTMLElement {
  return createElement(
    'section',
    { class: 'group' },
    createElement('h2', {}, title, ' ', createElement('span', { class: 'number' }, String(found.length))),
    shortened(found, writing, 30),
  );
}

/** A list of which the first items are shown, and a button for the rest. */
function shortened(found: readonly SearchHit[], writing: RenderContext, shown = SHOWN): HTMLElement {
  const list = createElement('ol', { role: 'list' }, ...found.slice(0, shown).map((each) => renderResult(each, writing)));
  if (found.length <= shown) return list;
  const more = createElement('button', { type: 'button' }, `Show ${found.length - shown} more`);
  more.addEventListener('click', () => {
    const rest = found.slice(shown).map((each) => renderResult(each, writing));
    list.append(...rest);
    more.remove();
    rest[0]?.querySelector('a')?.focus();
  });
  return createElement('div', {}, list, more);
}

function elsewhereSection({ pageHits, hits }: SearchResponse, writing: RenderContext, byRelevance: boolean): HTMLElement {
  const { length } = pageHits;
  const summary = createElement(
    'summary',
    {},
    `${hits.length > 0 ? 'Also in the text of' : 'In the text of'} ${length} ${length === 1 ? 'page' : 'pages'}`,
  );
  const list = createElement('ol', { role: 'list' });
  const section = createElement('details', { class: 'group elsewhere' }, summary, list);
  const write = () => {
    if (list.children.length === 0) list.append(...pageHits.slice(0, SHOWN_ELSEWHERE).map((each) => renderPageHit(each, writing)));
  };
  section.addEventListener('toggle', () => {
    if (section.open) write();
  });
  if (hits.length === 0 || !byRelevance) {
    write();
    section.open = true;
  }
  return section;
}

/** What a reader who finds nothing can do: names that look like it, and the themes. */
export function emptyState(near: readonly SearchDocument[], themes: readonly SearchDocument[], link: RenderContext['link']): HTMLElement[] {
  const list = (title: string, records: readonly SearchDocument[]) =>
    createElement(
      'section',
      { class: 'group' },
      createElement('h2', {}, title),
      createElement(
        'ul',
        { role: 'list', class: 'chips' },
        ...records.map((record) => createElement('li', {}, createElement('a', { href: link(record) }, record.title))),
      ),
    );
  return [...(near.length > 0 ? [list('Names that look like it', near)] : []), list('Themes of the Record', themes)];
}
