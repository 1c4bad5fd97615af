import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prefixHeaders } from '../../src/integrations/headers.ts';

describe('prefixHeaders', () => {
  const rules = readFileSync('public/_headers', 'utf8');
  const paths = (text: string) => text.match(/^\/.*$/gm);

  it('returns the rules unchanged without a base path', () => {
    expect(prefixHeaders('/', rules)).toBe(rules);
  });

  it.each(['/record', '/record/'])('prefixes each path with the base path %s and changes nothing else', (base) => {
    const prefixed = prefixHeaders(base, rules);
    expect(paths(prefixed)).toEqual(paths(rules)!.map((path) => `/record${path}`));
    expect(prefixed.replaceAll(/^\/record/gm, '')).toBe(rules);
  });
});
