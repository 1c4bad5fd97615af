/** A format of the exports. */
interface ExportFormat {
  /** What file names end with, without the first dot. */
  extension: string;
  /** Media type (RFC 6838), without parameters. */
  type: string;
  /** Name for readers. */
  label: string;
}

/** Formats of every citable page, in the order of its links. */
export const pageFormats = [
  { extension: 'bib', type: 'application/x-bibtex', label: 'BibTeX' },
  { extension: 'ris', type: 'application/x-research-info-systems', label: 'RIS' },
  { extension: 'csl.json', type: 'application/vnd.citationstyles.csl+json', label: 'CSL-JSON' },
  { extension: 'json', type: 'application/json', label: 'JSON' },
] as const satisfies readonly ExportFormat[];

export type PageFormat = (typeof pageFormats)[number]['extension'];

/** All formats of the exports. An extension comes before those it ends with: `csl.json` before `json`. */
const formats: readonly ExportFormat[] = [
  ...pageFormats,
  { extension: 'jsonld', type: 'application/ld+json', label: 'JSON-LD' },
  { extension: 'epub', type: 'application/epub+zip', label: 'EPUB' },
  { extension: 'pdf', type: 'application/pdf', label: 'PDF' },
  { extension: 'zip', type: 'application/zip', label: 'Zip' },
  { extension: 'csv', type: 'text/csv', label: 'CSV' },
  { extension: 'sqlite', type: 'application/vnd.sqlite3', label: 'SQLite' },
  { extension: 'ndjson', type: 'application/x-ndjson', label: 'NDJSON' },
  { extension: 'txt', type: 'text/plain', label: 'Text' },
  { extension: 'cff', type: 'application/yaml', label: 'Citation File Format' },
  { extension: 'xml', type: 'application/xml', label: 'XML' },
];

/** Returns the path of a page in another format: (`/entries/tass-2026/`, `bib`) → `/entries/tass-2026.bib`. */
export const formatPath = (page: string, extension: string) => `${page.replace(/\/$/, '')}.${extension}`;

/** Returns the media type of an exported file by its name, or undefined if no export has the extension. */
export const mediaType = (file: string) => formats.find(({ extension }) => file.endsWith(`.${extension}`))?.type;
