import { describe, expect, it } from 'vitest';
import { cacheFaults, encodingFaults, headerFaults, typeFaults } from './response-checks.ts';
import { examples } from './examples.ts';

/** Headers that a host sends with everything by one of the examples, without those left out. */
const sentBy = (example: string, without?: string) => ({
  headers: Object.fromEntries(
    examples[example]!.filter(([name]) => name !== without).map(([name, value]) => [name.toLowerCase(), value.replaceAll('\\"', '"')]),
  ),
});

describe.each(Object.keys(examples))('an answer by the example for %s', (example) => {
  it('has no fault', () => {
    expect(headerFaults(sentBy(example))).toEqual([]);
  });

  it.each(examples[example]!.map(([name]) => name))('without %s has a fault that names it', (name) => {
    const faults = headerFaults(sentBy(example, name));
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) expect(fault).toContain(name.toLowerCase());
  });
});

describe('an answer', () => {
  it('of another type has a fault that names both', () => {
    const bibliography = (type: string) => typeFaults({ headers: { 'content-type': type } }, 'data.bib');
    expect(bibliography('application/x-bibtex; charset=utf-8')).toEqual([]);
    expect(bibliography('text/plain')).toEqual(['type text/plain, not application/x-bibtex; charset=utf-8']);
    expect(bibliography('application/x-bibtex')).toHaveLength(1);
  });

  it('of a host without brotli has a fault that names it', () => {
    const vary = 'Accept-Encoding';
    expect(encodingFaults({ status: 200, headers: { 'content-encoding': 'br', vary } }, 'br')).toEqual([]);
    expect(encodingFaults({ status: 200, headers: { vary } }, 'br')).toEqual(['br: 200 undefined']);
    expect(encodingFaults({ status: 200, headers: { 'content-encoding': 'gzip', vary } }, 'br')).toEqual(['br: 200 gzip']);
    expect(encodingFaults({ status: 200, headers: { 'content-encoding': 'br' } }, 'br')).toEqual(['br: Vary is undefined']);
  });

  it('that is kept too long, or not long enough, has a fault', () => {
    const kept = (value: string, path: string) => cacheFaults({ headers: { 'cache-control': value } }, path);
    expect(kept('no-cache', '/timeline/')).toEqual([]);
    expect(kept('public, max-age=31536000, immutable', '/_assets/serif.woff2')).toEqual([]);
    expect(kept('public, max-age=31536000, immutable', '/timeline/')).toHaveLength(1);
    expect(kept('no-cache', '/_assets/serif.woff2')).toEqual(['cache-control is no-cache']);
  });

  it('that tells the version of its server has a fault', () => {
    const { headers } = sentBy('nginx');
    expect(headerFaults({ headers: { ...headers, server: 'nginx/1.26.0' } })).toEqual(['server tells its version: nginx/1.26.0']);
    expect(headerFaults({ headers: { ...headers, server: 'nginx' } })).toEqual([]);
  });

  it('with a policy that lacks one directive has a fault that names the directive', () => {
    const { headers } = sentBy('nginx');
    const policy = headers['content-security-policy']!.replace("; frame-ancestors 'none'", '');
    expect(headerFaults({ headers: { ...headers, 'content-security-policy': policy } })).toEqual([
      "content-security-policy lacks frame-ancestors 'none'",
    ]);
  });
});
