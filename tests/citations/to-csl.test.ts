import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { getFormatMapping, type CslType } from '../../src/citations/csl.ts';
import { headTags } from '../../src/citations/head.ts';
import { toCitableItem } from '../../src/citations/to-csl.ts';
import { citables, revised, site } from '../support/citations.ts';
import { record } from '../support/record.ts';

const schema = new URL('../../../shared/data/csl-data.json', import.meta.url);

describe('citableItems', () => {
  test('gives each item an ASCII key that is unique in the whole site', () => {
    for (const { id } of citables) expect(id).toMatch(/^jrr-[a-z0-9-]+$/);
    expect(new Set(citables.map(({ id }) => id)).size).toBe(citables.length);
  });

  test('gives each item an address that is unique', () => {
    expect(new Set(citables.map(({ address }) => address)).size).toBe(citables.length);
  });

  test('cites each thing at its own page, and an article at its original', () => {
    for (const { subject, csl, url } of citables) {
      if (subject.kind === 'source') expect(csl.URL).toBe(subject.node.data.source.addresses[0]!.url);
      else expect(csl.URL).toBe(url);
    }
  });

  test('notes how the date of an article is known if it is not printed', () => {
    for (const { subject, csl } of citables)
      if (subject.kind === 'source' && subject.node.data.source.published.basis !== 'printed')
        expect(csl.note).toMatch(/inferred|reckoned/);
  });

  test('keeps the date of publication of a revised page, and notes the revision', () => {
    const page = revised('tass-2026', '2027-03-01');
    expect(page).toMatchObject({ edtf: '2026-11-22', modified: '2027-03-01', csl: { issued: { 'date-parts': [[2026, 11, 22]] } } });
    expect(page.csl.note).toMatch(/ Page revised 2027-03-01\.$/);
    expect(headTags(page, site)).toContainEqual({ tag: 'meta', name: 'DCTERMS.modified', content: '2027-03-01' });
  });

  test('gives each item every keyword once, even if a name is the same in two languages', () => {
    const { names } = record.actors.find(({ id }) => id === 'canada')!.data;
    const node = { ...record.actors[0]!, data: { ...record.actors[0]!.data, names: { ...names, ja: names.ru } } };
    const { keywords } = toCitableItem({ kind: 'actor', node }, site);
    expect(keywords.filter((keyword) => keyword === names.ru)).toHaveLength(1);
  });

  test('writes date-parts as integers', () => {
    for (const { csl } of citables)
      for (const part of csl.issued && 'date-parts' in csl.issued ? csl.issued['date-parts'].flat() : [])
        expect(part).toSatisfy(Number.isInteger);
  });

  test.skipIf(!existsSync(schema))('returns items that are valid by the CSL schema', () => {
    const rules = JSON.parse(readFileSync(schema, 'utf8')) as Record<string, unknown>;
    delete rules['$schema'];
    const validate = new Ajv({ strict: false }).compile(rules);
    expect(validate(JSON.parse(JSON.stringify(citables.map(({ csl }) => csl)))), JSON.stringify(validate.errors)).toBe(true);
  });
});

test('getFormatMapping throws for a type that is not in the table', () => {
  expect(() => getFormatMapping('song' as CslType)).toThrow('unknown CSL type “song”');
});
