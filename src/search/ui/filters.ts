import { facetTitles, valueLabel } from './labels.ts';
import { toSearchParams, type SearchState } from '../engine/url-state.ts';
import { createElement } from './create-element.ts';
import type { FacetCounts } from '../engine/facets.ts';
import { facetNames, type FacetLabels, type FacetName, type Facets } from '../engine/search-document.ts';

/** Writes the filters anew, leaving open what is open and the keyboard where it is. */
export function renderFilters(panel: HTMLElement, counts: FacetCounts, chosen: Facets, labels: FacetLabels): void {
  const open = new Set([...panel.querySelectorAll<HTMLElement>('details[open]')].map(({ dataset }) => dataset['facet']));
  const focused = panel.contains(document.activeElement) ? document.activeElement?.id : undefined;
  panel.replaceChildren(
    ...facetNames.flatMap((name) => {
      const values = ordered(name, counts[name]);
      if (values.length === 0 || (values.length === 1 && !chosen[name]?.length)) return [];
      const number = chosen[name]?.length ?? 0;
      return createElement(
        'details',
        { 'data-facet': name, open: open.has(name) || number > 0 },
        createElement('summary', {}, facetTitles[name], ...(number > 0 ? [createElement('b', {}, ` ${number}`)] : [])),
        createElement(
          'div',
          { role: 'group', 'aria-label': facetTitles[name] },
          ...values.map(([value, count]) => choice(name, value, count, chosen[name]?.includes(value) ?? false, labels)),
        ),
      );
    }),
  );
  if (focused) panel.querySelector<HTMLElement>(`#${CSS.escape(focused)}`)?.focus();
}

/** What is chosen, each with a link that takes it back, and one that takes all back. */
export function activeFilters(state: SearchState, labels: FacetLabels): (Node | string)[] {
  const chosen = facetNames.flatMap((name) => (state.filters[name] ?? []).map((value) => ({ name, value })));
  const without = (keep: ({ name, value }: { name: FacetName; value: string }) => boolean) =>
    toSearchParams({
      ...state,
      filters: Object.fromEntries(facetNames.map((name) => [name, (state.filters[name] ?? []).filter((value) => keep({ name, value }))])),
    }) || '?';
  const link = (ask: string, label: string, text: string) => createElement('a', { href: ask, 'data-ask': ask, 'aria-label': label }, text);
  const chips = chosen.map(({ name, value }) => {
    const said = valueLabel(name, value, labels);
    return link(
      without((each) => each.name !== name || each.value !== value),
      `Take back ${facetTitles[name]}: ${said}`,
      `${said} ×`,
    );
  });
  return chips.length > 1
    ? [
        ...chips,
        link(
          without(() => false),
          'Take back all filters',
          'All filters ×',
        ),
      ]
    : chips;
}

/** What is ticked. */
export function readFilters(panel: HTMLElement): Facets {
  const ticked = [...panel.querySelectorAll<HTMLInputElement>('input:checked')];
  return Object.fromEntries(
    facetNames.flatMap((name) => {
      const values = ticked.filter((input) => input.name === name).map(({ value }) => value);
      return values.length > 0 ? [[name, values]] : [];
    }),
  );
}

function choice(name: FacetName, value: string, count: number, checked: boolean, labels: FacetLabels): HTMLElement {
  const input = createElement('input', { type: 'checkbox', name, value, id: `filter-${name}-${value}` });
  input.checked = checked;
  return createElement('label', {}, input, valueLabel(name, value, labels), ' ', createElement('span', { class: 'number' }, String(count)));
}

/** Years in time, everything else the most frequent first. */
function ordered(name: FacetName, counts: ReadonlyMap<string, number>): [string, number][] {
  const inTime = ([a]: [string, number], [b]: [string, number]) => (a < b ? -1 : 1);
  return [...counts].toSorted((a, b) => (name === 'year' ? inTime(a, b) : b[1] - a[1] || inTime(a, b)));
}
