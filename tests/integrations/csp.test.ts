import { describe, expect, it } from 'vitest';
import { addCsp, createPolicy } from '../../src/integrations/csp.ts';

describe('createPolicy', () => {
  const directive = (html: string, name: string) =>
    createPolicy(html)
      .split(';')
      .find((each) => each.startsWith(name));
  // printf 'a{}' | openssl dgst -sha256 -binary | base64
  const hash = "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='";

  it('allows inline styles and scripts by the hash of their text', () => {
    expect(directive('<style>a{}</style>', 'style-src')).toBe(`style-src ${hash}`);
    expect(directive('<script type="module">a{}</script>', 'script-src')).toBe(`script-src 'self' ${hash}`);
    expect(directive('<script>a{}</script><script>a{}</script>', 'script-src')).toBe(`script-src 'self' ${hash}`);
  });

  it('allows style sheets of the same host on a page that has one', () => {
    expect(directive('<link rel="stylesheet" href="/a.css"><style>a{}</style>', 'style-src')).toBe(`style-src 'self' ${hash}`);
  });

  it('forbids inline styles on a page without any, and ignores scripts that are files or data', () => {
    expect(directive('', 'style-src')).toBe("style-src 'none'");
    expect(directive('<script src="/a.js"></script><script type="application/ld+json">{}</script>', 'script-src')).toBe(
      "script-src 'self'",
    );
  });

  it('allows WebAssembly only on pages with the search', () => {
    expect(directive('<record-search></record-search>', 'script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
  });
});

describe('addCsp', () => {
  it('inserts the policy after the charset', () => {
    expect(addCsp('<head><meta charset="utf-8"><title>')).toMatch(
      /^<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none';[^"]*"><title>$/,
    );
  });

  it('throws if the page has no charset', () => {
    expect(() => addCsp('<head></head>')).toThrow('no <meta charset="utf-8">');
  });
});
