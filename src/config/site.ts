import { parseContact, type EnvironmentProblem, type Editor } from './contact.ts';
import { withBase } from '../paths/paths.ts';
import { corpusSummary } from '../record/corpus-summary.ts';
import type { TheRecord } from '../record/model.ts';
import { memoize } from '../text/memoize.ts';

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

function findSharedTitles({ actors, places, themes, terms, events }: TheRecord): ReadonlySet<string> {
  const names = [...actors, ...places].map(({ data }) => data.names.en);
  const titles = [...names, ...[...themes, ...terms, ...events].map(({ data }) => data.title)];
  return new Set(titles.filter((title, index) => titles.indexOf(title) !== index));
}

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

/** Returns whether a text is one or more segments, each after a slash. `.` and `..` are not segments. */
const isBasePath = (text: string) => /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+$/.test(text);

/** Origin and base path under which the site is published: `SITE_URL` and `BASE_PATH`. */
export const siteUrl = parseSiteUrl(process.env);

/** Editor and address for reports: `EDITOR_NAME`, `EDITOR_ORCID` and `REPORT_TO`. */
export const contact = parseContact(process.env);
