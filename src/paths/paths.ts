/** Addresses of the site's pages, from its root, without the base path under which it is published. */
export const homeAddress = '/';
export const entriesAddress = '/entries/';
export const timelineAddress = '/timeline/';
export const actorsAddress = '/actors/';
export const themesAddress = '/themes/';
export const placesAddress = '/places/';
export const compareAddress = '/compare/';
export const forecastsAddress = '/forecasts/';
export const termsAddress = '/terms/';
export const networkAddress = '/network/';
export const searchAddress = '/search/';
export const aboutAddress = '/about/';
export const fieldsAddress = '/about/fields/';
export const rulesAddress = '/about/rules/';
export const citeAddress = '/cite/';
export const changesAddress = '/changes/';
export const dataAddress = '/data/';

/** The pages that are there whatever the Record holds. */
export const standingAddresses: readonly string[] = [
  homeAddress,
  entriesAddress,
  timelineAddress,
  actorsAddress,
  themesAddress,
  placesAddress,
  compareAddress,
  forecastsAddress,
  termsAddress,
  networkAddress,
  searchAddress,
  aboutAddress,
  fieldsAddress,
  rulesAddress,
  citeAddress,
  changesAddress,
  dataAddress,
];

export const entryAddress = (id: string) => `/entries/${id}/`;
/** The article itself as a bibliographic record: `/entries/tass-2026/source/`. */
export const sourceAddress = (entry: string) => `/entries/${entry}/source/`;
export const eventAddress = (id: string) => `/events/${id}/`;
export const actorAddress = (id: string) => `/actors/${id}/`;
export const themeAddress = (id: string) => `/themes/${id}/`;
export const questionAddress = (theme: string, question: string) => `/themes/${theme}/#${question}`;
export const placeAddress = (id: string) => `/places/${id}/`;
export const termAddress = (id: string) => `/terms/${id}/`;

/** `tass-2026.s11` → `/entries/tass-2026/s11/` */
export const statementAddress = (id: string) => {
  const dot = id.lastIndexOf('.');
  return `/entries/${id.slice(0, dot)}/${id.slice(dot + 1)}/`;
};

/** `tass-2026.s11` → `#s11`: its line in the ledger, on its entry's own page. */
export const statementAnchor = (id: string) => `#${id.slice(id.lastIndexOf('.') + 1)}`;

/** The anchor of a year on the timeline; `undated` where there is none. */
export const yearAddress = (year: number | null) => `/timeline/#${yearAnchor(year)}`;
export const yearAnchor = (year: number | null) => (year === null ? 'undated' : `y${year}`);

/** An address without its anchor. */
export const pageOf = (address: string) => address.split('#')[0]!;

/** The anchor of an edition on the page of changes: `2026.1` → `/changes/#e2026-1`. */
export const editionAddress = (name: string) => `${changesAddress}#${editionAnchor(name)}`;
export const editionAnchor = (name: string) => `e${name.replace('.', '-')}`;

/** Puts an address under a base path: (`/record`, `/about/`) → `/record/about/`. An anchor on the same page stays as it is. */
export const withBase = (base: string, address: string) => (address.startsWith('#') ? address : base.replace(/\/+$/, '') + address);
