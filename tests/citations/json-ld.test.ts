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
    expect(claim['license']).toBe(site.license);
    expect(claim['publisher']).toEqual({ '@id': 'https://example.org/record/#record' });
    expect(claim['appearance']).toMatchObject({ '@id': 'https://example.org/record/entries/tass-2026/source/#article' });
  });

  test('has an Event only if it has a date', () => {
    for (const citable of citables) {
      if (citable.subject.kind !== 'event') continue;
      const node = wholeGraph([citable], site)['@graph'].find((each) => each['@id']!.endsWith('#event'))!;
      expect(node['@type'], citable.id).toBe(citable.subject.node.data.date.edtf === null ? 'Thing' : 'Event');
      if (node['@type'] === 'Event') expect(node['startDate'] ?? node['endDate'], citable.id).toBeDefined();
      else expect(Object.keys(node)).not.toContain('location');
    }
  });

  test('names the outlet of an unsigned article as its author', () => {
    const source = citables.find(({ id }) => id === 'jrr-source-tass-2026')!;
    const article = wholeGraph([source], site)['@graph'].find((each) => each['@id']!.endsWith('#article'))!;
    expect(article['author']).toMatchObject([{ '@type': 'NewsMediaOrganization', name: 'TASS' }]);
  });
});
