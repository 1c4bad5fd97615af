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

/** Encodes a value of a query (RFC 3986, 3.4). Slashes and colons stay as they are, since pages repeat their own URL. */
const encodeQuery = (text: string) => encodeURI(text).replace(/[&#?+;]/g, encodeURIComponent);

const isMail = (text: string) => /^[^\s@:/?&"<>]+@[^\s@:/?&"<>]+\.[^\s@:/?&"<>]+$/.test(text);

/** Returns whether a text is an ORCID iD with its check character (ISO 7064, MOD 11-2). */
function isOrcid(text: string): boolean {
  if (!/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(text)) return false;
  const digits = text.replaceAll('-', '');
  const total = [...digits.slice(0, 15)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  return '0123456789X'[(12 - (total % 11)) % 11] === digits[15];
}
