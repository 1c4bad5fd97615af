import { createElement } from '../components/client/create-element.ts';

/**
 * Renders buttons that download pages with their citations, and one that adds those that are statements to the notebook.
 *
 * @param base base path of the site, with a slash at its end
 * @param fail shows a message
 */
export function renderExportButtons(pages: readonly ExportedPage[], base: string, fail: (text: string) => void): HTMLElement[] {
  const createButton = (text: string, onClick: () => void) => {
    const button = createElement('button', { type: 'button' }, text);
    button.addEventListener('click', onClick);
    return button;
  };
  const downloads = (Object.keys(publishedFiles) as PublishedFormat[]).map((format) =>
    createButton(publishedFiles[format].label, () => {
      downloadRecords('search-results', format, pages, base).catch(() =>
        fail('The citations could not be loaded. Check your connection, and try again.'),
      );
    }),
  );
  const ids = pages.flatMap(({ path }) => /^\/entries\/([\w-]+)\/(s\d+)\/$/.exec(path)?.slice(1).join('.') ?? []);
  const label = `Add ${ids.length === 1 ? 'the statement' : `${ids.length} statements`} to notebook`;
  const add = createButton(label, () => document.dispatchEvent(new CustomEvent('notebook-add', { detail: ids })));
  return pages.length === 0 ? [] : [createElement('span', {}, 'Download these results:'), ...downloads, ...(ids.length > 0 ? [add] : [])];
}

/**
 * Offers the citations or the rows of pages to the reader as a file.
 *
 * @param base base path of the site, with a slash at its end
 * @throws {Error} if the published file cannot be loaded
 */
export async function downloadRecords(name: string, format: PublishedFormat, pages: readonly ExportedPage[], base: string): Promise<void> {
  const { file, type } = publishedFiles[format];
  const response = await fetch(base + file);
  if (!response.ok) throw new Error(`"${file}" returned ${response.status}`);
  download(`${name}.${format}`, type, selectRecords(format, await response.text(), pages));
}

/** Offers a text to the reader as a file. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = createElement('a', { href: url, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after this task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The files of `/data/` that have a citation or a row for each page, by the extension of what is downloaded. */
export const publishedFiles = {
  bib: { label: 'BibTeX', file: 'data/record.bib', type: 'application/x-bibtex' },
  ris: { label: 'RIS', file: 'data/record.ris', type: 'application/x-research-info-systems' },
  'csl.json': { label: 'CSL-JSON', file: 'data/record.csl.json', type: 'application/vnd.citationstyles.csl+json' },
  csv: { label: 'CSV', file: 'data/statements.csv', type: 'text/csv' },
};

export type PublishedFormat = keyof typeof publishedFiles;

/** A page that is exported, in the order of the list. */
export interface ExportedPage {
  /** Path from the root of the site: `/entries/tass-2026/s11/`. */
  path: string;
  /** Kind and title of a page that is not a statement, for CSV. */
  kind?: string;
  title?: string;
  /** The note of the reader, for CSV. */
  note?: string;
}

/**
 * Selects pages from a published file: the same bytes as the files of each page, one after the other. Pages without a citation, such as
 * /about/, are left out. CSV has the columns of the published table. A page that is not a statement has only `id`, `url`, `kind` and
 * `text`. If there are notes, there is one more column, `your_note`.
 *
 * @param content of the published file
 */
export function selectRecords(format: PublishedFormat, content: string, pages: readonly ExportedPage[]): string {
  switch (format) {
    case 'csv':
      return selectRows(content, pages);
    case 'csl.json': {
      const find = byPath(JSON.parse(content) as { URL: string }[], ({ URL: url }) => url);
      return `${JSON.stringify(select(find, pages), null, 2)}\n`;
    }
    case 'bib':
      return select(
        byPath(content.split(/\n(?=@)/), (record) => /^ {2}url = \{(.*)\},$/m.exec(record)?.[1]),
        pages,
      ).join('\n');
    case 'ris':
      return select(
        byPath(content.split(/\r\n(?=TY {2}- )/), (record) => /^UR {2}- (.*)\r$/m.exec(record)?.[1]),
        pages,
      ).join('\r\n');
  }
}

const select = <Item>(find: (path: string) => Item | undefined, pages: readonly ExportedPage[]) =>
  pages.map(({ path }) => find(path)).filter((item) => item !== undefined);

/** Returns a function that finds the record of a path. The site may be published below a base path, which the URLs have. */
function byPath<Item>(items: readonly Item[], urlOf: (item: Item) => string | undefined): (path: string) => Item | undefined {
  const byUrl = new Map(items.map((item) => [urlOf(item), item]));
  const home = homeOf([...byUrl.keys()]);
  return (path) => byUrl.get(home + path);
}

/** Returns the part of the URLs before the paths of pages. */
const homeOf = (urls: readonly (string | undefined)[]) =>
  urls.map((url) => /^(.*?)\/entries\/[\w-]+\/(?:s\d+\/)?$/.exec(url ?? '')?.[1]).find((base) => base !== undefined) ?? '';

function selectRows(content: string, pages: readonly ExportedPage[]): string {
  // A line break between quotation marks belongs to its cell. `fetch` has removed the byte order mark, which Excel needs.
  const [header = '', ...rows] = content.replace(BYTE_ORDER_MARK, '').match(/(?:[^"\r]|"(?:[^"]|"")*")+\r\n/g) ?? [];
  const columns = header.trimEnd().split(',');
  const urlOf = (row: string) => row.split(',', 2)[1];
  const find = byPath(rows, urlOf);
  const home = homeOf(rows.map(urlOf));
  const hasNotes = pages.some(({ note }) => note !== undefined);
  const lines = pages.map(({ path, kind, title, note = '' }) => {
    const cells: Record<string, string | undefined> = {
      id: path.split('/').at(-2),
      url: home + path,
      kind: kind?.toLowerCase(),
      text: title,
    };
    const row = find(path)?.trimEnd() ?? columns.map((column) => formatCell(cells[column] ?? '')).join(',');
    return hasNotes ? `${row},${formatCell(note)}` : row;
  });
  return [BYTE_ORDER_MARK + header.trimEnd() + (hasNotes ? ',your_note' : ''), ...lines, ''].join('\r\n');
}

const BYTE_ORDER_MARK = '\u{FEFF}';

/** Formats a cell of CSV (RFC 4180). */
const formatCell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
