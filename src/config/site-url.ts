/** Where a site is published. */
export interface SiteUrl {
  /** Origin, without a slash at the end. */
  site: string;
  /** Base path: `/`, or without a slash at the end. */
  base: string;
  /** Whether the site has no public address, since `SITE_URL` is not set. */
  isPreview: boolean;
}

/** What is wrong with an environment variable, and what to do. */
export interface EnvironmentProblem {
  message: string;
  hint: string;
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
