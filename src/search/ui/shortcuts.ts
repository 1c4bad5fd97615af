import { readSetting, storeSetting } from '../../components/client/stored-setting.ts';

/** Key of the setting in localStorage. */
const SLASH_KEY = 'search-slash';

/** The choice on this page if the browser did not store it. */
let unstored: boolean | undefined;

/** Returns whether the reader has turned the `/` shortcut off. */
export const isSlashShortcutOff = () => unstored ?? readSetting(SLASH_KEY) === 'off';

/** Turns the `/` shortcut off or on. Returns whether the browser stored the choice; otherwise it applies to this page. */
export function setSlashShortcutOff(isOff: boolean): boolean {
  const isStored = storeSetting(SLASH_KEY, isOff ? 'off' : undefined);
  unstored = isStored ? undefined : isOff;
  return isStored;
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
