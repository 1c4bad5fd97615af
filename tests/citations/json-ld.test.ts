import { existsSync, readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { pageGraph, wholeGraph } from '../../src/citations/json-ld.ts';
import { citables, site } from '../support/citations.ts';

const data = new URL('../../../shared/data/', import.meta.url);
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

  test.skipIf(!existsSync(data))(
    'expands with the context of schema.org to types and properties of its vocabulary',
    async () => {
      const context = JSON.parse(readFileSync(new URL('schemaorgcontext.jsonld', data), 'utf8')) as object;
      const vocabulary = JSON.parse(readFileSync(new URL('schemaorg-all-https.jsonld', data), 'utf8')) as { '@graph': { '@id': string }[] };
      const terms = new Set(vocabulary['@graph'].map((term) => term['@id'].replace(/^(schema:|https?:\/\/schema\.org\/)/, '')));
      const documentLoader = (url: string) => {
        if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`unexpected context "${url}"`);
        return Promise.resolve({ contextUrl: undefined, document: context, documentUrl: url });
      };
      const document = wholeGraph(citables, site);
      const expanded = await jsonld.expand(document as object, { documentLoader } as jsonld.Options.Expand);
      const used = new Set<string>();
      const walk = (value: unknown): void => {
        if (Array.isArray(value)) return value.forEach(walk);
        if (!value || typeof value !== 'object') return;
        for (const [key, inner] of Object.entries(value)) {
          if (key === '@type') for (const type of [inner].flat() as string[]) used.add(type);
          else if (!key.startsWith('@')) used.add(key);
          walk(inner);
        }
      };
      walk(expanded);
      const foreign = [...used].filter((iri) => !terms.has(iri.replace(/^https?:\/\/schema\.org\//, '')));
      expect(foreign.filter((iri) => !iri.startsWith('http://www.w3.org/2001/XMLSchema#'))).toEqual([]);
      // Expansion drops a misspelt term silently, so the unexpanded terms are compared too.
      const written = new Set([...JSON.stringify(document).matchAll(/"([A-Za-z]+)":/g)].map(([, term]) => term!));
      expect([...written].filter((term) => !terms.has(term))).toEqual([]);
    },
    30_000,
  );
});
