import { download, downloadRecords, type PublishedFormat } from './downloads.ts';
import { toMarkdown } from './markdown.ts';
import {
  annotate,
  formatNotebook,
  merge,
  move,
  NotebookError,
  parseNotebook,
  remove,
  restore,
  substitute,
  type Notebook,
  type NotebookItem,
  statementPath,
  type CollectedStatement,
  type CollectedStatements,
} from './notebook.ts';
import { isOnlyThisVisit, onNotebookChange, ONLY_THIS_VISIT, readNotebook, updateNotebook } from './store.ts';
import { createElement } from '../components/client/create-element.ts';

/** Largest file that is read, in bytes: a notebook of 500 statements with notes has about 200 kB. */
const MAX_FILE_BYTES = 5_000_000;

/** The page of the notebook: shows, annotates, orders and exports what the reader has collected. */
class RecordNotebook extends HTMLElement {
  #base!: string;
  #published: CollectedStatements | undefined;
  #statements = new Map<string, CollectedStatement>();
  #rows = new Map<string, Row>();
  /** What “Undo” inserts again. */
  #removed: [position: number, item: NotebookItem][] = [];

  connectedCallback() {
    this.#base = this.dataset['base']!;
    this.#addListeners();
    onNotebookChange(() => this.#render());
    void this.#load();
  }

  async #load() {
    try {
      const response = await fetch(`${this.#base}notebook/statements.json`, { cache: 'no-cache' });
      if (!response.ok) throw new Error(String(response.status));
      this.#published = (await response.json()) as CollectedStatements;
      this.#statements = new Map(this.#published.statements.map((statement) => [statement.id, statement]));
    } catch {
      this.#say('The statements could not be loaded. Your notebook is safe: reload the page, or save it to a file.');
    }
    this.#find('.ready').hidden = false;
    this.#render();
  }

  #addListeners() {
    for (const button of this.querySelectorAll<HTMLElement>('[data-download]'))
      button.addEventListener('click', () => void this.#download(button.dataset['download'] as PublishedFormat | 'md'));
    this.#find('[data-save]').addEventListener('click', () =>
      download('notebook.json', 'application/json', formatNotebook(readNotebook())),
    );
    this.#find('[data-clear]').addEventListener('click', () => this.#remove(readNotebook()));
    this.#find('[data-undo]').addEventListener('click', () => this.#undo());
    const input = this.#find<HTMLInputElement>('input[type=file]');
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file) void this.#loadFile(file).finally(() => (input.value = ''));
    });
  }

  readonly #actions: RowActions = {
    annotate: (id, note) => updateNotebook((notebook) => annotate(notebook, id, note)),
    move: (id, step) => {
      updateNotebook((notebook) => move(notebook, id, step));
      const notebook = readNotebook();
      this.#say(`Moved to ${notebook.findIndex((item) => item.id === id) + 1} of ${notebook.length}.`);
    },
    remove: (id) => {
      const index = readNotebook().findIndex((item) => item.id === id);
      this.#remove(readNotebook().slice(index, index + 1));
      // The focus moves to the row that takes the place.
      const next = readNotebook()[Math.min(index, readNotebook().length - 1)];
      (next ? this.#rows.get(next.id)!.removeButton : this.#find('[data-undo]')).focus();
    },
    substitute: (id, other) => {
      updateNotebook((notebook) => substitute(notebook, id, other));
      this.#say('Replaced. Your note is kept.');
      this.#rows.get(other)?.removeButton.focus();
    },
  };

  #remove(items: Notebook) {
    const notebook = readNotebook();
    this.#removed = items.map((item) => [notebook.indexOf(notebook.find(({ id }) => id === item.id)!), item]);
    updateNotebook((current) => items.reduce((rest, { id }) => remove(rest, id), current));
    this.#say(items.length === 1 ? 'Removed 1 statement.' : `Removed ${items.length} statements.`, true);
  }

  #undo() {
    const removed = this.#removed;
    updateNotebook((notebook) => restore(notebook, removed));
    this.#say(removed.length === 1 ? 'The statement is back.' : 'The statements are back.');
    this.#rows.get(removed[0]![1].id)?.removeButton.focus();
  }

  /** Adds the statements of a file. What the notebook has stays. */
  async #loadFile(file: File) {
    if (file.size > MAX_FILE_BYTES) {
      this.#say(`“${file.name}” cannot be loaded: it has more than 5 MB. Choose a file that “Save to a file” on this page has made.`);
      return;
    }
    try {
      const loaded = parseNotebook(await file.text(), file.name);
      const before = readNotebook();
      updateNotebook((notebook) => merge(notebook, loaded));
      const added = readNotebook().length - before.length;
      const known = loaded.length - added;
      this.#say(
        `Loaded “${file.name}”: ${added} added${known > 0 ? `, ${known} already here. Different notes are kept, one after the other` : ''}.`,
      );
    } catch (error) {
      this.#say(error instanceof NotebookError ? error.message : `“${file.name}” cannot be read. Try again, or choose another file.`);
    }
  }

  async #download(format: PublishedFormat | 'md') {
    const notebook = readNotebook();
    try {
      if (format === 'md') {
        if (!this.#published) throw new Error('not loaded');
        download(
          'notebook.md',
          'text/markdown',
          toMarkdown(notebook, (id) => this.#statements.get(id), this.#published),
        );
        return;
      }
      const pages = notebook.map(({ id, note }) => ({ path: statementPath(id), note }));
      await downloadRecords('notebook', format, pages, this.#base);
    } catch {
      this.#say('The citations could not be loaded. Check your connection, and try again.');
    }
  }

  #render() {
    const notebook = readNotebook();
    const { length } = notebook;
    for (const id of this.#rows.keys()) if (!notebook.some((item) => item.id === id)) this.#rows.delete(id);
    const rows = notebook.map((item, index) => {
      const row = this.#rows.get(item.id) ?? createRow(item.id, this.#statements, this.#base, this.#actions);
      this.#rows.set(item.id, row);
      updateRow(row, item, index, length);
      return row.element;
    });
    const list = this.#find('ol');
    const focused = document.activeElement;
    // Elements that are in their place stay there, so that the focus and the selection stay.
    for (const [index, row] of rows.entries()) if (list.children[index] !== row) list.insertBefore(row, list.children[index] ?? null);
    while (list.children.length > length) list.lastElementChild!.remove();
    if (focused instanceof HTMLElement && list.contains(focused)) focused.focus();
    this.#find('#count').textContent = length === 1 ? '1 statement' : `${length} statements`;
    this.#find('.empty').hidden = length > 0;
    for (const element of this.querySelectorAll<HTMLElement>('.filled')) element.hidden = length === 0;
    this.#find('.storage').textContent = isOnlyThisVisit() ? ONLY_THIS_VISIT : '';
  }

  #say(text: string, canUndo = false) {
    this.#find('[role=status]').textContent = text;
    this.#find('[data-undo]').hidden = !canUndo;
  }

  #find<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
    return this.querySelector<Kind>(selector)!;
  }
}

