import { createElement } from '../components/client/create-element.ts';
import type { NotebookItem } from './notebook.ts';
import { statementPath, type CollectedStatement } from './statement.ts';

/** What the controls of a row do. */
export interface RowActions {
  annotate: (id: string, note: string) => void;
  move: (id: string, step: number) => void;
  remove: (id: string) => void;
  /** Replaces a withdrawn statement by the one to read instead. */
  substitute: (id: string, other: string) => void;
}

/** A statement in the list of the notebook. */
export interface Row {
  element: HTMLElement;
  number: HTMLElement;
  note: HTMLTextAreaElement;
  up: HTMLButtonElement;
  down: HTMLButtonElement;
  removeButton: HTMLButtonElement;
}

/** Creates the row of a statement. A statement that the Record does not have is shown by its id. */
export function createRow(id: string, statements: ReadonlyMap<string, CollectedStatement>, base: string, actions: RowActions): Row {
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
export function updateRow({ number, note, up, down }: Row, item: NotebookItem, index: number, length: number): void {
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
