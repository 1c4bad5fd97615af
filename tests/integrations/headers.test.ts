import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headersUnder } from '../../scripts/build/headers-under.ts';

describe('rules for headers', () => {
  const rules = readFileSync('public/_headers', 'utf8');
  const paths = (text: string) => text.match(/^\/.*$/gm);

  it('stay as they are where the site has no base path', () => {
    expect(headersUnder('/', rules)).toBe(rules);
  });

  it.each(['/record', '/record/'])('are of addresses under %s where that is the base path, and nothing else changes', (base) => {
    const under = headersUnder(base, rules);
    expect(paths(under)).toEqual(paths(rules)!.map((path) => `/record${path}`));
    expect(under.replaceAll(/^\/record/gm, '')).toBe(rules);
  });
});
