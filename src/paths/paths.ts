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
/** Path of the feed of a page: `/themes/energy/feed.xml`. */
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
/** Path of the bibliographic record of an article: `/entries/tass-2026/source/`. */
export const sourcePath = (entry: string) => `/entries/${entry}/source/`;
export const eventPath = (id: string) => `/events/${id}/`;
export const actorPath = (id: string) => `/actors/${id}/`;
export const themePath = (id: string) => `/themes/${id}/`;
/** `/questions/energy-going-on/` */
export const questionPath = (theme: string, question: string) => `${questionsPath}${questionSlug(theme, question)}/`;
/** Name of a question, unique in the Record: (`energy`, `going-on`) → `energy-going-on`. It is its anchor on pages that list questions. */
export const questionSlug = (theme: string, question: string) => `${theme}-${question}`;
/** Path of the answers of two articles side by side. Their order does not depend on their dates, so that a corrected date moves no page. */
export const pairPath = (a: string, b: string) => `/compare/${[a, b].toSorted().join('/')}/`;
export const placePath = (id: string) => `/places/${id}/`;
export const termPath = (id: string) => `/terms/${id}/`;

/** `tass-2026.s11` → `/entries/tass-2026/s11/` */
export const statementPath = (id: string) => {
  const dot = id.lastIndexOf('.');
  return `/entries/${id.slice(0, dot)}/${id.slice(dot + 1)}/`;
};

/** `tass-2026.s11` → `#s11`: the statement on the page of its entry. */
export const statementAnchor = (id: string) => `#${id.slice(id.lastIndexOf('.') + 1)}`;

/** `p5` → `#in-p5`: the statements of a passage on the page of its entry. */
export const passageAnchor = (locator: string) => `#in-${locator}`;

/** Path of a year on the timeline; null leads to the undated events. */
export const yearPath = (year: number | null) => `/timeline/#${yearAnchor(year)}`;
export const yearAnchor = (year: number | null) => (year === null ? 'undated' : `y${year}`);

/** Removes the anchor from a path. */
export const stripHash = (path: string) => path.split('#')[0]!;

/** Path of an edition on the page of changes: `2026.1` → `/changes/#e2026-1`. */
export const editionPath = (name: string) => `${changesPath}#${editionAnchor(name)}`;
export const editionAnchor = (name: string) => `e${name.replace('.', '-')}`;

/** Path of an edition online: `/editions/2026.1/`. */
export const frozenEditionPath = (name: string) => `${editionsPath}${name}/`;
/** Path of an article, or of one of its statements, in an edition: `/editions/2026.1/tass-2026/#s11`. */
export const frozenPath = (name: string, id: string) => {
  const [entry, statement] = id.split('.');
  return `${frozenEditionPath(name)}${entry}/${statement ? `#${statement}` : ''}`;
};

/** Adds a base path: (`/record`, `/about/`) → `/record/about/`. Returns an anchor on the same page unchanged. */
export const withBase = (base: string, path: string) => (path.startsWith('#') ? path : base.replace(/\/+$/, '') + path);

/** Returns a path under the base path of this build, for use in `href`. */
export const href = (path: string) => withBase(import.meta.env.BASE_URL, path);
