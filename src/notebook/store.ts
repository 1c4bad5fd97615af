import { readSetting, storeSetting } from '../components/client/stored-setting.ts';
import { formatNotebook, parseNotebook, type Notebook } from './notebook.ts';

/** Key in localStorage. */
const KEY = 'notebook';
/** Key of a stored text that is not a notebook. It is put aside before the next change, so that nothing is lost. */
const UNREADABLE_KEY = 'notebook-unreadable';
/** Event of the document: the notebook has changed in this tab. */
const CHANGE = 'notebook-change';
/** Start of the name of the window, which holds the notebook until the tab is closed if the browser refuses storage. */
const VISIT = 'notebook:';

/** What pages print if the browser refuses storage. */
export const ONLY_THIS_VISIT = 'Your browser does not store the notebook. It is lost when you close this tab: save it to a file.';

/** Returns whether the notebook is only in this tab. */
export const isOnlyThisVisit = () => window.name.startsWith(VISIT);

/** Returns the notebook. Returns an empty one if there is none, or if the stored text is not a notebook. */
export const readNotebook = (): Notebook => read().notebook;

/** Changes the notebook as it is stored now, with the changes of other tabs. */
export function updateNotebook(change: (notebook: Notebook) => Notebook): void {
  const { notebook, unreadable } = read();
  if (unreadable !== undefined) storeSetting(UNREADABLE_KEY, unreadable);
  const text = formatNotebook(change(notebook));
  if (!storeSetting(KEY, text)) window.name = VISIT + text;
  else if (isOnlyThisVisit()) window.name = '';
  document.dispatchEvent(new Event(CHANGE));
}

/** Calls a function after each change, in this tab or in another one. */
export function onNotebookChange(listener: () => void): void {
  document.addEventListener(CHANGE, listener);
  addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) listener();
  });
  // A page from the back/forward cache has missed the changes of other pages.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) listener();
  });
}

function read(): { notebook: Notebook; unreadable?: string } {
  const text = isOnlyThisVisit() ? window.name.slice(VISIT.length) : readSetting(KEY);
  if (text === null) return { notebook: [] };
  try {
    return { notebook: parseNotebook(text, KEY) };
  } catch {
    return { notebook: [], unreadable: text };
  }
}
