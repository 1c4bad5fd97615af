import { withBase } from '../paths/paths.ts';
import { corpusSummary, type TheRecord } from '../record/model.ts';
import { memoize } from '../record/frozen.ts';

/** Name under which the Record publishes. It is the author, container and publisher of what is cited. */
export const siteName = 'The Japan–Russia Record';

/** The name in ASCII, for packages and files. */
export const siteSlug = 'japan-russia-record';

/** Licence of the Record's own text: SPDX id, URL, short label and title. */
export const license = {
  id: 'CC-BY-4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  label: 'CC BY 4.0',
  title: 'Creative Commons Attribution 4.0',
} as const;

/** The site as citations and exports need it. They take it as an argument, since they read no environment. */
export interface SiteMetadata {
  name: string;
  /** Returns the absolute URL of a path of the site (`/entries/tass-2026/`), with its base path. */
  url: (path: string) => string;
  /** The edition that citations name, such as `2026.1`. */
  edition: string;
  /** Date of the edition, `YYYY-MM-DD`. */
  issued: string;
  /** Whether the edition is not published yet. */
  inPreparation?: true;
  /** URL of the licence of the Record's own text. */
  license: string;
  /** What the Record is, in a sentence. */
  description: string;
  /** DOI of the data of the edition. */
  doi?: string;
  /** Who edits the Record, if it is configured. */
  editor?: Editor;
  /** Titles that pages of several kinds share. */
  sharedTitles: ReadonlySet<string>;
}

/** Returns the site in its last edition. */
export const siteMetadata = memoize((record: TheRecord): SiteMetadata => {
  const { id, data } = record.editions.at(-1)!;
  const { number, years } = corpusSummary(record);
  return {
    name: siteName,
    edition: id,
    issued: data.date,
    ...(data.status === 'in-preparation' && { inPreparation: true as const }),
    license: license.url,
    description: `A documentary edition of Japan–Russia relations, ${years}: ${number} articles taken apart into statements, each traced to its paragraph.`,
    ...(data.doi && { doi: data.doi }),
    ...(contact.editor && { editor: contact.editor }),
    sharedTitles: findSharedTitles(record),
    url: (path) => new URL(withBase(siteUrl.base, path), siteUrl.site).href,
  };
});

/** Where a site is published. */
export interface SiteUrl {
  /** Origin, without a slash at the end. */
  site: string;
  /** Base path: `/`, or without a slash at the end. */
  base: string;
  /** Whether the site has no public address, since `SITE_URL` is not set. */
  isPreview: boolean;
}

/** Origin of a local preview. It can be neither reached nor taken for an address to cite (RFC 2606). */
const PREVIEW_ORIGIN = 'https://local-preview.invalid';

/** Reads the address of the site from `SITE_URL`, an origin, and `BASE_PATH`, and lists all problems. An invalid value counts as absent. */
export function parseSiteUrl({
  SITE_URL,
  BASE_PATH = '',
}: Record<string, string | undefined>): SiteUrl & { problems: EnvironmentProblem[] } {
  const problems: EnvironmentProblem[] = [];
  const report = (variable: string, value: string, problem: string, hint: string) => {
    problems.push({ message: `${variable} "${value}" ${problem}`, hint });
    return undefined;
  };
  const site = SITE_URL === undefined ? undefined : parseOrigin(SITE_URL, BASE_PATH, report);
  const base = /^\/?$/.test(BASE_PATH) ? '/' : parseBase(BASE_PATH, report);
  return { site: site ?? PREVIEW_ORIGIN, base: base ?? '/', isPreview: SITE_URL === undefined, problems };
}

type Report = (variable: string, value: string, problem: string, hint: string) => undefined;

/** Returns whether a text is one or more segments, each after a slash. `.` and `..` are not segments. */
const isBasePath = (text: string) => /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+$/.test(text);

/** What is wrong with an environment variable, and what to do. */
export interface EnvironmentProblem {
  message: string;
  hint: string;
}

/** Who edits the Record, and where readers report errors. */
export interface Contact {
  editor?: Editor;
  /** Mail address, or URL of a tracker's form with `{title}` and `{url}` for what readers report. */
  reportTo?: string;
}

export interface Editor {
  name: string;
  /** URL of the ORCID record. */
  orcid?: string;
}

