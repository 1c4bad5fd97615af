import { adoptStyles } from '../../components/client/adopt-styles.ts';
import { createElement } from '../../components/client/create-element.ts';
import { parseQuery } from '../engine/query.ts';
import { mergeNames, withParts } from '../engine/response.ts';
import { matchDocuments } from '../engine/search.ts';
import { toSearchParams } from '../engine/url-state.ts';
import { Combobox } from './combobox.ts';
import { IndexLoader } from './index-loader.ts';
import { renderOption } from './render-results.ts';
import css from '../../styles/suggestions.css?inline';

/** Number of suggestions: they fit above the keyboard of a phone. */
const MAX_SUGGESTIONS = 6;
/** Delay before the number of suggestions is announced to screen readers, in milliseconds. */
const ANNOUNCE_DELAY_MS = 700;

/** Suggests names, questions and statements below a search field while the reader types. The last suggestion leads to all results. */
export function addSuggestions(field: HTMLInputElement): void {
  const form = field.form!;
  const loader = new IndexLoader(new URL('..', form.action).pathname);
  const list = createElement('div', {
    id: 'suggestions',
    class: 'suggestions',
    role: 'listbox',
    'aria-label': 'Suggestions',
    hidden: true,
  });
  const status = createElement('p', { role: 'status', class: 'visually-hidden' });
  let timer = 0;
  adoptStyles(css);
  form.append(list, status);
  const combobox = new Combobox(field, list);

  const hide = () => {
    clearTimeout(timer);
    combobox.show([]);
    status.textContent = '';
  };
  const show = async () => {
    const text = field.value.trim();
    if (text === '') return hide();
    await loader.preload();
    // The reader has typed on or left the field.
    if (text !== field.value.trim() || !form.contains(document.activeElement)) return;
    const index = loader.index!;
    const state = { text, filters: {}, sort: 'relevance' as const, verbatim: false };
    const { query, results } = matchDocuments(state, index);
    const hits = results.isPartial ? [] : withParts(mergeNames(results.hits)).slice(0, MAX_SUGGESTIONS);
    const { labels, sides } = index.documentIndex.file;
    const base = new URL('..', form.action).pathname.replace(/\/$/, '');
    const context = {
      query: { ...query, words: parseQuery(text).words },
      link: ({ path }: { path: string }) => base + path,
      labels,
      sides,
    };
    const all = createElement('a', { role: 'option', id: 'suggestion-all', href: form.action + toSearchParams(state), tabindex: '-1' });
    all.append('All results for ', createElement('b', {}, text));
    combobox.show([...hits.map((hit, at) => renderOption(hit, `suggestion-${at}`, context, false)), all]);
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      status.textContent = `${hits.length === 1 ? '1 suggestion' : `${hits.length} suggestions`}. Press Enter for all results.`;
    }, ANNOUNCE_DELAY_MS);
  };
  const update = () => void show().catch(hide); // without the index, the form leads to the page

  field.addEventListener('input', update);
  field.addEventListener('focus', update);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || list.hidden) return;
    event.preventDefault();
    hide();
  });
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!form.contains(relatedTarget as Node | null)) hide();
  });
  void loader.preload().catch(() => undefined);
  update();
}
