import { isSlashShortcutOff } from './slash-shortcut.ts';

/** From every page: `/` and Ctrl-K (⌘K) lead to the search field. `/` can be turned off on the search page (WCAG 2.1.4). */
document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.altKey || event.shiftKey) return;
  const held = event.ctrlKey || event.metaKey;
  const slash = event.key === '/' && !held && !isWriting(event.target) && !isSlashShortcutOff();
  if (!slash && !(held && event.key.toLowerCase() === 'k')) return;
  const field = document.querySelector<HTMLInputElement>('input[type=search]');
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'));

// What marks the words that led here is loaded only where there are any.
if (new URLSearchParams(location.search).has('mark') || (history.state as { mark?: string } | null)?.mark) {
  void import('./highlight-page.ts').then(
    ({ highlightPage }) => highlightPage(),
    () => undefined, // the page reads as well without them, and whoever leaves it before they are there cuts them off
  );
}
