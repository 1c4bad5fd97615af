import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseSiteUrl } from '../../src/config/site.ts';

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
