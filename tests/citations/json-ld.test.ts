import { describe, expect, test } from 'vitest';
import { pageGraph, wholeGraph } from '../../src/citations/json-ld.ts';
import { citables, site } from '../support/citations.ts';

/** Returns each `@id` in a value. */
function* idsIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* idsIn(item);
  else if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      if (key === '@id') yield inner as string;
      else yield* idsIn(inner);
    }
}

describe('JSON-LD', () => {
  test('refers only to absolute ids that the whole graph defines', () => {
    const whole = wholeGraph(citables, site)['@graph'];
    const defined = new Set(whole.map((node) => node['@id']));
    expect(defined.size).toBe(whole.length);
    for (const id of idsIn(whole)) {
      expect(id).toMatch(/^https:\/\/example\.org\/record\//);
      expect(defined).toContain(id);
    }
  });

  test('links a claim to its speakers and to the article in which it appears', () => {
    const claim = pageGraph(
      citables.find(({ id }) => id === 'jrr-statement-tass-2026-s18')!,
      site,
    )['@graph'].find((node) => node['@type'] === 'Claim')!;
    expect(claim['author']).toMatchObject([{ '@type': 'Person', name: 'Taisuke Abiru' }]);
    expect(claim['appearance']).toMatchObject({ '@id': 'https://example.org/record/entries/tass-2026/source/#article' });
  });
});
