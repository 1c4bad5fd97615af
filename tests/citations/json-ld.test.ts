import { existsSync, readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { citableItems } from '../../src/citations/to-csl.ts';
import { pageGraph, wholeGraph } from '../../src/citations/json-ld.ts';
import { site, theRecord } from '../support/citation-site.ts';

const data = new URL('../../../shared/data/', import.meta.url);
const all = citableItems(theRecord(), site);

/** Every `@id` that a value names, with those of the nodes it holds. */
function* named(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* named(item);
  else if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      if (key === '@id') yield inner as string;
      else yield* named(inner);
    }
}

describe('JSON-LD', () => {
  test('names things by absolute ids that all stand in the whole graph', () => {
    const whole = wholeGraph(all, site)['@graph'];
    const defined = new Set(whole.map((node) => node['@id']));
    expect(defined.size).toBe(whole.length);
    for (const id of named(whole)) {
      expect(id).toMatch(/^https:\/\/example\.org\/record\//);
      expect(defined).toContain(id);
    }
  });

  test('gives a statement its speakers and the article it appears in', () => {
    const claim = pageGraph(
      all.find(({ id }) => id === 'jrr-statement-tass-2026-s18')!,
      site,
    )['@graph'].find((node) => node['@type'] === 'Claim')!;
    expect(claim['author']).toMatchObject([{ '@type': 'Person', name: 'Taisuke Abiru' }]);
    expect(claim['appearance']).toMatchObject({ '@id': 'https://example.org/record/entries/tass-2026/source/#article' });
  });

  test.skipIf(!existsSync(data))(
    'expands with the context of schema.org into types and properties of its vocabulary alone',
    async () => {
      const context = JSON.parse(readFileSync(new URL('schemaorgcontext.jsonld', data), 'utf8')) as object;
      const vocabulary = JSON.parse(readFileSync(new URL('schemaorg-all-https.jsonld', data), 'utf8')) as { '@graph': { '@id': string }[] };
      const terms = new Set(vocabulary['@graph'].map((term) => term['@id'].replace(/^(schema:|https?:\/\/schema\.org\/)/, '')));
      const documentLoader = (url: string) => {
        if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`asks for ${url}`);
        return Promise.resolve({ contextUrl: undefined, document: context, documentUrl: url });
      };
      const document = wholeGraph(all, site);
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
      // A misspelt term would be dropped in silence: every term written is one of the vocabulary.
      const written = new Set([...JSON.stringify(document).matchAll(/"([A-Za-z]+)":/g)].map(([, term]) => term!));
      expect([...written].filter((term) => !terms.has(term))).toEqual([]);
    },
    30_000,
  );
});
