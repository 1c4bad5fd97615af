import { describe, expect, it } from 'vitest';
import { parseContact, reportLink } from '../../src/config/contact.ts';

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
