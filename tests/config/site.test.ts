import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseContact, parseSiteUrl, reportLink } from '../../src/config/site.ts';

describe('parseSiteUrl', () => {
  test.each([
    [{}, { site: 'https://local-preview.invalid', base: '/', isPreview: true }],
    [{ SITE_URL: 'https://example.org' }, { site: 'https://example.org', base: '/', isPreview: false }],
    [{ SITE_URL: 'https://example.org/' }, { site: 'https://example.org', base: '/', isPreview: false }],
    [{ SITE_URL: 'http://127.0.0.1:8080' }, { site: 'http://127.0.0.1:8080', base: '/', isPreview: false }],
    [{ SITE_URL: 'https://例え.jp' }, { site: 'https://xn--r8jz45g.jp', base: '/', isPreview: false }],
    [{ BASE_PATH: '/' }, { site: 'https://local-preview.invalid', base: '/', isPreview: true }],
    [{ BASE_PATH: '' }, { site: 'https://local-preview.invalid', base: '/', isPreview: true }],
    [
      { SITE_URL: 'https://example.org', BASE_PATH: '/a/b_1.2~x-' },
      { site: 'https://example.org', base: '/a/b_1.2~x-', isPreview: false },
    ],
    [
      { SITE_URL: 'https://example.org', BASE_PATH: '/record/' },
      { site: 'https://example.org', base: '/record', isPreview: false },
    ],
  ])('accepts %j', (environment, url) => {
    expect(parseSiteUrl(environment)).toEqual({ ...url, problems: [] });
  });

  test.each([
    ['', 'unset it'],
    [' ', 'unset it'],
    ['example.org', 'scheme and host'],
    ['//example.org', 'scheme and host'],
    ['ftp://example.org', 'scheme and host'],
    ['https://', 'scheme and host'],
    ['https://user@example.org', 'write SITE_URL=https://example.org, '],
    ['https://exa mple.org', 'scheme and host'],
    ['https://example.org/record', 'write SITE_URL=https://example.org BASE_PATH=/record'],
    ['https://example.org/record/', 'write SITE_URL=https://example.org BASE_PATH=/record'],
    ['https://example.org/?a', 'write SITE_URL=https://example.org, '],
    ['https://example.org#a', 'write SITE_URL=https://example.org, '],
    ['https://example.org//', 'write SITE_URL=https://example.org, '],
  ])('rejects SITE_URL "%s" with a hint', (value, hint) => {
    const { problems } = parseSiteUrl({ SITE_URL: value });
    expect(problems).toEqual([{ message: expect.stringContaining(`SITE_URL "${value}" `), hint: expect.stringContaining(hint) }]);
  });

  test.each([
    ...['record', '//record', '/a//b', '/a/../b', '/..', '/.', '/record?x', '/record#x', '/record//', '/a b', '/%2e', '/запись', '/a\n'],
    ...['C:/Program Files/Git/record', 'C:\\record', 'https://example.org/record'],
  ])('rejects BASE_PATH "%s" with a hint', (value) => {
    const { base, problems } = parseSiteUrl({ BASE_PATH: value });
    expect(base).toBe('/');
    expect(problems).toEqual([{ message: expect.stringContaining(`BASE_PATH "${value}" `), hint: expect.stringContaining('/record') }]);
  });

  it('reports the problems of both variables at once', () => {
    expect(parseSiteUrl({ SITE_URL: 'example.org', BASE_PATH: 'record' }).problems).toHaveLength(2);
  });

  it('returns an address to which a path can be appended, or a problem, for any values', () => {
    const part = fc.constantFrom('https:', 'http:', '/', '//', 'example.org', ':80', '?', '#', '..', '.', 'a', '%', ' ', '\\', 'C:', '日');
    const text = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (SITE_URL, BASE_PATH) => {
        const { site, base, problems } = parseSiteUrl({ SITE_URL, BASE_PATH });
        expect(new URL(site).origin).toBe(site);
        expect(new URL(`${site}${base}`).pathname).toBe(base);
        if (problems.length === 0 && BASE_PATH) expect([base, `${base}/`]).toContain(BASE_PATH);
      }),
    );
  });
});

describe('parseContact', () => {
  it('returns nothing for an empty environment', () => {
    expect(parseContact({})).toEqual({ problems: [] });
    expect(parseContact({ EDITOR_NAME: '', REPORT_TO: ' ' })).toEqual({ problems: [] });
  });

  it('returns the editor with the URL of the ORCID record, and where errors are reported', () => {
    const reportTo = 'https://example.org/issues/new?title={title}&body={url}';
    for (const EDITOR_ORCID of ['0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'])
      expect(parseContact({ EDITOR_NAME: 'Ada Byron', EDITOR_ORCID, REPORT_TO: reportTo })).toEqual({
        editor: { name: 'Ada Byron', orcid: 'https://orcid.org/0000-0002-1825-0097' },
        reportTo,
        problems: [],
      });
    expect(parseContact({ EDITOR_NAME: 'Ada', EDITOR_ORCID: '0000-0002-1694-233X' }).problems).toEqual([]);
  });

  it.each([
    [{ EDITOR_NAME: 'Ada', EDITOR_ORCID: '0000-0002-1825-0098' }, 'EDITOR_ORCID "0000-0002-1825-0098" is not an ORCID iD'],
    [{ EDITOR_NAME: 'Ada', EDITOR_ORCID: 'ada' }, 'EDITOR_ORCID "ada" is not an ORCID iD'],
    [{ EDITOR_ORCID: '0000-0002-1825-0097' }, 'EDITOR_ORCID is set without EDITOR_NAME'],
    [{ REPORT_TO: 'the editor' }, 'REPORT_TO "the editor" is neither a mail address nor a URL'],
    [{ REPORT_TO: 'javascript:alert(1)' }, 'REPORT_TO "javascript:alert(1)" is neither a mail address nor a URL'],
  ])('reports %j', (environment, message) => {
    expect(parseContact(environment).problems.map((problem) => problem.message)).toEqual([message]);
  });
});

describe('reportLink', () => {
  const url = 'https://example.org/record/entries/tass-2026/s18/';

  it('names the statement, the edition and the URL in a mail', () => {
    const link = new URL(reportLink('editor@example.org', '/record/entries/tass-2026/s18/', url, '2026.1'));
    expect(link.pathname).toBe('editor@example.org');
    expect(Object.fromEntries(link.searchParams)).toEqual({ subject: 'Error: tass-2026.s18, edition 2026.1', body: url });
  });

  it('fills the form of a tracker', () => {
    const link = new URL(reportLink('https://example.org/new?t={title}&b={url}', '/actors/a&b/', `${url}?x`, '2026.1'));
    expect(Object.fromEntries(link.searchParams)).toEqual({ t: 'Error: /actors/a&b/, edition 2026.1', b: `${url}?x` });
  });
});