customElements.define('record-notebook', RecordNotebook);

/** What the controls of a row do. */
interface RowActions {
  annotate: (id: string, note: string) => void;
  move: (id: string, step: number) => void;
  remove: (id: string) => void;
  /** Replaces a withdrawn statement by the one to read instead. */
  substitute: (id: string, other: string) => void;
}

/** A statement in the list of the notebook. */
interface Row {
  element: HTMLElement;
  number: HTMLElement;
  note: HTMLTextAreaElement;
  up: HTMLButtonElement;
  down: HTMLButtonElement;
  removeButton: HTMLButtonElement;
}

/** Creates the row of a statement. A statement that the Record does not have is shown by its id. */
function createRow(id: string, statements: ReadonlyMap<string, CollectedStatement>, base: string, actions: RowActions): Row {
  const statement = statements.get(id);
  const linkTo = (target: string, text: string) => createElement('a', { href: base + statementPath(target).slice(1) }, text);
  const number = createElement('span', { class: 'number' });
  const note = createElement('textarea', { rows: '1', placeholder: 'Write a note' });
  const createButton = (text: string, what: string, onClick: () => void) => {
    const button = createElement('button', { type: 'button', 'aria-label': `${text}: ${what}` }, text);
    button.addEventListener('click', onClick);
    return button;
  };
  const name = nameOf(statement, id);
  const up = createButton('Move up', name, () => actions.move(id, -1));
  const down = createButton('Move down', name, () => actions.move(id, 1));
  const removeButton = createButton('Remove', name, () => actions.remove(id));
  note.addEventListener('input', () => actions.annotate(id, note.value));
  const instead = statement?.withdrawn?.instead;
  const withdrawn = statement?.withdrawn && [
    createElement(
      'p',
      { class: 'withdrawn' },
      `No longer counted: ${statement.withdrawn.reason}`,
      ...(instead ? [' Read instead: ', linkTo(instead, statements.get(instead)?.text ?? instead), ' '] : []),
      ...(instead ? [createButton('Use it instead', name, () => actions.substitute(id, instead))] : []),
    ),
  ];
  const element = createElement(
    'li',
    { class: 'statement' },
    number,
    createElement(
      'p',
      { class: 'text' },
      statement ? linkTo(id, statement.text) : `The Record has no statement “${id}”. Your note is kept.`,
    ),
    ...(statement ? [renderFacts(statement)] : []),
    ...(withdrawn ?? []),
    createElement('div', {}, createElement('label', {}, 'Your note', note), up, down, removeButton),
  );
  element.addEventListener('keydown', (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.altKey) return;
    event.preventDefault();
    actions.move(id, step);
  });
  return { element, number, note, up, down, removeButton };
}

/** Shows the note of an item and its position in a list. */
function updateRow({ number, note, up, down }: Row, item: NotebookItem, index: number, length: number): void {
  number.textContent = String(index + 1);
  if (note.value !== item.note) note.value = item.note;
  // A disabled button would lose the focus.
  up.setAttribute('aria-disabled', String(index === 0));
  down.setAttribute('aria-disabled', String(index === length - 1));
}

const nameOf = (statement: CollectedStatement | undefined, id: string) =>
  (statement ? `${statement.facts[0]}, ${statement.text}` : id).slice(0, 80);

function renderFacts({ mark, voice, facts }: CollectedStatement): HTMLElement {
  return createElement(
    'p',
    { class: 'facts' },
    createElement('i', { class: `voice ${mark}`, 'aria-hidden': 'true' }),
    ' ',
    createElement('b', {}, voice),
    ` · ${facts.join(' · ')}`,
  );
}
