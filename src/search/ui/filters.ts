import type { FacetCounts } from '../engine/response.ts';
import { documentKindLabels, facetNames, facetTitles, type FacetLabels, type FacetName, type Facets } from '../engine/search-document.ts';
import { toSearchParams, type SearchState } from '../engine/url-state.ts';
import { createElement } from '../../components/client/create-element.ts';

/** Filters that are open when the first results are shown. */
const OPEN_AT_FIRST: FacetName[] = ['article', 'side'];

/** Renders the kinds of results as chips, and the other filters as sections. Open sections stay open, and the focus stays. */
export function renderFilters(panel: HTMLElement, kinds: HTMLElement, counts: FacetCounts, filters: Facets, labels: FacetLabels): void {
  const open = new Set(
    panel.children.length > 0
      ? [...panel.querySelectorAll<HTMLElement>('details[open]')].map(({ dataset }) => dataset['facet'])
      : OPEN_AT_FIRST,
  );
  const focused = [panel, kinds].some((element) => element.contains(document.activeElement)) ? document.activeElement?.id : undefined;
  const selectedKinds = filters.kind ?? [];
  const kindCounts = sortValues('kind', counts.kind);
  kinds.replaceChildren(
    ...(kindCounts.length + selectedKinds.length > 1 ? kindCounts : []).map(([value, count]) =>
      renderCheckbox('kind', value, count, selectedKinds.includes(value), labels),
    ),
  );
  panel.replaceChildren(
    ...facetNames.flatMap((name) => {
      if (name === 'kind') return [];
      const selected = filters[name] ?? [];
      const values = sortValues(name, counts[name]);
      if (values.length === 0 || (values.length === 1 && selected.length === 0)) return [];
      const badge = selected.length > 0 ? [createElement('b', {}, `: ${selected.length} chosen`)] : [];
      const checkboxes = values.map(([value, count]) => renderCheckbox(name, value, count, selected.includes(value), labels));
      return createElement(
        'details',
        { 'data-facet': name, open: open.has(name) || selected.length > 0 },
        createElement('summary', {}, facetTitles[name], ...badge),
        createElement('div', { role: 'group', 'aria-label': facetTitles[name] }, ...checkboxes),
      );
    }),
  );
  if (focused) document.getElementById(focused)?.focus();
}

/** Returns the checked filters in an element. */
export function readFilters(panel: HTMLElement): Facets {
  const checked = [...panel.querySelectorAll<HTMLInputElement>('input:checked')];
  return Object.fromEntries(
    facetNames.flatMap((facet) => {
      const values = checked.filter(({ name }) => name === facet).map(({ value }) => value);
      return values.length > 0 ? [[facet, values]] : [];
    }),
  );
}

/** Renders a link that removes each active filter and, if there are several, one that removes all. */
export function renderActiveFilters(state: SearchState, labels: FacetLabels): HTMLElement[] {
  const renderLink = (filters: Facets, label: string, text: string) => {
    const query = toSearchParams({ ...state, filters }) || '?';
    return createElement('a', { href: query, 'data-query': query, 'aria-label': label }, text);
  };
  const chips = facetNames.flatMap((name) => {
    const values = state.filters[name] ?? [];
    return values.map((value) => {
      const filters = { ...state.filters, [name]: values.filter((other) => other !== value) };
      const label = valueLabel(name, value, labels);
      return renderLink(filters, `Clear ${facetTitles[name]}: ${label}`, `${label} ×`);
    });
  });
  return chips.length > 1 ? [...chips, renderLink({}, 'Clear filters', 'Clear filters ×')] : chips;
}

function renderCheckbox(name: FacetName, value: string, count: number, isChecked: boolean, labels: FacetLabels): HTMLElement {
  const input = createElement('input', { type: 'checkbox', name, value, id: `filter-${name}-${value}` });
  input.checked = isChecked;
  return createElement('label', {}, input, valueLabel(name, value, labels), ' ', createElement('span', { class: 'number' }, String(count)));
}

/** Sorts years by time, other values by number of results. */
function sortValues(name: FacetName, counts: ReadonlyMap<string, number>): [string, number][] {
  const byValue = ([a]: [string, number], [b]: [string, number]) => (a < b ? -1 : 1);
  return [...counts].toSorted((a, b) => (name === 'year' ? byValue(a, b) : b[1] - a[1] || byValue(a, b)));
}

const kindLabels = Object.fromEntries(Object.entries(documentKindLabels).map(([kind, { many }]) => [kind, many]));

/** Returns the label of a value. A value without a label is its own label. */
function valueLabel(facet: FacetName, value: string, labels: FacetLabels): string {
  const byFacet: Partial<Record<FacetName, Record<string, string>>> = { ...labels, speaker: labels.actor, kind: kindLabels };
  const labelOf = byFacet[facet];
  // The value may be from the URL. `constructor` is not a label.
  return labelOf && Object.hasOwn(labelOf, value) ? labelOf[value]! : value;
}
