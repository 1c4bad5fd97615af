import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeIndex, decodeIndex, type EncodedIndex } from '../../../src/search/engine/index-file.ts';
import { facetNames, documentKinds, type IndexFile, type SearchDocument } from '../../../src/search/engine/search-document.ts';
import { catalogue, createFixtures } from '../../support/search-fixtures.ts';

const sent = (file: EncodedIndex) => JSON.parse(JSON.stringify(file)) as EncodedIndex;

/** A facet without values says as little as one that is absent. */
const plain = (given: IndexFile): IndexFile => ({
  ...given,
  records: given.records.map((record) => ({
    ...record,
    facets: Object.fromEntries(Object.entries(record.facets).filter(([, values]) => values.length > 0)),
  })),
});

describe('the catalogue as it is sent', () => {
  it('is unpacked as it was', () => {
    expect(decodeIndex(sent(encodeIndex(catalogue)))).toEqual(catalogue);
  });

  it('is unpacked as it was without concepts and synonyms', () => {
    const bare = { ...catalogue, concepts: [], synonyms: [] };
    expect(decodeIndex(sent(encodeIndex(bare)))).toEqual(bare);
  });

  it('is unpacked as it was, whatever it holds', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((each) => each.replace(/[\n\t]/g, ' '));
    const name = text.filter((each) => each !== '');
    const names = fc.array(name, { maxLength: 3 });
    const value = fc.stringMatching(/^[a-z]{1,3}$/);
    const record: fc.Arbitrary<SearchDocument> = fc.record(
      {
        address: text,
        kind: fc.constantFrom(...documentKinds),
        title: text,
        names,
        misspellings: names,
        keywords: names,
        text,
        facts: names,
        when: name,
        date: name,
        span: fc.constantFrom(['', '2020-01-01'], ['2020-01-01', ''], ['2020-01-01', '2020-02-01']),
        person: fc.constant(true),
        facets: fc.record(Object.fromEntries(facetNames.map((facet) => [facet, fc.uniqueArray(value, { maxLength: 2 })])), {
          requiredKeys: [],
        }),
      },
      { requiredKeys: ['address', 'kind', 'title', 'names', 'misspellings', 'keywords', 'text', 'facts', 'facets'] },
    ) as fc.Arbitrary<SearchDocument>;
    const concept = fc.record({
      phrases: fc.array(name, { minLength: 1, maxLength: 2 }),
      records: fc.array(fc.nat(2000), { maxLength: 3 }),
    });
    const synonyms = fc.array(fc.array(name, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 6 }),
        fc.array(concept, { minLength: 1, maxLength: 3 }),
        synonyms,
        (records, concepts, rows) => {
          const given: IndexFile = { records, labels: catalogue.labels, concepts, synonyms: rows };
          const back = decodeIndex(sent(encodeIndex(given)));
          expect(back.records).toEqual(plain(given).records);
          expect(back.concepts).toEqual(concepts);
          expect(back.synonyms).toEqual(rows);
          expect(back.labels.actor).toMatchObject(catalogue.labels.actor);
        },
      ),
    );
  });

  it.each(['two\nlines', 'a\ttab'])('refuses %j, which would be torn', (text) => {
    expect(() => encodeIndex({ ...catalogue, records: [createFixtures({ address: '/a/', kind: 'page', title: text })] })).toThrow(
      'cannot pack',
    );
  });

  it('is lighter than its records one by one', () => {
    expect(JSON.stringify(encodeIndex(catalogue)).length).toBeLessThan(JSON.stringify(catalogue).length);
  });
});
