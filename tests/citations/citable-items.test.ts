import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { citableItems } from '../../src/citations/citable-items.ts';
import { mapCslType, type CslType } from '../../src/citations/csl.ts';
import { headTags } from '../../src/citations/head.ts';
import { cslJson } from '../../src/citations/csl-json.ts';
import { revised } from '../support/citation-fixtures.ts';
import { site, theRecord } from '../support/citation-site.ts';

const all = citableItems(theRecord(), site);
const schema = new URL('../../../shared/data/csl-data.json', import.meta.url);

describe('what can be cited', () => {
  test('has a key that is ASCII and unique in the whole site', () => {
    for (const { id } of all) expect(id).toMatch(/^jrr-[a-z0-9-]+$/);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('has an address that no other has', () => {
    expect(new Set(all.map(({ address }) => address)).size).toBe(all.length);
  });

  test('is cited at its own page, an article itself at its original', () => {
    for (const { subject, csl, url } of all) {
      if (subject.kind === 'source') expect(csl.URL).toBe(subject.node.data.source.addresses[0]!.url);
      else expect(csl.URL).toBe(url);
    }
  });

  test('says of every article whose date is not printed how the date is known', () => {
    for (const { subject, csl } of all)
      if (subject.kind === 'source' && subject.node.data.source.published.basis !== 'printed')
        expect(csl.note).toMatch(/inferred|reckoned/);
  });

  test('keeps the date on which it came out when its page is revised, and says the revision', () => {
    const { csl, edtf, modified } = revised('tass-2026', '2027-03-01');
    expect({ edtf, modified, issued: csl.issued }).toEqual({
      edtf: '2026-11-22',
      modified: '2027-03-01',
      issued: { 'date-parts': [[2026, 11, 22]] },
    });
    expect(csl.note).toMatch(/ Page revised 2027-03-01\.$/);
    expect(headTags(revised('tass-2026', '2027-03-01'), site)).toContainEqual({ tag: 'meta', name: 'DCTERMS.modified', content: modified });
  });

  test('is CSL-JSON with integer date-parts', () => {
    const items = JSON.parse(cslJson(all)) as { issued?: { 'date-parts': unknown[][] } }[];
    expect(items).toHaveLength(all.length);
    for (const { issued } of items) for (const part of issued!['date-parts'].flat()) expect(Number.isInteger(part)).toBe(true);
  });

  test.skipIf(!existsSync(schema))('is valid by the CSL schema', () => {
    const rules = JSON.parse(readFileSync(schema, 'utf8')) as Record<string, unknown>;
    delete rules['$schema'];
    const validate = new Ajv({ strict: false }).compile(rules);
    expect(validate(JSON.parse(cslJson(all))), JSON.stringify(validate.errors)).toBe(true);
  });

  test('of an unknown type throws', () => {
    expect(() => mapCslType('song' as CslType)).toThrow('unknown CSL type song');
  });
});
