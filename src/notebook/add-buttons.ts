import { adoptStyles } from '../components/client/adopt-styles.ts';
import css from '../styles/notebook-buttons.css?inline';
import { add, includes, remove } from './notebook.ts';
import { isOnlyThisVisit, onNotebookChange, ONLY_THIS_VISIT, readNotebook, updateNotebook } from './store.ts';

/** How long the page confirms that statements were added, in milliseconds. */
const CONFIRMED_MS = 6000;

/** Path of the page of a statement. */
const STATEMENT_PAGE = /\/entries\/([\w-]+)\/(s\d+)\/$/;

const status = document.createElement('p');
status.setAttribute('role', 'status');
status.className = 'notebook-status';
const ids = new Map<HTMLElement, string>();
let timer = 0;

// Adds a button to the page of a statement, and to each row of a statement that has its current wording. Without JavaScript,
// pages have no such buttons.
const actions = document.querySelector('.actions');
if (actions) addButton(location.pathname, (button) => actions.insertBefore(button, actions.querySelector('a')));
addButtons();
onNotebookChange(showState);
// The search page dispatches these events. It does not import this module: a shared chunk would be one more request of every page.
document.addEventListener('statements-rendered', addButtons);
document.addEventListener('notebook-add', ({ detail }: CustomEventInit<string[]>) => {
  const before = readNotebook().length;
  updateNotebook((notebook) => add(notebook, detail!));
  const added = readNotebook().length - before;
  confirm(added > 0 ? `Added ${added} to your notebook.` : 'Your notebook has these already.');
});

// The page of the notebook has more code. It is loaded from here, so that other pages need one script.
if (document.querySelector('record-notebook')) void import('./notebook-page.ts');

function addButtons() {
  for (const button of ids.keys()) if (!button.isConnected) ids.delete(button);
  for (const link of document.querySelectorAll<HTMLAnchorElement>(':not(.frozen) > .statement > .text > a, li.hit > a')) {
    const row = link.closest('li')!;
    if (!row.querySelector('.to-notebook')) addButton(link.pathname, (button) => row.insertBefore(button, link.closest('li > *')));
  }
  if (!status.isConnected && (ids.size > 0 || document.querySelector('record-search'))) {
    adoptStyles(css);
    document.body.append(status);
  }
  showState();
}

function addButton(path: string, insert: (button: HTMLElement) => void) {
  const [, entry, number] = STATEMENT_PAGE.exec(path) ?? [];
  if (!number) return;
  const id = `${entry}.${number}`;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'to-notebook';
  button.addEventListener('click', () => {
    const isIn = includes(readNotebook(), id);
    updateNotebook((notebook) => (isIn ? remove(notebook, id) : add(notebook, [id])));
    confirm(isIn ? 'Removed from your notebook.' : 'Added to your notebook.');
  });
  ids.set(button, id);
  insert(button);
}

/** Shows on each button whether its statement is in the notebook. */
function showState() {
  const collected = new Set(readNotebook().map(({ id }) => id));
  for (const [button, id] of ids) {
    const isIn = collected.has(id);
    const label = isIn ? 'Remove from notebook' : 'Add to notebook';
    const isShort = button.parentElement !== actions;
    button.toggleAttribute('data-added', isIn);
    button.textContent = isShort ? (isIn ? '✓' : '+') : label;
    if (!isShort) continue;
    button.title = label;
    button.setAttribute('aria-label', `${label}: statement ${id.split('.s')[1]}`);
  }
}

/** Confirms a change, with a link to the notebook. */
function confirm(text: string) {
  const link = document.createElement('a');
  link.href = document.querySelector<HTMLAnchorElement>('.menu a[href$="/notebook/"]')!.href;
  link.textContent = `Open notebook (${readNotebook().length})`;
  status.replaceChildren(`${text} `, link, isOnlyThisVisit() ? ` ${ONLY_THIS_VISIT}` : '');
  clearTimeout(timer);
  timer = window.setTimeout(() => status.replaceChildren(), CONFIRMED_MS);
}
