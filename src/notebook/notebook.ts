/** A statement that a reader has collected. */
export interface NotebookItem {
  /** Id of the statement: `tass-2026.s11`. */
  readonly id: string;
  readonly note: string;
}

/** The statements that a reader has collected, in the order of the reader. An id occurs once. */
export type Notebook = readonly NotebookItem[];

export const includes = (notebook: Notebook, id: string) => notebook.some((item) => item.id === id);

/** Adds the statements that the notebook does not have, at its end. */
export const add = (notebook: Notebook, ids: readonly string[]): Notebook =>
  merge(
    notebook,
    ids.map((id) => ({ id, note: '' })),
  );

export const remove = (notebook: Notebook, id: string): Notebook => notebook.filter((item) => item.id !== id);

/** Replaces the note of a statement. */
export const annotate = (notebook: Notebook, id: string, note: string): Notebook =>
  notebook.map((item) => (item.id === id ? { id, note } : item));

/** Inserts items at their former positions, in ascending order. Items that the notebook has again are left out. */
export const restore = (notebook: Notebook, removed: readonly (readonly [position: number, item: NotebookItem])[]): Notebook =>
  removed.reduce((items, [position, item]) => (includes(items, item.id) ? items : items.toSpliced(position, 0, item)), notebook);

/** Moves a statement by a number of positions, at most to the start or the end. */
export function move(notebook: Notebook, id: string, step: number): Notebook {
  const from = notebook.findIndex((item) => item.id === id);
  if (from === -1) return notebook;
  const to = Math.min(Math.max(from + step, 0), notebook.length - 1);
  return notebook.toSpliced(from, 1).toSpliced(to, 0, notebook[from]!);
}

/** Replaces a statement by another at its position, with its note. If the notebook has the other one, the note is added to it. */
export function substitute(notebook: Notebook, id: string, other: string): Notebook {
  const note = notebook.find((item) => item.id === id)?.note ?? '';
  if (includes(notebook, other)) return merge(remove(notebook, id), [{ id: other, note }]);
  return notebook.map((item) => (item.id === id ? { id: other, note } : item));
}

/** Adds items at the end. If both have a statement with different notes, it keeps both notes. */
export function merge(notebook: Notebook, others: Notebook): Notebook {
  const notes = new Map(notebook.map(({ id, note }) => [id, note]));
  for (const { id, note } of others) {
    const own = notes.get(id) ?? '';
    notes.set(id, own.includes(note) ? own : note.includes(own) ? note : `${own}\n\n${note}`);
  }
  return [...notes].map(([id, note]) => ({ id, note }));
}

/** Marks a file as a notebook. */
const FORMAT = 'japan-russia-record-notebook';
/** Version of the format. A change that older pages cannot read needs a new number. */
const VERSION = 1;

/** Formats a notebook as the content of a file or of the browser's storage: JSON that ends with a line break. */
export const formatNotebook = (notebook: Notebook): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, statements: notebook }, null, 1)}\n`;

/** The content of a file is not a notebook. The message gives every reason, for the reader. */
export class NotebookError extends Error {}

/** Number of faults of a file that the message names. */
const MAX_FAULTS = 5;

/**
 * Parses the content of a file or of the browser's storage.
 *
 * @param name of the file, for messages
 * @throws {NotebookError} if it is not a notebook, or if one of its statements is not complete
 */
export function parseNotebook(text: string, name: string): Notebook {
  const fail = (reason: string): never => {
    throw new NotebookError(`“${name}” cannot be loaded: ${reason} The notebook has not changed.`);
  };
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail('it is not JSON. Choose a file that “Save to a file” on this page has made.');
  }
  if (!isObject(file) || file['format'] !== FORMAT)
    return fail(`it has no "format": "${FORMAT}". Choose a file that “Save to a file” on this page has made.`);
  const { version, statements } = file;
  if (typeof version === 'number' && version > VERSION)
    return fail(`its version is ${version}, and this page reads version ${VERSION}. Reload the page, and try again.`);
  if (version !== VERSION) return fail(`its "version" is ${formatValue(version)}: write ${VERSION}.`);
  if (!Array.isArray(statements)) return fail(`its "statements" is ${formatValue(statements)}: write a list.`);
  const faults = statements.flatMap((item: unknown, index) => {
    const { id, note } = isObject(item) ? item : {};
    return [
      ...(typeof id === 'string' && ID.test(id)
        ? []
        : [`statement ${index + 1} has the id ${formatValue(id)}: write one like "tass-2026.s11".`]),
      ...(typeof note === 'string' ? [] : [`statement ${index + 1} has the note ${formatValue(note)}: write a text in quotation marks.`]),
    ];
  });
  const more = faults.length > MAX_FAULTS ? [`There are ${faults.length - MAX_FAULTS} more faults.`] : [];
  if (faults.length > 0) return fail([...faults.slice(0, MAX_FAULTS), ...more].join(' '));
  return merge([], statements as Notebook);
}

const ID = /^[a-z0-9-]+\.s[1-9]\d*$/;

/** A statement as the notebook shows and cites it: an item of `/notebook/statements.json`. */
export interface CollectedStatement {
  id: string;
  text: string;
  /** Names of who speaks and who passed it on. */
  voice: string;
  /** Classes of its voice mark (voice.css). */
  mark: string;
  /** Article, passages, date and kind: `TASS 2026`, `¶4`, … */
  facts: string[];
  /** Its note in the Chicago style, as HTML with no tag but `<i>`. */
  citation: string;
  /** Why it was withdrawn, and the id of the statement to read instead. */
  withdrawn?: { reason: string; instead?: string };
}

/** Content of `/notebook/statements.json`. */
export interface CollectedStatements {
  site: string;
  edition: string;
  statements: CollectedStatement[];
}

/** Returns the path of a statement: `tass-2026.s11` → `/entries/tass-2026/s11/`, as in `src/paths`. */
export const statementPath = (id: string) => `/entries/${id.replace('.', '/')}/`;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const formatValue = (value: unknown) => (value === undefined ? 'missing' : JSON.stringify(value).slice(0, 60));
