/** What the page prints if the browser refuses storage, for example because its reader has blocked cookies. */
export const NOT_STORED = 'Your browser does not store this choice. It ends when you leave the page.';

/** Returns a setting from localStorage. Returns null if there is none or storage is refused. */
export function readSetting(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a setting, or deletes it if there is no value. Returns whether the browser stored it. */
export function storeSetting(key: string, value?: string): boolean {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
