import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prefixHeaderPaths } from '../../src/integrations/csp.ts';

describe('prefixHeaderPaths', () => {
  const headersFile = readFileSync('public/_headers', 'utf8');
  const paths = (text: string) => text.match(/^\/.*$/gm);

  it('returns the file unchanged for the base path /', () => {
    expect(prefixHeaderPaths('/', headersFile)).toBe(headersFile);
  });

  it.each(['/record', '/record/'])('prefixes each path with the base path %s and changes nothing else', (base) => {
    const prefixed = prefixHeaderPaths(base, headersFile);
    expect(paths(prefixed)).toEqual(paths(headersFile)!.map((path) => `/record${path}`));
    expect(prefixed.replaceAll(/^\/record/gm, '')).toBe(headersFile);
  });
});
