import { NOT_STORED, readSetting, storeSetting } from '../../components/client/stored-setting.ts';

/** Key of the setting in localStorage. */
const SLASH_KEY = 'search-slash';

let isSlashOff = readSetting(SLASH_KEY) === 'off';

// The search page has a checkbox for the `/` shortcut. It is handled here, so that other pages need one script.
const checkbox = document.querySelector<HTMLInputElement>('.keys input');
if (checkbox) {
  checkbox.checked = !isSlashOff;
  checkbox.addEventListener('change', () => {
    isSlashOff = !checkbox.checked;
    const isStored = storeSetting(SLASH_KEY, isSlashOff ? 'off' : undefined);
    document.querySelector('.keys [aria-live]')!.textContent = isStored ? '' : NOT_STORED;
  });
}

// On every page, `/` and Ctrl-K (⌘K) focus the search field. `/` can be turned off on the search page (WCAG 2.1.4).
document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.altKey || event.shiftKey) return;
  const hasModifier = event.ctrlKey || event.metaKey;
  const isSlash = event.key === '/' && !hasModifier && !isTextField(event.target) && !isSlashOff;
  if (!isSlash && !(hasModifier && event.key.toLowerCase() === 'k')) return;
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// The field of the header leads to the index, for readers without JavaScript. With it, to the results.
const field = document.querySelector<HTMLInputElement>('#seek');
if (field?.form) {
  field.form.action = field.form.action.split('#')[0]!;
  // Suggestions and their index are only loaded if the field has the focus.
  const load = () => {
    field.removeEventListener('focus', load);
    import('./suggestions.ts').then(
      ({ addSuggestions }) => addSuggestions(field),
      () => undefined, // without suggestions, the form leads to the results
    );
  };
  if (document.activeElement === field) load();
  else field.addEventListener('focus', load);
}

const isTextField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'));

// The module that highlights words is only loaded if the page was reached by a search.
if (new URLSearchParams(location.search).has('mark') || (history.state as { mark?: string } | null)?.mark) {
  void import('./highlight-page.ts').then(
    ({ highlightPage }) => highlightPage(),
    () => undefined, // the reader left the page before the module was loaded
  );
}