/** Reads `EDITOR_NAME`, `EDITOR_ORCID` and `REPORT_TO`, and lists all problems. An empty variable counts as absent. */
export function parseContact({ EDITOR_NAME, EDITOR_ORCID, REPORT_TO }: Record<string, string | undefined>): Contact & {
  problems: EnvironmentProblem[];
} {
  const name = EDITOR_NAME?.trim();
  const orcid = EDITOR_ORCID?.trim().replace(/^https:\/\/orcid\.org\//, '');
  const reportTo = REPORT_TO?.trim();
  const problems: EnvironmentProblem[] = [];
  if (orcid && !isOrcid(orcid))
    problems.push({
      message: `EDITOR_ORCID "${orcid}" is not an ORCID iD`,
      hint: 'copy it from the record of the editor, such as 0000-0002-1825-0097',
    });
  if (orcid && !name) problems.push({ message: 'EDITOR_ORCID is set without EDITOR_NAME', hint: 'name the editor too' });
  if (reportTo && !isMail(reportTo) && !/^https:\/\/[^\s"<>]+$/.test(reportTo))
    problems.push({
      message: `REPORT_TO "${reportTo}" is neither a mail address nor a URL`,
      hint: 'write editor@example.org, or https://example.org/issues/new?title={title}&body={url}',
    });
  if (problems.length > 0) return { problems };
  return {
    ...(name && { editor: { name, ...(orcid && { orcid: `https://orcid.org/${orcid}` }) } }),
    ...(reportTo && { reportTo }),
    problems,
  };
}

/**
 * Returns the link by which a reader reports an error on a page: a mail with subject and URL, or the form of the tracker.
 *
 * @param address path of the page; that of a statement names the statement
 */
export function reportLink(reportTo: string, address: string, url: string, edition: string): string {
  const subject = address.replace(/^.*\/entries\/([^/]+)\/(s\d+)\/$/, '$1.$2');
  const target = isMail(reportTo) ? `mailto:${reportTo}?subject={title}&body={url}` : reportTo;
  return target.replace('{title}', encodeQuery(`Error: ${subject}, edition ${edition}`)).replace('{url}', encodeQuery(url));
}

const isMail = (text: string) => /^[^\s@:/?&"<>]+@[^\s@:/?&"<>]+\.[^\s@:/?&"<>]+$/.test(text);

/** Origin and base path under which the site is published: `SITE_URL` and `BASE_PATH`. */
export const siteUrl = parseSiteUrl(process.env);

/** Editor and address for reports: `EDITOR_NAME`, `EDITOR_ORCID` and `REPORT_TO`. */
export const contact = parseContact(process.env);

function findSharedTitles({ actors, places, themes, terms, events }: TheRecord): ReadonlySet<string> {
  const names = [...actors, ...places].map(({ data }) => data.names.en);
  const titles = [...names, ...[...themes, ...terms, ...events].map(({ data }) => data.title)];
  return new Set(titles.filter((title, index) => titles.indexOf(title) !== index));
}

function parseOrigin(value: string, base: string, report: Report): string | undefined {
  const fail = (problem: string, hint: string) => report('SITE_URL', value, problem, hint);
  if (value.trim() === '')
    return fail('is empty', 'write the origin of the site, such as https://example.org, or unset it for a local preview');
  const [, host, rest = ''] = /^https?:\/\/([^/?#@\s\\]+)(.*)$/is.exec(value) ?? [];
  if (host === undefined || !URL.canParse(value)) return fail('is not an origin', 'write scheme and host, such as https://example.org');
  const { origin, pathname } = new URL(value);
  if (/^\/?$/.test(rest)) return origin;
  const path = /^[^?#]*$/.test(rest) && !base ? pathname.replace(/\/+$/, '') : '';
  const hint = isBasePath(path) ? `write SITE_URL=${origin} BASE_PATH=${path}` : `write SITE_URL=${origin}, and the path in BASE_PATH`;
  return fail('has more than scheme and host', hint);
}

function parseBase(value: string, report: Report): string | undefined {
  const base = value.replace(/(?<=[^/])\/$/, '');
  if (isBasePath(base)) return base;
  const isWindowsPath = /^[a-z]:|\\/i.test(value);
  const hint = isWindowsPath
    ? 'Git Bash changes paths: set MSYS_NO_PATHCONV=1 and write BASE_PATH=/record'
    : 'write the path below the origin, such as /record or /a/b, with letters, digits and the signs . _ ~ -';
  return report('BASE_PATH', value, isWindowsPath ? 'is a path of Windows' : 'is not a path such as /record', hint);
}

/** Encodes a value of a query (RFC 3986, 3.4). Slashes and colons stay as they are, since pages repeat their own URL. */
const encodeQuery = (text: string) => encodeURI(text).replace(/[&#?+;]/g, encodeURIComponent);

/** Returns whether a text is an ORCID iD with its check character (ISO 7064, MOD 11-2). */
function isOrcid(text: string): boolean {
  if (!/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(text)) return false;
  const digits = text.replaceAll('-', '');
  const total = [...digits.slice(0, 15)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  return '0123456789X'[(12 - (total % 11)) % 11] === digits[15];
}
