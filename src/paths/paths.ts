/* Paths of pages from the root of the site, without the base path under which it is published. */
export const homePath = '/';
export const entriesPath = '/entries/';
export const timelinePath = '/timeline/';
export const actorsPath = '/actors/';
export const themesPath = '/themes/';
export const placesPath = '/places/';
export const linksPath = '/links/';
export const questionsPath = '/questions/';
export const forecastsPath = '/forecasts/';
export const termsPath = '/terms/';
export const networkPath = '/network/';
export const searchPath = '/search/';
export const notebookPath = '/notebook/';
export const aboutPath = '/about/';
export const fieldsPath = '/about/fields/';
export const rulesPath = '/about/rules/';
export const citePath = '/cite/';
export const changesPath = '/changes/';
/** Returns the path of the feed of a page: `/themes/energy/feed.xml`. */
export const feedPath = (page: string) => `${page}feed.xml`;
export const changesFeedPath = feedPath(changesPath);
export const editionsPath = '/editions/';
export const dataPath = '/data/';
export const dictionaryPath = '/data/dictionary/';
export const recipesPath = '/data/recipes/';

/** Paths of the pages that do not depend on the content. */
export const staticPaths: readonly string[] = [
  homePath,
  entriesPath,
  timelinePath,
  actorsPath,
  themesPath,
  placesPath,
  questionsPath,
  forecastsPath,
  linksPath,
  termsPath,
  networkPath,
  searchPath,
  notebookPath,
  aboutPath,
  fieldsPath,
  rulesPath,
  citePath,
  changesPath,
  editionsPath,
  dataPath,
  dictionaryPath,
  recipesPath,
];

export const entryPath = (id: string) => `/entries/${id}/`;
/** Returns the path of the bibliographic record of an article: `/entries/tass-2026/source/`. */
export const sourcePath = (entry: string) => `/entries/${entry}/source/`;
export const eventPath = (id: string) => `/events/${id}/`;
export const actorPath = (id: string) => `/actors/${id}/`;
export const themePath = (id: string) => `/themes/${id}/`;
/** Returns the path of a question: `/questions/energy-going-on/`. */
export const questionPath = (theme: string, question: string) => `${questionsPath}${questionSlug(theme, question)}/`;
/** Returns the name of a question, unique in the Record: (`energy`, `going-on`) → `energy-going-on`. It is its anchor on pages that list questions. */
export const questionSlug = (theme: string, question: string) => `${theme}-${question}`;
/** Returns the path of the answers of two articles side by side. Their order does not depend on their dates, so that a corrected date moves no page. */
export const pairPath = (a: string, b: string) => `/compare/${[a, b].toSorted().join('/')}/`;
export const placePath = (id: string) => `/places/${id}/`;
export const termPath = (id: string) => `/terms/${id}/`;

/** Returns the path of a statement: `tass-2026.s11` → `/entries/tass-2026/s11/`. */
export const statementPath = (id: string) => {
  const dot = id.lastIndexOf('.');
  return `/entries/${id.slice(0, dot)}/${id.slice(dot + 1)}/`;
};

/** Returns the anchor of a statement on the page of its entry: `tass-2026.s11` → `#s11`. */
export const statementAnchor = (id: string) => `#${id.slice(id.lastIndexOf('.') + 1)}`;

/** Returns the anchor of the statements of a passage on the page of its entry: `p5` → `#in-p5`. */
export const passageAnchor = (locator: string) => `#in-${locator}`;

/** Returns the anchor of a year on the timeline. For null it is that of the undated events. */
export const yearAnchor = (year: number | null) => (year === null ? 'undated' : `y${year}`);

/** Removes the anchor from a path. */
export const stripHash = (path: string) => path.split('#')[0]!;

/** Returns the path of an edition on the page of changes: `2026.1` → `/changes/#e2026-1`. */
export const editionPath = (name: string) => `${changesPath}#${editionAnchor(name)}`;
export const editionAnchor = (name: string) => `e${name.replace('.', '-')}`;

/** Returns the path of an edition online: `/editions/2026.1/`. */
export const frozenEditionPath = (name: string) => `${editionsPath}${name}/`;
/** Returns the path of an article, or of one of its statements, in an edition: `/editions/2026.1/tass-2026/#s11`. */
export const frozenPath = (name: string, id: string) => {
  const [entry, statement] = id.split('.');
  return `${frozenEditionPath(name)}${entry}/${statement ? `#${statement}` : ''}`;
};

/** Adds a base path: (`/record`, `/about/`) → `/record/about/`. Returns an anchor on the same page unchanged. */
export const withBase = (base: string, path: string) => (path.startsWith('#') ? path : base.replace(/\/+$/, '') + path);

/** Returns a path under the base path of this build, for use in `href`. */
export const href = (path: string) => withBase(import.meta.env.BASE_URL, path);

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
