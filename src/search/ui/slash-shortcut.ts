const KEY = 'search-slash';

/** Whether the reader has turned off that `/` leads to the search field. */
export function isSlashShortcutOff(): boolean {
  try {
    return localStorage.getItem(KEY) === 'off';
  } catch {
    return false; // storage is refused: the choice cannot be kept
  }
}

/** Keeps the reader’s choice. */
export function setSlashShortcutOff(off: boolean): void {
  try {
    if (off) localStorage.setItem(KEY, 'off');
    else localStorage.removeItem(KEY);
  } catch {
    // storage is refused: the choice holds for no longer than the page
  }
}
