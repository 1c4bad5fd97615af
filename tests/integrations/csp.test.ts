import { describe, expect, it } from 'vitest';
import { createPolicy, addCsp } from '../../src/integrations/csp.ts';

describe('policyOf', () => {
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

  it('allows no inline style where there is none, and hashes no script that is a file or data', () => {
    expect(directive('', 'style-src')).toBe("style-src 'none'");
    expect(directive('<script src="/a.js"></script><script type="application/ld+json">{}</script>', 'script-src')).toBe(
      "script-src 'self'",
    );
  });

  it('allows WebAssembly to the search alone', () => {
    expect(directive('<record-search></record-search>', 'script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
  });

  it('stands after the charset; a page without one is refused', () => {
    expect(addCsp('<head><meta charset="utf-8"><title>')).toMatch(
      /^<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none';[^"]*"><title>$/,
    );
    expect(() => addCsp('<head></head>')).toThrow('add it to the head');
  });
});
