/** Key of the setting in localStorage. */
const SLASH_KEY = 'search-slash';

/** Returns whether the reader has turned the `/` shortcut off. */
export function isSlashShortcutOff(): boolean {
  try {
    return localStorage.getItem(SLASH_KEY) === 'off';
  } catch {
    return false; // storage is blocked
  }
}

/** Stores whether the `/` shortcut is off. */
export function setSlashShortcutOff(isOff: boolean): void {
  try {
    if (isOff) localStorage.setItem(SLASH_KEY, 'off');
    else localStorage.removeItem(SLASH_KEY);
  } catch {
    // storage is blocked: the setting applies until the page is left
  }
}

// On every page, `/` and Ctrl-K (⌘K) focus the search field. `/` can be turned off on the search page (WCAG 2.1.4).
document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.altKey || event.shiftKey) return;
  const hasModifier = event.ctrlKey || event.metaKey;
  const isSlash = event.key === '/' && !hasModifier && !isTextField(event.target) && !isSlashShortcutOff();
  if (!isSlash && !(hasModifier && event.key.toLowerCase() === 'k')) return;
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

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
