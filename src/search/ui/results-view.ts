import { flattened, grouped, type Answer, type Found, type Group } from '../engine/response.ts';
import type { SearchState } from '../engine/url-state.ts';
import { recordKindLabels } from './labels.ts';
import { make } from './create-element.ts';
import { elsewhereItem, itemOf, optionOf, type Writing } from './result-item.ts';
import type { FacetLabels, SearchRecord } from '../engine/search-document.ts';

/** How many results of a group are shown until the reader asks for more. */
const SHOWN = 6;
/** How many pages that have the words elsewhere are written at once. */
const SHOWN_ELSEWHERE = 40;

/** The best results as options. */
export function bestOptions(answer: Pick<Answer, 'found'>, { sort, text }: SearchState, writing: Writing): HTMLElement[] {
  if (sort !== 'relevance' || !text) return [];
  return grouped(answer).best.map((found, index) => optionOf(found, `option-${index}`, writing));
}

/** Everything below the best: groups, or one list where results stand by date or nothing was typed. */
export function groupSections(answer: Answer, { sort, text }: SearchState, writing: Writing, labels: FacetLabels): HTMLElement[] {
  const byRelevance = sort === 'relevance' && text !== '';
  const sections = byRelevance
    ? grouped(answer).groups.map((group) => groupSection(group, answer, writing, labels))
    : answer.found.length > 0
      ? [listSection(sort === 'relevance' ? 'Results' : 'By date', answer.found, writing)]
      : [];
  return answer.elsewhere.length > 0 ? [...sections, elsewhereSection(answer, writing, byRelevance)] : sections;
}

/** How many results there are, in words. */
export function saidCount(answer: Answer): string {
  const { length } = flattened(answer, true);
  const about = answer.text ? ` for ‘${answer.text}’` : '';
  if (length === 0 && answer.unfiltered > 0) return `None of ${answer.unfiltered} results${about} fits the filters.`;
  return length === 0 ? `Nothing is found${about}.` : `${length} ${length === 1 ? 'result' : 'results'}${about}.`;
}

function groupSection({ kind, found }: Group, { found: all }: Answer, writing: Writing, labels: FacetLabels): HTMLElement {
  const { one, many } = recordKindLabels[kind];
  const above = all.filter(({ record }) => record.kind === kind).length - found.length;
  const count = above > 0 ? `${found.length} more` : String(found.length);
  const heading = make('h2', {}, found.length === 1 ? one : many, ' ', make('span', { class: 'number' }, count));
  const list = kind === 'statement' ? statementLists(found, writing, labels) : [shortened(found, writing)];
  return make('section', { class: `group ${kind}s` }, heading, ...list);
}

/** Statements under their articles, as many as are shown at first; the others on demand. */
function statementLists(found: readonly Found[], writing: Writing, labels: FacetLabels): HTMLElement[] {
  const articles = [...Map.groupBy(found, ({ record }) => record.facets.article?.[0] ?? '')];
  return articles.flatMap(([id, statements]) => [
    make('h3', {}, labels.article[id] ?? id, ' ', make('span', { class: 'number' }, String(statements.length))),
    shortened(statements, writing, articles.length > 1 ? 3 : SHOWN),
  ]);
}

function listSection(title: string, found: readonly Found[], writing: Writing): HTMLElement {
  return make(
    'section',
    { class: 'group' },
    make('h2', {}, title, ' ', make('span', { class: 'number' }, String(found.length))),
    shortened(found, writing, 30),
  );
}

/** A list of which the first items are shown, and a button for the rest. */
function shortened(found: readonly Found[], writing: Writing, shown = SHOWN): HTMLElement {
  const list = make('ol', { role: 'list' }, ...found.slice(0, shown).map((each) => itemOf(each, writing)));
  if (found.length <= shown) return list;
  const more = make('button', { type: 'button' }, `Show ${found.length - shown} more`);
  more.addEventListener('click', () => {
    const rest = found.slice(shown).map((each) => itemOf(each, writing));
    list.append(...rest);
    more.remove();
    rest[0]?.querySelector('a')?.focus();
  });
  return make('div', {}, list, more);
}

function elsewhereSection({ elsewhere, found }: Answer, writing: Writing, byRelevance: boolean): HTMLElement {
  const { length } = elsewhere;
  const summary = make(
    'summary',
    {},
    `${found.length > 0 ? 'Also in the text of' : 'In the text of'} ${length} ${length === 1 ? 'page' : 'pages'}`,
  );
  const list = make('ol', { role: 'list' });
  const section = make('details', { class: 'group elsewhere' }, summary, list);
  const write = () => {
    if (list.children.length === 0) list.append(...elsewhere.slice(0, SHOWN_ELSEWHERE).map((each) => elsewhereItem(each, writing)));
  };
  section.addEventListener('toggle', () => {
    if (section.open) write();
  });
  if (found.length === 0 || !byRelevance) {
    write();
    section.open = true;
  }
  return section;
}

/** What a reader who finds nothing can do: names that look like it, and the themes. */
export function emptyState(near: readonly SearchRecord[], themes: readonly SearchRecord[], link: Writing['link']): HTMLElement[] {
  const list = (title: string, records: readonly SearchRecord[]) =>
    make(
      'section',
      { class: 'group' },
      make('h2', {}, title),
      make(
        'ul',
        { role: 'list', class: 'chips' },
        ...records.map((record) => make('li', {}, make('a', { href: link(record) }, record.title))),
      ),
    );
  return [...(near.length > 0 ? [list('Names that look like it', near)] : []), list('Themes of the Record', themes)];
}
